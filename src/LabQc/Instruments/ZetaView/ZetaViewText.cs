namespace LabQc.Instruments;

/// <summary>A ZetaView size text taken apart: the header's lines, and the two tables under one another.</summary>
internal sealed class ZetaViewText
{
    public List<ZetaViewLine> Header { get; } = [];

    public ZetaViewTable Linear { get; } = new();

    public ZetaViewTable Logarithmic { get; } = new();

    /// <summary>Line of the tables' header; 0 if there is none.</summary>
    public int TableRow { get; set; }

    /// <summary>The row of -1 that separates the tables was found.</summary>
    public bool HasSentinel { get; set; }

    /// <summary>Decided by the first number of the tables, for the whole file.</summary>
    public char DecimalMark { get; set; } = '.';

    /// <summary>The first header line with one of these keys, spelt as any version does.</summary>
    public ZetaViewLine? Line(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Header.Find(l => l.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } line)
                return line;
        }
        return null;
    }

    public string? Value(params ReadOnlySpan<string> keys) => Line(keys)?.Cells.FirstOrDefault(c => c.Length > 0);

    public double? Number(params ReadOnlySpan<string> keys) => InstrumentNumber.Parse(Value(keys), DecimalMark);

    /// <summary>The value behind a key that stands within a line, such as <c>Dilution::</c>.</summary>
    public string? Within(string lineKey, string innerKey)
    {
        var cells = Line(lineKey)?.Cells ?? [];
        var at = Array.FindIndex(cells, c => c.TrimEnd(':').Equals(innerKey, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < cells.Length ? cells[at + 1] : null;
    }
}

/// <summary>A header line: key without colons, and the cells behind it.</summary>
internal sealed record ZetaViewLine(string Key, string[] Cells, int Row);

/// <summary>One of the tables, column by column.</summary>
internal sealed class ZetaViewTable
{
    public List<double> Centres { get; } = new(1200);

    public List<double> Numbers { get; } = new(1200);

    public List<double> Concentrations { get; } = new(1200);

    /// <summary>Line of the first row.</summary>
    public int FirstRow { get; set; }

    public int Count => Centres.Count;
}
