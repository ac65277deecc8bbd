using System.Globalization;

namespace LabQc.SampleBatches.Numbers;

/// <summary>The ways in which instruments print numbers.</summary>
internal static class Notation
{
    public static string Fixed(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    public static string Whole(double value) => Math.Round(value).ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>Shortest text that reads back as the same number.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>C's "%.2e": 5.91e+12, or 5.91e+012 with three digits of exponent.</summary>
    public static string Exponent(double value, int exponentDigits)
    {
        var (mantissa, exponent) = Split(value, 2);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("D" + exponentDigits, CultureInfo.InvariantCulture)}";
    }

    /// <summary>LabVIEW's form: 1.647E+5, rounded half to even (2.012E+3 for 2012.5).</summary>
    public static string LabView(double value, int decimals = 3)
    {
        var (mantissa, exponent) = Split(value, decimals);
        return $"{mantissa}E{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Four significant digits as a Zetasizer prints sizes: 0.4000, 10.10, 1106, 1.000e4.</summary>
    public static string FourDigits(double value)
    {
        if (value >= 9999.5)
        {
            var (mantissa, exponent) = Split(value, 3);
            return $"{mantissa}e{exponent.ToString(CultureInfo.InvariantCulture)}";
        }
        var decimals = value switch { < 10 => 3, < 100 => 2, < 1000 => 1, _ => 0 };
        return Fixed(value, value < 1 ? 4 : decimals);
    }

    /// <summary>A typed quantity in powers of ten with the given digits: 1.6e11.</summary>
    public static string Typed(double value, int decimals)
    {
        var (mantissa, exponent) = Split(value, decimals);
        return $"{mantissa}e{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Mantissa with fixed decimals and the exponent of ten, in decimal arithmetic so that ties are ties.</summary>
    private static (string Mantissa, int Exponent) Split(double value, int decimals)
    {
        if (value == 0)
            return (Fixed(0, decimals), 0);
        var mantissa = (decimal)Math.Abs(value);
        var exponent = 0;
        for (; mantissa >= 10; exponent++)
            mantissa /= 10;
        for (; mantissa < 1; exponent--)
            mantissa *= 10;
        mantissa = Math.Round(mantissa, decimals, MidpointRounding.ToEven);
        if (mantissa >= 10)
        {
            mantissa /= 10;
            exponent++;
        }
        var text = mantissa.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return (value < 0 ? "-" + text : text, exponent);
    }
}
