namespace LabQc.Statistics;

/// <summary>Capability indices that count the distance from the target as well; both limits and a target are needed.</summary>
/// <param name="Cpm">(U - L)/(6 τ), τ² = Σ(x - T)²/n (Taguchi; Chan, Cheng &amp; Spiring 1988, J. Quality Technology 20, 162-175).</param>
/// <param name="CpmOfSampleVariance">The same with τ² = s² + (mean - T)², s² with divisor n - 1, as the package qcc has it.</param>
/// <param name="Cpmk">min(U - mean, mean - L)/(3 √(s² + (mean - T)²)), s² with divisor n - 1 (Pearn, Kotz &amp; Johnson 1992).</param>
/// <param name="CpmLimits">
/// Confidence limits by Boyles 1991, J. Quality Technology 23, 17-26: Cpm √(χ²(v)/v), v = n(1 + a²)²/(1 + 2a²),
/// a = (mean - T)/s, of the variant <paramref name="CpmOfSampleVariance"/>, whose s it shares.
/// </param>
public sealed record TargetIndices(double Cpm, double CpmOfSampleVariance, double Cpmk, ConfidenceLimits CpmLimits)
{
    /// <summary>The indices of a sample, or null where a limit or the target is missing.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, one not finite, or values that do not vary.</exception>
    public static TargetIndices? Of(ReadOnlySpan<double> values, SpecificationLimits limits, double confidence)
    {
        limits.Require();
        if (limits is not { Lower: { } lower, Upper: { } upper, Target: { } target })
            return null;
        var n = values.Length;
        var (mean, sd) = (Descriptive.Mean(values), Descriptive.StandardDeviation(values));
        if (sd == 0)
            throw new ArgumentException("Values that do not vary have no capability.", nameof(values));
        var offset = mean - target;
        var cpm = (upper - lower) / (6 * Math.Sqrt(sd * sd * (n - 1) / n + offset * offset));
        var tau = Math.Sqrt(sd * sd + offset * offset);
        var square = offset / sd * (offset / sd);
        var df = n * (1 + square) * (1 + square) / (1 + 2 * square);
        var ofSampleVariance = (upper - lower) / (6 * tau);
        return new TargetIndices(
            cpm,
            ofSampleVariance,
            Math.Min(upper - mean, mean - lower) / (3 * tau),
            CapabilityLimits.OfSpread(ofSampleVariance, df, confidence));
    }
}
