using System.Globalization;

namespace LabQc.Units;

/// <summary>Numbers for people to read, the same in every culture. A value that is not finite reads "n/a".</summary>
public static class NumberText
{
    private const string NotFinite = "n/a";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string General(double value) =>
        double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : NotFinite;

    /// <summary>Rounded half away from zero and written with exactly that many decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return NotFinite;
        return Math.Abs(value) >= 1e15 ? PowersOfTen(value) : Fixed(Rounding.Exact(value), decimals);
    }

    /// <summary>Rounded half away from zero and written with exactly that many decimals.</summary>
    public static string Fixed(decimal value, int decimals)
    {
        var rounded = Rounding.HalfAwayFromZero(value, decimals);
        // A negative zero would print its sign.
        return (rounded == 0 ? 0 : rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Three significant figures and a power of ten, as particle concentrations are written: <c>1.79 × 10¹⁰</c>. Rounded half
    /// away from zero on the shortest round-trip text. Zero is <c>0</c>.
    /// </summary>
    public static string PowersOfTen(double value)
    {
        if (!double.IsFinite(value))
            return NotFinite;
        if (value == 0)
            return "0";
        var (digits, exponent) = SignificantDigits(Math.Abs(value), 3);
        return $"{(value < 0 ? "-" : "")}{digits[0]}.{digits[1..]} × 10{Superscript(exponent)}";
    }

    private static (string Digits, int Exponent) SignificantDigits(double value, int figures)
    {
        var (shortest, exponent) = ShortestDigits(value);
        var digits = shortest.PadRight(figures + 1, '0');
        var rounded = int.Parse(digits[..figures], CultureInfo.InvariantCulture) + (digits[figures] >= '5' ? 1 : 0);
        var kept = rounded.ToString(CultureInfo.InvariantCulture);
        return kept.Length > figures ? (kept[..figures], exponent + 1) : (kept, exponent);
    }

    // The digits of the shortest round-trip text from the first that is not 0, and the power of ten of that first one.
    private static (string Digits, int Exponent) ShortestDigits(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var whole = parts[0].Split('.')[0];
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        return (digits, exponent + whole.Length - 1 - (all.Length - digits.Length));
    }

    private static string Superscript(int exponent)
    {
        var digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(d => Superscripts[d - '0']);
        return (exponent < 0 ? "⁻" : "") + string.Concat(digits);
    }
}
