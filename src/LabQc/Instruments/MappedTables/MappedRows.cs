namespace LabQc.Instruments;

/// <summary>The numbers of a mapped table, found by its mapping.</summary>
internal sealed class MappedRows
{
    public List<double> Sizes { get; } = [];

    /// <summary>One list per value column.</summary>
    public List<List<double>> Values { get; } = [];

    public int FirstRow { get; private set; }

    /// <summary>Header cells; empty where there is no header.</summary>
    public string[] Header { get; private set; } = [];

    public static MappedRows Read(ReadOnlySpan<byte> text, TableMapping mapping, FileDraft draft, ReadLimits limits)
    {
        var rows = new MappedRows();
        foreach (var _ in mapping.Values)
            rows.Values.Add([]);
        var first = mapping.FirstRow ?? mapping.HeaderRow + 1;
        var lines = new DelimitedLines(text);
        while (!draft.HasError && lines.TryRead(out var line))
        {
            if (lines.Row > limits.Rows)
                draft.Fail("file.too-many-rows", $"At most {limits.Rows} lines were expected.", $"row {lines.Row}");
            else if (lines.Row == mapping.HeaderRow)
                rows.ReadHeader(Cells(line, mapping), mapping, draft);
            else if (lines.Row >= first && !rows.ReadRow(Cells(line, mapping), mapping, draft, lines.Row))
                break;
        }
        if (!draft.HasError && rows.Sizes.Count < 2)
            draft.Fail("mapped-table.no-rows", $"Rows of numbers were expected from line {first} on; {rows.Sizes.Count} were found.", $"row {first}");
        return rows;
    }

    /// <summary>Cells by the mapping's delimiter; several blanks are one where blanks separate.</summary>
    public static string[] Cells(ReadOnlySpan<byte> line, TableMapping mapping) =>
        mapping.Delimiter == "space"
            ? TextBytes.Text(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : DelimitedCells.Texts(line, mapping.DelimiterByte);

    private void ReadHeader(string[] cells, TableMapping mapping, FileDraft draft)
    {
        Header = cells;
        foreach (var column in mapping.Values.Prepend(mapping.Size).Where(c => c.Name is not null))
        {
            var found = column.Number <= cells.Length ? cells[column.Number - 1] : "";
            if (!found.Equals(column.Name, StringComparison.OrdinalIgnoreCase))
                draft.Fail("mapped-table.header-differs", $"The mapping {mapping.Reference} expects \"{column.Name}\" in column {column.Number}, found \"{found}\".", $"row {mapping.HeaderRow}, column {column.Number}");
        }
    }

    /// <summary>False where the table ends.</summary>
    private bool ReadRow(string[] cells, TableMapping mapping, FileDraft draft, int row)
    {
        if (Ends(cells, mapping))
            return false;
        if (Sizes.Count == 0)
            FirstRow = row;
        Sizes.Add(Number(cells, mapping.Size.Number, mapping, draft, row));
        for (var i = 0; i < Values.Count; i++)
            Values[i].Add(Number(cells, mapping.Values[i].Number, mapping, draft, row));
        return !draft.HasError;
    }

    private bool Ends(string[] cells, TableMapping mapping)
    {
        if (mapping.EndsBefore is { } end)
            return cells.Length > 0 && cells[0].StartsWith(end, StringComparison.OrdinalIgnoreCase);
        var size = mapping.Size.Number <= cells.Length ? cells[mapping.Size.Number - 1] : "";
        var beginsLikeANumber = size.Length > 0 && (char.IsAsciiDigit(size[0]) || size[0] is '-' or '+' or '.' or ',');
        return Sizes.Count > 0 && !beginsLikeANumber;
    }

    private static double Number(string[] cells, int column, TableMapping mapping, FileDraft draft, int row)
    {
        var text = column <= cells.Length ? cells[column - 1] : "";
        if (!draft.HasError && InstrumentNumber.Parse(text, (char)mapping.DecimalByte) is { } number && number >= 0)
            return number;
        if (!draft.HasError)
            draft.Fail("mapped-table.not-a-number", $"A number that is not negative, with a decimal {mapping.DecimalMark}, was expected, found \"{text}\".", $"row {row}, column {column}");
        return 0;
    }
}
