using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LabQc.Instruments;

/// <summary>Numbers as instruments write them: <c>0.5</c>, <c>1.00e+003</c>, <c>1.000e4</c>, <c>2,500E+0</c>, <c>-0.0</c>.</summary>
internal static class InstrumentNumber
{
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private static readonly ulong[] WholePowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>
    /// Reads the number that begins at <paramref name="at"/> and ends before the delimiter or the line's end. Answers where it ends;
    /// -1 for anything else, an empty cell too.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> text, int at, byte delimiter, byte decimalMark, out double number)
    {
        // Most cells are whole numbers of a few digits, or have a few digits behind the mark.
        if (text.Length - at >= 3 * sizeof(ulong))
        {
            var (digits, count) = UpToEightDigits(text, at);
            if (count == 8)
            {
                var (more, others) = UpToEightDigits(text, at + count);
                digits = unchecked(digits * WholePowersOfTen[others] + more);
                count += others;
            }
            var end = at + count;
            if (count > 0 && EndsCell(text[end], delimiter))
            {
                number = unchecked((long)digits);
                return end;
            }
            if (count is > 0 and < 8 && text[end] == decimalMark)
            {
                var (fraction, places) = UpToEightDigits(text, end + 1);
                if (places is > 0 and < 8 && EndsCell(text[end + 1 + places], delimiter))
                {
                    // At most 14 digits and a small power of ten are doubles, so there is one rounding.
                    number = unchecked((long)(digits * WholePowersOfTen[places] + fraction)) / PowersOfTen[places];
                    return end + 1 + places;
                }
            }
        }
        return ReadAny(text, at, delimiter, decimalMark, out number);
    }

    /// <summary>
    /// Reads as many digits as follow, at most eight, all at once: digits are moved to the end of a word of eight, pairs of
    /// neighbours are added up three times. How many there are decides no branch, which a processor could not foresee.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Digits, int Count) UpToEightDigits(ReadOnlySpan<byte> text, int at)
    {
        unchecked
        {
            // In the bytes that are digits their values; the high bit marks the first that is none.
            var values = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) ^ 0x3030303030303030;
            var others = (values + 0x7676767676767676 | values) & 0x8080808080808080;
            var count = BitOperations.TrailingZeroCount(others) >> 3;
            // By 64 in two steps: a shift by all bits would be none.
            values = values << (32 - 4 * count) << (32 - 4 * count);
            values = values * 10 + (values >> 8);
            const ulong Pairs = 0x000000FF000000FF;
            return (((values & Pairs) * 0x000F424000000064 + (values >> 16 & Pairs) * 0x0000271000000001) >> 32, count);
        }
    }

    private static bool EndsCell(byte next, byte delimiter) => next == delimiter || next is (byte)'\n' or (byte)'\r';

    private static int ReadAny(ReadOnlySpan<byte> text, int at, byte delimiter, byte decimalMark, out double number)
    {
        var i = at;
        while (i < text.Length && text[i] == ' ')
            i++;
        var start = i;
        var negative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
            i++;
        ulong digits = 0;
        int seen = 0, exponent = 0;
        for (; i < text.Length && IsDigit(text[i]); i++, seen++)
            digits = unchecked(digits * 10 + (ulong)(text[i] - '0'));
        if (i < text.Length && text[i] == decimalMark)
        {
            for (i++; i < text.Length && IsDigit(text[i]); i++, seen++, exponent--)
                digits = unchecked(digits * 10 + (ulong)(text[i] - '0'));
        }
        var written = 0;
        var sound = seen > 0 && TryReadExponent(text, ref i, out written);
        var end = i;
        while (i < text.Length && text[i] == ' ')
            i++;
        number = 0;
        if (!sound || i < text.Length && !EndsCell(text[i], delimiter))
            return -1;
        if (!TryCompose(digits, seen, exponent + written, out number) && !TryReadSlowly(text[start..end], decimalMark, out number))
            return -1;
        if (negative && number > 0)
            number = -number;
        return i;
    }

    /// <summary>A whole cell as a number; null for anything else (<c>Not recorded</c>, <c>NaN</c>, empty).</summary>
    public static double? Parse(string? cell, char decimalMark = '.')
    {
        if (string.IsNullOrWhiteSpace(cell))
            return null;
        var text = decimalMark == '.' ? cell : cell.Replace(decimalMark, '.');
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
            | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var wrongMark = decimalMark != '.' && cell.Contains('.', StringComparison.Ordinal);
        return !wrongMark && double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    public static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool TryReadExponent(ReadOnlySpan<byte> line, ref int i, out int exponent)
    {
        exponent = 0;
        if (i >= line.Length || line[i] is not ((byte)'e' or (byte)'E'))
            return true;
        i++;
        var negative = i < line.Length && line[i] == '-';
        if (i < line.Length && line[i] is (byte)'-' or (byte)'+')
            i++;
        var first = i;
        for (; i < line.Length && IsDigit(line[i]) && i - first < 5; i++)
            exponent = exponent * 10 + (line[i] - '0');
        if (negative)
            exponent = -exponent;
        return i > first;
    }

    /// <summary>Exact where digits and power of ten both are doubles (Clinger 1990): one rounding, the right one.</summary>
    private static bool TryCompose(ulong digits, int seen, int exponent, out double number)
    {
        number = digits;
        if (seen > 19 || digits > LargestExact || exponent is < -22 or > 22)
            return digits == 0 && seen <= 19;
        if (exponent > 0)
            number *= PowersOfTen[exponent];
        else if (exponent < 0)
            number /= PowersOfTen[-exponent];
        return true;
    }

    private static bool TryReadSlowly(ReadOnlySpan<byte> cell, byte decimalMark, out double number)
    {
        Span<byte> text = stackalloc byte[128];
        number = 0;
        if (cell.Length > text.Length)
            return false;
        cell.CopyTo(text);
        text = text[..cell.Length];
        if (decimalMark != '.')
            text.Replace(decimalMark, (byte)'.');
        if (!text.IsEmpty && text[0] is (byte)'+' or (byte)'-')
            text = text[1..];
        return Utf8Parser.TryParse(text, out number, out var consumed) && consumed == text.Length && double.IsFinite(number);
    }
}
