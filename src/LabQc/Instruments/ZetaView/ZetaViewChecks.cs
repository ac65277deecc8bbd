namespace LabQc.Instruments;

/// <summary>Whether a ZetaView text is whole.</summary>
internal static class ZetaViewChecks
{
    private const int LogarithmicRows = 200;

    /// <summary>Header values that must be numbers if they are there, in the file's own decimal mark.</summary>
    private static readonly string[] Numbers = ["Number of Traces", "Median Number (D50)", "Temperature", "Laser Wavelength nm", "Concentration Correction Factor"];

    public static void Check(FileDraft draft, ZetaViewText text)
    {
        if (draft.HasError)
            return;
        CheckHeader(draft, text);
        if (!text.HasSentinel)
            draft.Fail("zetaview.truncated", "A row of -1 was expected under the linear table; the file ends before it.", $"row {text.TableRow + text.Linear.Count}");
        else if (text.Linear.Count == 0 && text.Logarithmic.Count == 0 && ZetaViewReader.Traces(text) > 0)
            draft.Fail("zetaview.truncated", $"{ZetaViewReader.Traces(text)} traces are stated, but the table is empty.", $"row {text.TableRow}");
        else if (text.Logarithmic.Count is > 0 and < LogarithmicRows && text.Linear.Count > 0)
            draft.Fail("zetaview.truncated", $"The logarithmic table ends after {text.Logarithmic.Count} of {LogarithmicRows} rows.", $"row {text.Logarithmic.FirstRow + text.Logarithmic.Count}");
    }

    private static void CheckHeader(FileDraft draft, ZetaViewText text)
    {
        if (text.Line("Number of Traces") is null)
            draft.Fail("zetaview.header-missing", "A line \"Number of Traces:\" was expected in the header.");
        foreach (var key in Numbers)
            CheckNumber(draft, text, text.Line(key), text.Value(key));
        CheckNumber(draft, text, text.Line("Number of Traces"), text.Within("Number of Traces", "Dilution"));
        if (text.Number("Concentration Correction Factor") <= 0)
            draft.Fail("zetaview.correction-factor", $"A positive concentration correction factor was expected, {text.Value("Concentration Correction Factor")} was found.");
    }

    private static void CheckNumber(FileDraft draft, ZetaViewText text, ZetaViewLine? line, string? value)
    {
        if (line is null || value is null or "NaN" || InstrumentNumber.Parse(value, text.DecimalMark) is not null)
            return;
        var mixed = value.Contains(text.DecimalMark == '.' ? ',' : '.', StringComparison.Ordinal);
        draft.Fail(
            mixed ? "zetaview.decimal-mixed" : "zetaview.not-a-number",
            $"{line.Key}: a number with decimal mark \"{text.DecimalMark}\", as in the table, was expected; \"{value}\" was found.",
            $"row {line.Row}");
    }
}
