namespace LabQc.Instruments;

/// <summary>A line of numbers.</summary>
internal static class NumberRow
{
    /// <summary>
    /// Reads numbers into <paramref name="into"/> until a cell is none or no room is left, and answers how many there were.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">What separates cells.</param>
    /// <param name="decimalMark">Point or comma.</param>
    /// <param name="into">Receives the numbers.</param>
    /// <param name="complete">Whether nothing but delimiters and blanks was left.</param>
    public static int Read(ReadOnlySpan<byte> line, byte delimiter, byte decimalMark, Span<double> into, out bool complete)
    {
        int at = 0, count = 0;
        while (count < into.Length && InstrumentNumber.TryRead(line, ref at, delimiter, decimalMark, out into[count]))
        {
            count++;
            if (at >= line.Length)
                break;
            at++;
        }
        complete = at >= line.Length || DelimitedCells.IsBlank(line[at..], delimiter);
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
