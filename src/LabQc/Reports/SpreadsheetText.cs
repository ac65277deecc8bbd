using System.Buffers;

namespace LabQc.Reports;

/// <summary>
/// Tables as text that spreadsheets open (RFC 4180: commas, quotes doubled, CR LF). A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front, because somebody's text must not be run on the reader's machine (OWASP, CSV Injection).
/// </summary>
public static class SpreadsheetText
{
    /// <summary>What a file begins with, so that spreadsheets read it as UTF-8.</summary>
    public const char ByteOrderMark = '\uFEFF';

    private const string Formulas = "=+-@\t\r";

    /// <summary>A line with its end.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n\t'");

    /// <summary>A cell; null is an empty one.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Special) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
