namespace LabQc.Instruments;

/// <summary>A line of numbers.</summary>
internal static class NumberRow
{
    /// <summary>
    /// Reads a line of exactly as many numbers as <paramref name="into"/> has room for, with nothing behind them but delimiters and
    /// blanks. False, without moving on, for any other line; <see cref="Count"/> says then how far the numbers go.
    /// </summary>
    public static bool TryRead(ref DelimitedLines lines, byte delimiter, byte decimalMark, scoped Span<double> into)
    {
        var text = lines.Rest;
        var at = 0;
        for (var i = 0; i < into.Length; i++)
        {
            // Nothing was counted in most bins of most files.
            if (at + 1 < text.Length && text[at] == '0' && text[at + 1] == delimiter)
            {
                into[i] = 0;
                at += 2;
                continue;
            }
            at = InstrumentNumber.Read(text, at, delimiter, decimalMark, out into[i]);
            if (at < 0)
                return false;
            if (at < text.Length && text[at] == delimiter)
                at++;
            else if (i + 1 < into.Length)
                return false;
        }
        while (at < text.Length && DelimitedCells.IsBlank(text[at], delimiter))
            at++;
        return lines.TryEndAt(at);
    }

    /// <summary>How many numbers a line begins with, up to <paramref name="most"/>.</summary>
    public static int Count(ReadOnlySpan<byte> line, byte delimiter, byte decimalMark, int most)
    {
        int at = 0, count = 0;
        for (; count < most && at <= line.Length; count++, at++)
        {
            at = InstrumentNumber.Read(line, at, delimiter, decimalMark, out _);
            if (at < 0)
                break;
        }
        return count;
    }

    /// <summary>Whether a text begins like a number: a digit, or a sign before one.</summary>
    public static bool Begins(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (i < text.Length && text[i] == ' ')
            i++;
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
            i++;
        return i < text.Length && InstrumentNumber.IsDigit(text[i]);
    }
}
