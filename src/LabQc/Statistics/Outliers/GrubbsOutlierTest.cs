namespace LabQc.Statistics;

/// <summary>The value farthest from the mean, and whether it is too far.</summary>
/// <param name="G">Its distance from the mean in standard deviations (divisor n - 1).</param>
/// <param name="Index">Its place in the sample, from 0; of several equally far the first.</param>
/// <param name="CriticalOneSided">Critical G for an outlier on one named side.</param>
/// <param name="CriticalTwoSided">Critical G for an outlier on either side.</param>
public sealed record GrubbsOutlierResult(double G, int Index, double CriticalOneSided, double CriticalTwoSided)
{
    /// <summary>Whether G is above the two-sided critical value.</summary>
    public bool IsOutlier => G > CriticalTwoSided;
}

/// <summary>Grubbs's test for one outlier in a normal sample.</summary>
/// <remarks>
/// Critical G = (n - 1)/√n · √(t²/(n - 2 + t²)), t the quantile of Student's t with n - 2 df at 1 - α/(2n), one-sided 1 - α/n.
/// Sources: Grubbs 1950, Annals of Mathematical Statistics 21, 27-58; Grubbs 1969, Technometrics 11, 1-21.
/// Relative accuracy 1e-9.
/// </remarks>
public static class GrubbsOutlierTest
{
    /// <summary>Tests a sample; null where all values are equal.</summary>
    /// <param name="values">At least three values.</param>
    /// <param name="alpha">Level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">Fewer than three values, one is not finite, or the level is outside.</exception>
    public static GrubbsOutlierResult? Test(IReadOnlyList<double> values, double alpha = 0.05)
    {
        SampleSummary.Require(values, 3, nameof(values));
        if (ExtremeDeviate.Of(values) is not { } extreme)
            return null;
        var n = values.Count;
        return new GrubbsOutlierResult(extreme.R, extreme.Index, ExtremeDeviate.Critical(n, alpha / n), ExtremeDeviate.Critical(n, alpha / (2 * n)));
    }
}

/// <summary>The value of a sample that lies farthest from its mean.</summary>
/// <param name="R">Distance in standard deviations.</param>
/// <param name="Index">Its place in the sample, from 0.</param>
internal readonly record struct ExtremeDeviate(double R, int Index)
{
    // Two values as far from the mean as each other differ by rounding alone; then the first is named.
    private const double SameDistance = 1e-12;

    /// <summary>Null where all values are equal.</summary>
    public static ExtremeDeviate? Of(IReadOnlyList<double> values)
    {
        var summary = SampleSummary.Of(values, 2, nameof(values));
        if (summary.SumOfSquares == 0)
            return null;
        double[] distances = [.. values.Select(v => Math.Abs(v - summary.Mean))];
        var largest = distances.Max();
        var index = Array.FindIndex(distances, d => d >= largest * (1 - SameDistance));
        return new ExtremeDeviate(distances[index] / Math.Sqrt(summary.Variance), index);
    }

    /// <summary>The distance that one of <paramref name="n"/> values exceeds with probability <paramref name="tail"/> on one side.</summary>
    public static double Critical(int n, double tail)
    {
        if (!(tail is > 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "The level must be above 0 and small enough for a tail.");
        var t = -StudentsT.Quantile(tail, n - 2);
        return (n - 1) / Math.Sqrt(n) / Math.Sqrt(1 + (n - 2) / (t * t));
    }
}
