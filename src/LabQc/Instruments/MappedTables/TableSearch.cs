namespace LabQc.Instruments;

/// <summary>A table of numbers found in a text.</summary>
internal sealed class FoundTable
{
    public required string Delimiter { get; init; }

    public required string DecimalMark { get; init; }

    /// <summary>Line of the first numbers, from 1.</summary>
    public required int FirstRow { get; init; }

    /// <summary>Line of the column names; 0 if the line above is none.</summary>
    public required int HeaderRow { get; init; }

    public required IReadOnlyList<string> Header { get; init; }

    public required IReadOnlyList<double[]> Rows { get; init; }

    public int Columns => Rows[0].Length;

    public IReadOnlyList<double> Column(int column) => [.. Rows.Select(r => r[column])];

    public string HeaderOf(int column) => column < Header.Count ? Header[column] : "";
}

/// <summary>Finds the longest table of numbers under all delimiters and decimal marks.</summary>
internal static class TableSearch
{
    private const int FewestRows = 5;
    private const int MostLines = 20_000;

    private static readonly (string Delimiter, string DecimalMark)[] Forms =
        [("tab", "point"), ("semicolon", "point"), ("comma", "point"), ("tab", "comma"), ("semicolon", "comma"), ("space", "point"), ("space", "comma")];

    public static FoundTable? Longest(ReadOnlySpan<byte> text)
    {
        var lines = Lines(text);
        FoundTable? best = null;
        foreach (var (delimiter, decimalMark) in Forms)
        {
            if (Longest(lines, delimiter, decimalMark) is { } table && (best is null || table.Rows.Count > best.Rows.Count))
                best = table;
        }
        return best;
    }

    private static List<byte[]> Lines(ReadOnlySpan<byte> text)
    {
        var lines = new List<byte[]>();
        var reader = new DelimitedLines(text);
        while (lines.Count < MostLines && reader.TryRead(out var line))
            lines.Add(line.ToArray());
        return lines;
    }

    private static FoundTable? Longest(List<byte[]> lines, string delimiter, string decimalMark)
    {
        var form = new TableMapping
        {
            Name = "search",
            Version = 1,
            Delimiter = delimiter,
            DecimalMark = decimalMark,
            HeaderRow = 0,
            Size = new MappedColumn(1),
            Values = [],
            Meaning = ValueMeaning.Count,
        };
        var (bestStart, bestRows) = (0, new List<double[]>());
        var (start, rows) = (0, new List<double[]>());
        for (var i = 0; i < lines.Count; i++)
        {
            var numbers = Numbers(MappedRows.Cells(lines[i], form), (char)form.DecimalByte);
            if (numbers is null || rows.Count > 0 && rows[0].Length != numbers.Length)
                (start, rows) = (i, []);
            if (numbers is null)
                continue;
            if (rows.Count == 0)
                start = i;
            rows.Add(numbers);
            if (rows.Count > bestRows.Count)
                (bestStart, bestRows) = (start, rows);
        }
        return bestRows.Count < FewestRows ? null : Found(lines, form, bestStart, bestRows);
    }

    private static FoundTable Found(List<byte[]> lines, TableMapping form, int start, List<double[]> rows)
    {
        var above = start > 0 ? MappedRows.Cells(lines[start - 1], form) : [];
        var isHeader = above.Any(c => c.Any(char.IsLetter));
        return new FoundTable
        {
            Delimiter = form.Delimiter,
            DecimalMark = form.DecimalMark,
            FirstRow = start + 1,
            HeaderRow = isHeader ? start : 0,
            Header = isHeader ? above : [],
            Rows = rows,
        };
    }

    private static double[]? Numbers(string[] cells, char decimalMark)
    {
        if (cells.Length < 2)
            return null;
        var numbers = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (InstrumentNumber.Parse(cells[i], decimalMark) is not { } number)
                return null;
            numbers[i] = number;
        }
        return numbers;
    }
}
