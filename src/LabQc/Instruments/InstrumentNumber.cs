using System.Buffers.Text;
using System.Globalization;

namespace LabQc.Instruments;

/// <summary>Numbers as instruments write them: <c>0.5</c>, <c>1.00e+003</c>, <c>1.000e4</c>, <c>2,500E+0</c>, <c>-0.0</c>.</summary>
internal static class InstrumentNumber
{
    private const ulong LargestExact = 1UL << 53;

    /// <summary>So many digits fit a long, and one conversion rounds them rightly.</summary>
    private const int MostWholeDigits = 18;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads the number that begins at <paramref name="at"/> and ends before the delimiter or the line's end, and moves
    /// <paramref name="at"/> to that end. False, with <paramref name="at"/> unmoved, for anything else, an empty cell too.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> line, ref int at, byte delimiter, byte decimalMark, out double number)
    {
        // Most cells are whole numbers: digits and nothing else.
        var i = at;
        ulong digits = 0;
        for (; i < line.Length && IsDigit(line[i]); i++)
            digits = unchecked(digits * 10 + line[i] - '0');
        if (i - at is > 0 and <= MostWholeDigits && (i == line.Length || line[i] == delimiter))
        {
            number = unchecked((long)digits);
            at = i;
            return true;
        }
        return TryReadAny(line, ref at, delimiter, decimalMark, out number);
    }

    private static bool TryReadAny(ReadOnlySpan<byte> line, ref int at, byte delimiter, byte decimalMark, out double number)
    {
        var i = at;
        while (i < line.Length && line[i] == ' ')
            i++;
        var start = i;
        var negative = i < line.Length && line[i] == '-';
        if (i < line.Length && line[i] is (byte)'-' or (byte)'+')
            i++;
        ulong digits = 0;
        int seen = 0, exponent = 0;
        for (; i < line.Length && IsDigit(line[i]); i++, seen++)
            digits = unchecked(digits * 10 + (ulong)(line[i] - '0'));
        if (i < line.Length && line[i] == decimalMark)
        {
            for (i++; i < line.Length && IsDigit(line[i]); i++, seen++, exponent--)
                digits = unchecked(digits * 10 + (ulong)(line[i] - '0'));
        }
        var written = 0;
        var sound = seen > 0 && TryReadExponent(line, ref i, out written);
        var end = i;
        while (i < line.Length && line[i] == ' ')
            i++;
        number = 0;
        if (!sound || i < line.Length && line[i] != delimiter)
            return false;
        if (!TryCompose(digits, seen, exponent + written, out number) && !TryReadSlowly(line[start..end], decimalMark, out number))
            return false;
        else if (negative && number > 0)
            number = -number;
        at = i;
        return true;
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
