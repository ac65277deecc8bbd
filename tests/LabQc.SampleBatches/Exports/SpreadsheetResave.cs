using System.Globalization;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// What a spreadsheet program makes of a comma-separated file when somebody opens and saves it: all rows as wide as the widest,
/// numbers without trailing zeros and without powers of ten, quotation marks only where a comma asks for them, CRLF.
/// </summary>
internal static class SpreadsheetResave
{
    public static string Of(string text)
    {
        var rows = text.TrimEnd('\n').Split('\n').Select(line => Cells(line).Select(Retyped).ToArray()).ToArray();
        var width = rows.Max(row => row.Length);
        return string.Concat(rows.Select(row => string.Join(',', row.Concat(Enumerable.Repeat("", width - row.Length))) + "\r\n"));
    }

    /// <summary>Cells of one row; a quoted cell keeps its quotation marks only if it holds a comma.</summary>
    private static IEnumerable<string> Cells(string line)
    {
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                isQuoted = !isQuoted;
            if (i < line.Length && (isQuoted || line[i] != ','))
                continue;
            var cell = line[start..i];
            yield return cell.Contains(',') ? cell : cell.Replace("\"", "", StringComparison.Ordinal);
            start = i + 1;
        }
    }

    private static string Retyped(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Notation.Plain(number + 0.0) : cell;
}
