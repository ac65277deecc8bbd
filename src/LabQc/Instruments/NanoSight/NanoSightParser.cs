namespace LabQc.Instruments;

/// <summary>
/// Takes an experiment summary apart. Works on bytes: a thousand rows of numbers become numbers without becoming text first.
/// </summary>
internal ref struct NanoSightParser
{
    public const string SizeSection = "Size Data";
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly FileDraft _draft;
    private readonly ReadLimits _limits;
    private readonly NanoSightText _text = new();
    private DelimitedLines _lines;
    private string _section = "";
    private NanoSightBlock? _block;

    public NanoSightParser(ReadOnlySpan<byte> bytes, FileDraft draft, ReadLimits limits)
    {
        _bytes = bytes;
        _lines = new DelimitedLines(bytes);
        _draft = draft;
        _limits = limits;
    }

    /// <summary>The file's parts; what cannot be read is an error of the _draft.</summary>
    public NanoSightText Parse()
    {
        ReadTitle();
        while (!_draft.HasError && _lines.TryRead(out var line))
        {
            if (_lines.Row > _limits.Rows)
                _draft.Fail("file.too-many-rows", $"At most {_limits.Rows} lines were expected.", $"row {_lines.Row}");
            else if (!DelimitedCells.IsBlank(line, _text.Delimiter))
                ReadRow(line);
        }
        return _text;
    }

    private void ReadTitle()
    {
        _lines.TryRead(out var title);
        var mark = title.IndexOfAny((byte)',', (byte)';', (byte)'\t');
        if (mark < 0 && _bytes.IndexOf("\nFilename:"u8) is var manifest and >= 0)
        {
            var after = _bytes[(manifest + "\nFilename:".Length)..];
            _text.Delimiter = after.IsEmpty || after[0] is not ((byte)';' or (byte)'\t') ? (byte)',' : after[0];
        }
        else if (mark >= 0)
        {
            _text.Delimiter = title[mark];
        }
        if (_lines.TryRead(out var created))
            _text.CreatedWith = DelimitedCells.Texts(created, _text.Delimiter) is [var first, ..] ? WithoutPrefix(first) : "";
    }

    private static string WithoutPrefix(string text) =>
        text.StartsWith("Created with ", StringComparison.Ordinal) ? text["Created with ".Length..].Trim() : text;

    private void ReadRow(ReadOnlySpan<byte> line)
    {
        var cells = DelimitedCells.Texts(line, _text.Delimiter);
        if (cells.Length == 0)
            return;
        if (cells.Length > _limits.Columns)
        {
            _draft.Fail("file.too-many-columns", $"At most {_limits.Columns} columns were expected, {cells.Length} were found.", $"row {_lines.Row}");
            return;
        }
        var key = cells[0];
        if (key.StartsWith('[') && key.EndsWith(']'))
            BeginSection(key[1..^1]);
        else if (key == "Filename:")
            _text.Videos = cells[1..];
        else if (key == "Graph Data" && _block is not null)
            ReadGraph();
        else if (key == "Percentile" && _block is not null)
            ReadPercentiles();
        else
            ReadKey(new NanoSightRow(_section, key, cells[1..], _lines.Row));
    }

    private void BeginSection(string section)
    {
        _section = section;
        _block = null;
        _text.Sections.Add(section);
    }

    private void ReadKey(NanoSightRow row)
    {
        if (_section == SizeSection && row.Key == "Weighting")
        {
            _block = new NanoSightBlock { Section = _section, Weighting = row.Of(0) };
            _text.Blocks.Add(_block);
        }
        else if (_block is not null && row.Key != "Analysis Method")
        {
            _block.Figures[row.Key] = row;
        }
        else if (!_section.StartsWith("Diffusion", StringComparison.Ordinal))
        {
            _text.Add(row);
        }
    }

    private void ReadGraph()
    {
        var block = _block!;
        if (!_lines.TryRead(out var header) || NumberRow.Begins(header))
        {
            _draft.Fail("nanosight.truncated", "A header with \"Bin centre (nm)\" was expected under \"Graph Data\".", $"row {_lines.Row}");
            return;
        }
        block.HeaderRow = _lines.Row;
        var videos = _text.Videos.Count;
        var columns = DelimitedCells.Texts(header, _text.Delimiter).Length;
        if (videos == 0 || columns != videos + 3)
        {
            _draft.Fail(
                "nanosight.column-count",
                $"{videos} videos in the row \"Filename:\" need {videos + 3} columns (bin centre, videos, average, standard error); the table has {columns}.",
                $"row {_lines.Row}");
            return;
        }
        _text.DecimalMark = DecimalMarkOf(_lines.Peek());
        ReadBins(block, videos);
    }

    private readonly byte DecimalMarkOf(ReadOnlySpan<byte> row) =>
        _text.Delimiter != ',' && DelimitedCells.First(row, _text.Delimiter).Contains((byte)',') ? (byte)',' : (byte)'.';

    private void ReadBins(NanoSightBlock block, int videos)
    {
        Span<double> numbers = new double[videos + 3];
        while (NumberRow.Begins(_lines.Rest))
        {
            if (block.Centres.Count >= _limits.Rows || !NumberRow.TryRead(ref _lines, _text.Delimiter, _text.DecimalMark, numbers))
            {
                FailRow(numbers.Length);
                return;
            }
            block.Add(numbers[0], numbers.Slice(1, videos));
        }
    }

    private void FailRow(int expected)
    {
        _lines.TryRead(out var line);
        var count = NumberRow.Count(line, _text.Delimiter, _text.DecimalMark, expected);
        var cells = DelimitedCells.Texts(line, _text.Delimiter);
        var where = $"row {_lines.Row}, column {count + 1}";
        if (_lines.Rest.IsEmpty && cells.Length <= expected && count >= cells.Length - 1)
            _draft.Fail("nanosight.truncated", $"The file ends within a row: {expected} numbers were expected, {count} are there.", where);
        else if (count < cells.Length)
            _draft.Fail("nanosight.not-a-number", $"{expected} numbers were expected, but \"{Shortened(cells[count])}\" is none.", where);
        else
            _draft.Fail("nanosight.column-count", $"{expected} numbers were expected, {count} were found.", where);
    }

    private void ReadPercentiles()
    {
        while (NumberRow.Begins(_lines.Rest))
        {
            _lines.TryRead(out _);
            _block!.PercentileRows++;
        }
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
