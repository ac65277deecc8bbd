namespace LabQc.Instruments;

/// <summary>
/// Takes a Zetasizer text apart: one or more tables under one another, each with a header of its own, one row per measurement.
/// The rows that several tables have of one measurement are put together.
/// </summary>
internal static class ZetasizerParser
{
    private const byte Tab = (byte)'\t';

    public static List<ZetasizerRecord> Parse(ReadOnlySpan<byte> bytes, FileDraft draft, ReadLimits limits)
    {
        var records = new List<ZetasizerRecord>();
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        ZetasizerColumns? columns = null;
        var width = 0;
        var lines = new DelimitedLines(bytes);
        while (!draft.HasError && lines.TryRead(out var line))
        {
            if (DelimitedCells.IsBlank(line, Tab))
                continue;
            var cells = DelimitedCells.Texts(line, Tab);
            CheckLimits(draft, limits, lines.Row, cells.Length);
            if (columns is null || FormatRecognition.IsZetasizerHeader(line))
            {
                (columns, width) = (new ZetasizerColumns(cells), cells.Length);
                occurrences.Clear();
            }
            else if (cells.Length > width)
            {
                draft.Fail("zetasizer.column-count", $"{width} columns were expected, as in the header; {cells.Length} were found.", $"row {lines.Row}");
            }
            else
            {
                Place(records, occurrences, columns, cells, lines.Row);
            }
        }
        return records;
    }

    private static void CheckLimits(FileDraft draft, ReadLimits limits, int row, int columns)
    {
        if (row > limits.Rows)
            draft.Fail("file.too-many-rows", $"At most {limits.Rows} lines were expected.", $"row {row}");
        if (columns > limits.Columns)
            draft.Fail("file.too-many-columns", $"At most {limits.Columns} columns were expected, {columns} were found.", $"row {row}");
    }

    /// <summary>The n-th row of a name and kind belongs to the n-th record of that name and kind.</summary>
    private static void Place(
        List<ZetasizerRecord> records, Dictionary<string, int> occurrences, ZetasizerColumns columns, string[] cells, int row)
    {
        var name = columns.Text(cells, "Sample Name") ?? "";
        var isZeta = IsZeta(columns, cells);
        var key = $"{isZeta} {name}";
        var nth = occurrences.GetValueOrDefault(key);
        occurrences[key] = nth + 1;
        var record = records.Where(r => r.Name == name && r.IsZeta == isZeta).Skip(nth).FirstOrDefault();
        if (record is null)
            records.Add(record = new ZetasizerRecord { Name = name, IsZeta = isZeta });
        record.Add(columns, cells, row);
    }

    private static bool IsZeta(ZetasizerColumns columns, string[] cells) => columns.Text(cells, "Type") is { } type
        ? type.StartsWith("Zeta", StringComparison.OrdinalIgnoreCase)
        : !columns.Has("Sizes") && columns.Text(cells, "Zeta Potential (mV)") is not null;
}
