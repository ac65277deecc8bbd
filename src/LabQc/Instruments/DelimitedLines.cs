namespace LabQc.Instruments;

/// <summary>
/// Walks over the lines of a text: LF, CRLF or CR, the last one with or without its end. A quoted cell may hold line ends.
/// </summary>
internal ref struct DelimitedLines(ReadOnlySpan<byte> text)
{
    private readonly bool _hasQuotes = text.Contains((byte)'"');
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Number of the line read last, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Bytes that are still to come.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (_rest.IsEmpty)
        {
            line = default;
            return false;
        }
        var end = _rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (_hasQuotes && end >= 0 && _rest[..end].Contains((byte)'"'))
            end = EndOfQuotedLine(end);
        line = end < 0 ? _rest : _rest[..end];
        EndAt(line.Length);
        return true;
    }

    /// <summary>Moves behind the line end at <paramref name="at"/> of the rest. False, without moving on, where none is.</summary>
    public bool TryEndAt(int at)
    {
        if (at < _rest.Length && _rest[at] is not ((byte)'\n' or (byte)'\r'))
            return false;
        EndAt(at);
        return true;
    }

    /// <summary>The next line without moving on; empty at the end.</summary>
    public readonly ReadOnlySpan<byte> Peek()
    {
        var copy = this;
        return copy.TryRead(out var line) ? line : default;
    }

    private void EndAt(int at)
    {
        _rest = at < _rest.Length ? _rest[(at + LineEnd(at))..] : default;
        Row++;
    }

    private readonly int LineEnd(int at) =>
        _rest[at] == '\r' && at + 1 < _rest.Length && _rest[at + 1] == '\n' ? 2 : 1;

    /// <summary>Moves a line's end behind a quote that is still open there; an unpaired quote ends nothing.</summary>
    private readonly int EndOfQuotedLine(int end)
    {
        var longest = Math.Min(_rest.Length, 10_000);
        for (var candidate = end; candidate >= 0 && candidate < longest;)
        {
            if (_rest[..candidate].Count((byte)'"') % 2 == 0)
                return candidate;
            var next = candidate + LineEnd(candidate);
            var step = _rest[next..].IndexOfAny((byte)'\n', (byte)'\r');
            candidate = step < 0 ? -1 : next + step;
        }
        return end;
    }
}

/// <summary>The cells of a line.</summary>
internal static class DelimitedCells
{
    /// <summary>All cells as text, quotes removed, empty ones at the end left out (Excel pads with them).</summary>
    public static string[] Texts(ReadOnlySpan<byte> line, byte delimiter)
    {
        var cells = new List<string>(8);
        var filled = 0;
        var text = "";
        ReadOnlySpan<byte> before = default;
        while (true)
        {
            var end = EndOfCell(line, delimiter);
            // Settings are mostly alike for all videos: one text will do for equal neighbours.
            if (!line[..end].SequenceEqual(before))
                text = Unquoted(line[..end]);
            before = line[..end];
            cells.Add(text);
            if (text.Length > 0)
                filled = cells.Count;
            if (end == line.Length)
                break;
            line = line[(end + 1)..];
        }
        return filled == cells.Count ? [.. cells] : [.. cells[..filled]];
    }

    /// <summary>The first cell's bytes.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> line, byte delimiter) => line[..EndOfCell(line, delimiter)];

    /// <summary>Nothing but blanks and delimiters.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line, byte delimiter)
    {
        foreach (var b in line)
        {
            if (!IsBlank(b, delimiter))
                return false;
        }
        return true;
    }

    /// <summary>Whether a byte is a blank or a delimiter, or a quote, which an empty cell may stand in.</summary>
    public static bool IsBlank(byte b, byte delimiter) => b == delimiter || b is (byte)' ' or (byte)'\t' or (byte)'"';

    private static int EndOfCell(ReadOnlySpan<byte> line, byte delimiter)
    {
        if (line.IsEmpty || line[0] != '"')
        {
            var end = line.IndexOf(delimiter);
            return end < 0 ? line.Length : end;
        }
        var quoted = true;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == delimiter && !quoted)
                return i;
        }
        return line.Length;
    }

    private static string Unquoted(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return "";
        if (cell.Length < 2 || cell[0] != '"' || cell[^1] != '"')
            return TextBytes.Text(cell);
        var text = TextBytes.Text(cell[1..^1]);
        return text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
