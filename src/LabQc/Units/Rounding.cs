using System.Globalization;

namespace LabQc.Units;

/// <summary>
/// Rounding half away from zero (as USP General Notices 7.20 rounds a result before it is compared with a limit). It works in
/// <see cref="decimal"/>, on the number as entered or on the shortest text that reads back as the computed double, never on the
/// double: 1.005 to two decimals is 1.01, though the double nearest to 1.005 lies below it.
/// </summary>
public static class Rounding
{
    /// <summary>With at most ten decimals the 17 digits of any double are exact wherever they decide the rounding.</summary>
    public const int MostDecimals = 10;

    private const double Beyond = 1e28;

    /// <summary>The value to a number of decimals, 0 to <see cref="MostDecimals"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are fewer or more.</exception>
    public static decimal HalfAwayFromZero(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The computed value to a number of decimals.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static decimal HalfAwayFromZero(double value, int decimals) => HalfAwayFromZero(Exact(value), decimals);

    /// <summary>
    /// The decimal number that the shortest round-trip text of a double states. From 10^28 on, beyond every number that can be
    /// entered, it is ±10^28, which compares with entered limits as the value itself does.
    /// </summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static decimal Exact(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"Only a finite number can be rounded, not {value}.", nameof(value));
        if (Math.Abs(value) >= Beyond)
            return value > 0 ? 1e28m : -1e28m;
        return decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
