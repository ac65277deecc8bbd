namespace LabQc.Instruments;

/// <summary>Takes a ZetaView size text apart. The length of its header differs between versions: the table is where its header says.</summary>
internal static class ZetaViewParser
{
    private const int Columns = 5;

    public static ZetaViewText Parse(ReadOnlySpan<byte> bytes, FileDraft draft, ReadLimits limits)
    {
        var text = new ZetaViewText();
        var lines = new DelimitedLines(bytes);
        while (text.TableRow == 0 && lines.TryRead(out var line) && lines.Row <= limits.Rows)
        {
            if (line.StartsWith("Size / nm\t"u8))
                text.TableRow = lines.Row;
            else
                AddHeaderLine(text, line, lines.Row);
        }
        if (text.TableRow == 0)
            draft.Fail("zetaview.table-missing", "A table \"Size / nm, Number, Concentration / cm-3\" was expected; the file ends before it.", $"row {lines.Row}");
        else
            ReadTables(text, ref lines, draft, limits);
        return text;
    }

    private static void AddHeaderLine(ZetaViewText text, ReadOnlySpan<byte> line, int row)
    {
        var cells = DelimitedCells.Texts(line, (byte)'\t');
        if (cells.Length == 0 || cells[0].Length == 0)
            return;
        // In 8.06 one key is followed by a blank where all others have a tab: "Conductivity: 26.000000".
        var colon = cells[0].IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && !cells[0].EndsWith(':'))
            cells = [cells[0][..colon], cells[0][(colon + 2)..].Trim(), .. cells[1..]];
        text.Header.Add(new ZetaViewLine(cells[0].TrimEnd(':').Trim(), cells[1..], row));
    }

    private static void ReadTables(ZetaViewText text, ref DelimitedLines lines, FileDraft draft, ReadLimits limits)
    {
        text.DecimalMark = DecimalMark(lines.Peek());
        Span<double> row = stackalloc double[Columns];
        while (!lines.Rest.IsEmpty && !draft.HasError)
        {
            if (!NumberRow.TryRead(ref lines, (byte)'\t', (byte)text.DecimalMark, row))
                CheckBlank(text, ref lines, draft);
            else if (lines.Row > limits.Rows)
                draft.Fail("file.too-many-rows", $"At most {limits.Rows} lines were expected.", $"row {lines.Row}");
            else if (row[0] < 0)
                text.HasSentinel = true;
            else
                Add(text.HasSentinel ? text.Logarithmic : text.Linear, row, lines.Row);
        }
    }

    /// <summary>Passes over a line that is no row of the table, if nothing is on it.</summary>
    private static void CheckBlank(ZetaViewText text, ref DelimitedLines lines, FileDraft draft)
    {
        lines.TryRead(out var line);
        if (!DelimitedCells.IsBlank(line, (byte)'\t'))
            FailRow(text, line, NumberRow.Count(line, (byte)'\t', (byte)text.DecimalMark, Columns), lines, draft);
    }

    private static void Add(ZetaViewTable table, ReadOnlySpan<double> row, int at)
    {
        if (table.Count == 0)
            table.FirstRow = at;
        table.Centres.Add(row[0]);
        table.Numbers.Add(row[1]);
        table.Concentrations.Add(row[2]);
    }

    private static char DecimalMark(ReadOnlySpan<byte> row)
    {
        var first = DelimitedCells.First(row, (byte)'\t');
        return first.Contains((byte)',') ? ',' : '.';
    }

    private static void FailRow(ZetaViewText text, ReadOnlySpan<byte> line, int count, DelimitedLines lines, FileDraft draft)
    {
        var cells = DelimitedCells.Texts(line, (byte)'\t');
        var where = $"row {lines.Row}, column {count + 1}";
        var other = text.DecimalMark == '.' ? ',' : '.';
        if (count < cells.Length && cells[count].Contains(other, StringComparison.Ordinal))
            draft.Fail("zetaview.decimal-mixed", $"The table begins with numbers like 2{text.DecimalMark}5, but \"{cells[count]}\" was found: one file has one decimal mark.", where);
        else if (lines.Rest.IsEmpty && cells.Length <= Columns)
            draft.Fail("zetaview.truncated", $"The file ends within a row of its table: {Columns} numbers were expected, {count} are there.", where);
        else
            draft.Fail("zetaview.not-a-number", $"{Columns} numbers were expected, found \"{string.Join(" | ", cells)}\".", where);
    }
}
