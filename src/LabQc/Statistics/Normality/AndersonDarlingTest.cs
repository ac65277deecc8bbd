namespace LabQc.Statistics;

/// <summary>Anderson and Darling's test of normality with both parameters estimated.</summary>
/// <param name="A2">The statistic A².</param>
/// <param name="A2Star">A² (1 + 0.75/n + 2.25/n²), which p is read from.</param>
/// <param name="P">p value.</param>
public sealed record AndersonDarlingResult(double A2, double A2Star, double P);

/// <summary>Anderson and Darling's A² against a normal distribution with the sample's mean and SD (divisor n - 1).</summary>
/// <remarks>
/// Sources: Anderson and Darling 1954, Journal of the American Statistical Association 49, 765-769; correction and p by
/// Stephens 1986, in D'Agostino and Stephens, Goodness-of-Fit Techniques, section 4.8.5 and table 4.9. The p formulas are meant
/// for n >= 8; for fewer values p is a rough guide. Above A²* = 10, where they end, p is stated as 3.7e-24, their value
/// there. Relative accuracy 1e-9.
/// </remarks>
public static class AndersonDarlingTest
{
    private const double SmallestP = 3.7e-24;

    /// <summary>Tests a sample; null where all values are equal.</summary>
    /// <exception cref="ArgumentException">Fewer than three values, or one is not finite.</exception>
    public static AndersonDarlingResult? Test(IReadOnlyList<double> values)
    {
        var summary = SampleSummary.Of(values, 3, nameof(values));
        if (summary.SumOfSquares == 0)
            return null;
        double n = summary.Count, sd = Math.Sqrt(summary.Variance);
        var z = SampleSummary.Sorted(values).Select(v => (v - summary.Mean) / sd).ToArray();
        double sum = 0;
        for (var i = 0; i < z.Length; i++)
            sum += (2 * i + 1) * (LogCdf(z[i]) + LogCdf(-z[z.Length - 1 - i]));
        var a2 = -n - sum / n;
        var corrected = a2 * (1 + 0.75 / n + 2.25 / (n * n));
        return new AndersonDarlingResult(a2, corrected, P(corrected));
    }

    private static double P(double a) => a switch
    {
        < 0.2 => 1 - Math.Exp(-13.436 + 101.14 * a - 223.73 * a * a),
        < 0.34 => 1 - Math.Exp(-8.318 + 42.796 * a - 59.938 * a * a),
        < 0.6 => Math.Exp(0.9177 - 4.279 * a - 1.38 * a * a),
        < 10 => Math.Exp(1.2937 - 5.709 * a + 0.0186 * a * a),
        _ => SmallestP,
    };

    /// <summary>ln Φ(z), with digits on both sides: of 1 - Φ above zero, by the leading terms of the tail beyond -37.</summary>
    private static double LogCdf(double z) => z switch
    {
        > 0 => StirlingError.Log1p(-StandardNormal.UpperTail(z)),
        > -37 => Math.Log(StandardNormal.Cdf(z)),
        _ => -z * z / 2 - Math.Log(-z * Math.Sqrt(2 * Math.PI)) + StirlingError.Log1p(-1 / (z * z) + 3 / (z * z * z * z)),
    };
}
