namespace LabQc.Statistics;

/// <summary>Tests of whether groups have one variance.</summary>
/// <remarks>
/// Values that are not finite are refused. Where a test is undefined (all deviations alike, a variance of zero) the answer is
/// null. Relative accuracy 1e-9.
/// </remarks>
public static class VarianceTests
{
    private const double Rounding = 1e-26;

    /// <summary>F = var(x) / var(y), variances with divisor n - 1; p is two-sided: twice the smaller tail.</summary>
    /// <remarks>Null where either variance is zero. Assumes normality, and is misled by its absence: prefer <see cref="BrownForsythe"/>.</remarks>
    /// <exception cref="ArgumentException">Fewer than two values in a sample, or one is not finite.</exception>
    public static FTestResult? Ratio(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (a, b) = (SampleSummary.Of(x, 2, nameof(x)), SampleSummary.Of(y, 2, nameof(y)));
        if (a.SumOfSquares == 0 || b.SumOfSquares == 0)
            return null;
        var f = a.Variance / b.Variance;
        double df1 = a.Count - 1, df2 = b.Count - 1;
        var p = 2 * Math.Min(FisherF.Cdf(f, df1, df2), FisherF.UpperTail(f, df1, df2));
        return new FTestResult(f, df1, df2, Math.Min(1, p));
    }

    /// <summary>One-way analysis of variance of the absolute deviations from the group means.</summary>
    /// <remarks>Source: Levene 1960, in Olkin (ed.), Contributions to Probability and Statistics, 278-292. F(k - 1, N - k), upper tail.</remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no df, or a value that is not finite.</exception>
    public static FTestResult? Levene(IReadOnlyList<IReadOnlyList<double>> groups) =>
        OfDeviations(groups, g => SampleSummary.Of(g, 1, nameof(groups)).Mean);

    /// <summary>One-way analysis of variance of the absolute deviations from the group medians.</summary>
    /// <remarks>Source: Brown and Forsythe 1974, Journal of the American Statistical Association 69, 364-367. F(k - 1, N - k), upper tail.</remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no df, or a value that is not finite.</exception>
    public static FTestResult? BrownForsythe(IReadOnlyList<IReadOnlyList<double>> groups) =>
        OfDeviations(groups, SampleSummary.MedianOf);

    /// <summary>Bartlett's K² with its correction C, chi-squared with k - 1 df.</summary>
    /// <remarks>
    /// Null where a group has one value only or no variance. Source: Bartlett 1937, Proceedings of the Royal Society A 160, 268-282.
    /// Assumes normality.
    /// </remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no df, or a value that is not finite.</exception>
    public static ChiSquareTestResult? Bartlett(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var layout = OneWayLayout.Of(groups);
        if (layout.Groups.Any(g => g.Count < 2 || g.SumOfSquares == 0))
            return null;
        double k = layout.Groups.Count, df = layout.WithinDf;
        // Each term is weighted by its logarithm against the pooled one: no difference of two large sums.
        var raw = -layout.Groups.Sum(g => (g.Count - 1) * Math.Log(g.Variance / layout.MeanSquareWithin));
        var correction = 1 + (layout.Groups.Sum(g => 1.0 / (g.Count - 1)) - 1 / df) / (3 * (k - 1));
        var statistic = Math.Max(0, raw / correction);
        return new ChiSquareTestResult(statistic, k - 1, ChiSquare.UpperTail(statistic, k - 1));
    }

    private static FTestResult? OfDeviations(IReadOnlyList<IReadOnlyList<double>> groups, Func<IReadOnlyList<double>, double> centreOf)
    {
        _ = OneWayLayout.Of(groups);
        double[][] deviations = [.. groups.Select(g => DeviationsFrom(centreOf(g), g))];
        // In a group of two both deviations are equal but for rounding; what rounding leaves is no variance.
        var rounding = Rounding * deviations.Sum(g => g.Sum(d => d * d));
        return OneWayLayout.Of(deviations).SumOfSquaresWithin <= rounding ? null : GroupMeansTest.F(deviations);
    }

    private static double[] DeviationsFrom(double centre, IReadOnlyList<double> values) =>
        [.. values.Select(v => Math.Abs(v - centre))];
}
