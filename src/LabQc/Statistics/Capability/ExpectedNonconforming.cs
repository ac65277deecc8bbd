namespace LabQc.Statistics;

/// <summary>The share of a normal process outside its limits.</summary>
/// <param name="Below">Fraction below the lower limit; 0 where there is none.</param>
/// <param name="Above">Fraction above the upper limit; 0 where there is none.</param>
public sealed record ExpectedNonconforming(double Below, double Above)
{
    /// <summary>
    /// Benchmark z: the normal deviate that leaves the total fraction above it; null where that fraction is 0 or 1 to double
    /// precision (beyond 38 standard deviations).
    /// </summary>
    public double? BenchmarkZ => Below + Above is > 0 and < 1 and var total ? -StandardNormal.Quantile(total) : null;

    /// <summary>Fractions from a mean and a standard deviation. Held to 1e-12 relative, in far tails as well.</summary>
    /// <exception cref="ArgumentException">No limits, or a standard deviation not above 0.</exception>
    public static ExpectedNonconforming Of(double mean, double sd, SpecificationLimits limits)
    {
        limits.Require();
        if (!double.IsFinite(mean) || !(sd > 0))
            throw new ArgumentException($"A mean and a standard deviation above 0 are needed; got {mean} and {sd}.", nameof(sd));
        return new(
            limits.Lower is { } lower ? StandardNormal.Cdf((lower - mean) / sd) : 0,
            limits.Upper is { } upper ? StandardNormal.UpperTail((upper - mean) / sd) : 0);
    }
}
