using System.Globalization;

namespace LabQc.AuditTrail;

/// <summary>
/// Doubles as canonical form v1 writes them: the shortest digits that read back as the same double, laid out as ECMAScript does
/// (Number::toString, which RFC 8785 takes over), but minus zero as <c>-0</c>. The platform's own layout is not used, because it
/// has moved its limits between versions.
/// </summary>
internal static class CanonicalNumber
{
    private const int PlainUpTo = 21;
    private const int PlainFrom = -5;

    /// <summary>More than any double takes: 17 digits, point, sign and exponent.</summary>
    private const int LongestText = 32;

    /// <summary>Plain from 1e-6 to below 1e21, else with an exponent (1e+21, 1.5e-7); NaN, Infinity and -Infinity as these words.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        var (digits, point) = Shortest(Math.Abs(value));
        return (double.IsNegative(value) ? "-" : "") + Layout(digits, point);
    }

    /// <summary>The shortest digits, without zeros at either end, and how many of them stand before the decimal point.</summary>
    private static (string Digits, int Point) Shortest(double value)
    {
        Span<char> room = stackalloc char[LongestText];
        value.TryFormat(room, out var length, "R", CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = room[..length];
        var e = text.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var withoutLeading = digits.TrimStart('0');
        var before = (point < 0 ? digits.Length : point) + exponent - (digits.Length - withoutLeading.Length);
        return withoutLeading.Length == 0 ? ("0", 1) : (withoutLeading.TrimEnd('0'), before);
    }

    private static string Layout(string digits, int point) => point switch
    {
        <= PlainUpTo when point >= digits.Length => digits.PadRight(point, '0'),
        > 0 and <= PlainUpTo => $"{digits[..point]}.{digits[point..]}",
        >= PlainFrom and <= 0 => "0." + new string('0', -point) + digits,
        _ => WithExponent(digits, point - 1),
    };

    private static string WithExponent(string digits, int exponent) => string.Create(CultureInfo.InvariantCulture,
        $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
}
