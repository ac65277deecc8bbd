namespace LabQc.Statistics;

/// <summary>A rate of events per unit of exposure, with its confidence limits.</summary>
/// <remarks>
/// Exact limits (Garwood 1936, Biometrika 28:437): half the χ² quantiles α/2 with 2x and 1 - α/2 with 2x + 2 degrees of freedom,
/// over the exposure; the lower one is 0 at no event. Byar's approximation (Breslow &amp; Day 1987, volume II, section 2.3): x(1 -
/// 1/(9x) - z/(3√x))³ and the like with x + 1; its lower limit is not below 0. One-sided upper limit at the same confidence: at
/// no event -ln(1 - confidence), "the rule of three". Held to 1e-10 relative.
/// </remarks>
public sealed record PoissonRate
{
    /// <summary>Events per unit of exposure.</summary>
    public required double Rate { get; init; }
    /// <summary>Garwood's exact two-sided limits of the rate.</summary>
    public required ConfidenceLimits Exact { get; init; }
    /// <summary>Byar's approximate two-sided limits of the rate.</summary>
    public required ConfidenceLimits Byar { get; init; }
    /// <summary>Exact one-sided upper limit of the rate.</summary>
    public required double UpperOneSided { get; init; }

    /// <summary>The rate of a count.</summary>
    /// <param name="count">Events, at least 0.</param>
    /// <param name="exposure">Units of exposure (lots, patients, patient years), above 0.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">A number out of its range.</exception>
    public static PoissonRate Of(long count, double exposure, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Readings.RequirePositive(exposure, nameof(exposure));
        var tail = ConfidenceLimits.TailOf(confidence);
        var z = -StandardNormal.Quantile(tail);
        return new PoissonRate
        {
            Rate = count / exposure,
            Exact = new ConfidenceLimits(Lower(count, tail) / exposure, Upper(count, tail) / exposure),
            Byar = new ConfidenceLimits(ByarLower(count, z) / exposure, ByarUpper(count, z) / exposure),
            UpperOneSided = Upper(count, 1 - confidence) / exposure,
        };
    }

    private static double Lower(double count, double tail) => count == 0 ? 0 : ChiSquare.Quantile(tail, 2 * count) / 2;

    private static double Upper(double count, double tail) => ChiSquare.Quantile(1 - tail, 2 * count + 2) / 2;

    private static double ByarLower(double count, double z) =>
        count == 0 ? 0 : Math.Max(0, count * Cube(1 - 1 / (9 * count) - z / (3 * Math.Sqrt(count))));

    private static double ByarUpper(double count, double z) =>
        (count + 1) * Cube(1 - 1 / (9 * (count + 1)) + z / (3 * Math.Sqrt(count + 1)));

    private static double Cube(double x) => x * x * x;
}
