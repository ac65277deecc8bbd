using System.Globalization;

namespace LabQc.Charts.Drawing;

/// <summary>Numbers as charts print them: minus sign, thin spaces between thousands, powers of ten with three figures.</summary>
internal static class NumberText
{
    public const char Thin = '\u2009';

    private const string NotANumber = "not computed";

    /// <summary>
    /// A number with a fixed count of decimals, rounded half away from zero on its shortest text, as verdicts round;
    /// "not computed" for what is not finite.
    /// </summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return NotANumber;
        var digits = Digits(Math.Abs(value), decimals);
        var isZero = digits.All(c => c is '0' or '.');
        return (value < 0 && !isZero ? "−" : "") + Grouped(digits);
    }

    public static string Count(int value) => Fixed(value, 0);

    /// <summary>The shortest text of a limit as somebody wrote it: 30, 2.5, 0.125.</summary>
    public static string Shortest(double value) =>
        double.IsFinite(value)
            ? Fixed(value, Math.Clamp(DecimalsOf(value), 0, 6))
            : NotANumber;

    /// <summary>8.71 × 10¹¹, with three figures; plain below ten thousand.</summary>
    public static string Power(double value, int figures = 3)
    {
        if (!double.IsFinite(value))
            return NotANumber;
        var magnitude = Math.Abs(value);
        if (magnitude is < 10_000 and >= 0.001 || value == 0)
            return Fixed(value, Math.Max(0, figures - 1 - (value == 0 ? 0 : (int)Math.Floor(Math.Log10(magnitude)))));
        var (mantissa, exponent) = Split(magnitude, figures);
        return $"{(value < 0 ? "−" : "")}{mantissa}{Thin}×{Thin}{TenTo(exponent)}";
    }

    /// <summary>10ⁿ as text with Unicode superscripts.</summary>
    public static string TenTo(int exponent) => "10" + Superscript(exponent);

    public static string Percent(double value, int decimals) =>
        double.IsFinite(value) ? Fixed(value, decimals) + Thin + "%" : NotANumber;

    public static string Interval(double lower, double upper, int decimals) =>
        $"{Fixed(lower, decimals)} to {Fixed(upper, decimals)}";

    /// <summary>The same text without thin spaces, for a description that is read aloud.</summary>
    public static string Plain(string text) => text.Replace(Thin, ' ');

    /// <summary>"1 lot", "2 lots".</summary>
    public static string Counted(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Digits(double magnitude, int decimals)
    {
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        // Beyond a decimal's range no digit after the point is left.
        if (magnitude >= 1e15)
            return magnitude.ToString(format, CultureInfo.InvariantCulture);
        var exact = decimal.Parse(magnitude.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Superscript(int exponent) =>
        string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    private static (string Mantissa, int Exponent) Split(double magnitude, int figures)
    {
        // "E2" rounds the mantissa and carries 9.996 into the next decade by itself.
        var text = magnitude.ToString("E" + (figures - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        return (text[..at], int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }

    private static int DecimalsOf(double value)
    {
        var text = value.ToString("0.######", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static string Grouped(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, Thin.ToString());
        return point < 0 ? whole : whole + digits[point..];
    }
}
