namespace LabQc.Statistics;

/// <summary>Two groups' means compared, among several groups.</summary>
/// <param name="I">Index of the first group, from 0.</param>
/// <param name="J">Index of the second group, above <paramref name="I"/>.</param>
/// <param name="Difference">Mean of group J less mean of group I, in the values' unit.</param>
/// <param name="Q">The studentized range statistic: √2 times |difference| over its standard error.</param>
/// <param name="DegreesOfFreedom">Of the standard error; fractional for Games and Howell.</param>
/// <param name="P">p value, adjusted for all pairs.</param>
/// <param name="Interval">Simultaneous confidence interval of the difference.</param>
public sealed record PairwiseComparison(
    int I, int J, double Difference, double Q, double DegreesOfFreedom, double P, ConfidenceLimits Interval);

/// <summary>All pairs of group means, held simultaneously by the studentized range.</summary>
/// <remarks>
/// Pairs come in the order (0,1), (0,2) … (1,2) … . Values that are not finite are refused. p and interval say the same: the
/// interval excludes zero exactly when p is below 1 - confidence. Relative accuracy 1e-9.
/// </remarks>
public static class PairwiseComparisons
{
    /// <summary>
    /// Tukey's honestly significant differences with Kramer's standard error for unequal group sizes; one variance for all groups.
    /// </summary>
    /// <param name="groups">Two groups or more, none empty, with more values than groups.</param>
    /// <param name="confidence">Simultaneous confidence of the intervals.</param>
    /// <remarks>
    /// Null where no value differs from its group's mean. Sources: Tukey 1953, The Problem of Multiple Comparisons; Kramer 1956,
    /// Biometrics 12, 307-310.
    /// </remarks>
    /// <exception cref="ArgumentException">The groups are not of that kind, or a value is not finite.</exception>
    public static IReadOnlyList<PairwiseComparison>? TukeyKramer(IReadOnlyList<IReadOnlyList<double>> groups, double confidence = 0.95)
    {
        var alpha = 2 * ConfidenceLimits.TailOf(confidence);
        var layout = OneWayLayout.Of(groups);
        if (layout.SumOfSquaresWithin == 0)
            return null;
        var critical = StudentizedRange.UpperQuantile(alpha, groups.Count, layout.WithinDf);
        return [.. Pairs(groups.Count).Select(p => Compare(layout, p, layout.StandardErrorOf(p.I, p.J), layout.WithinDf, critical))];
    }

    /// <summary>Games and Howell's comparisons: each pair with its own variances and Welch's degrees of freedom.</summary>
    /// <param name="groups">Two groups or more of at least two values each.</param>
    /// <param name="confidence">Simultaneous confidence of the intervals.</param>
    /// <remarks>
    /// For groups of unequal variance, such as isolation methods; about six values a group are wanted for its level to hold
    /// (Games and Howell 1976, Journal of Educational Statistics 1, 113-125, equation 3). Null where two groups
    /// both have no variance, so that their pair has no standard error.
    /// </remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, fewer than two values in one, or a value that is not finite.</exception>
    public static IReadOnlyList<PairwiseComparison>? GamesHowell(IReadOnlyList<IReadOnlyList<double>> groups, double confidence = 0.95)
    {
        var alpha = 2 * ConfidenceLimits.TailOf(confidence);
        var layout = OneWayLayout.Of(groups);
        if (layout.Groups.Any(g => g.Count < 2))
            throw new ArgumentException("Each group needs two values.", nameof(groups));
        if (layout.Groups.Count(g => g.SumOfSquares == 0) > 1)
            return null;
        return [.. Pairs(groups.Count).Select(p => CompareByWelch(layout, p, alpha))];
    }

    private static PairwiseComparison CompareByWelch(OneWayLayout layout, (int I, int J) pair, double alpha)
    {
        var (a, b) = (layout.Groups[pair.I], layout.Groups[pair.J]);
        var df = TwoSampleTTest.WelchDegreesOfFreedom(a, b);
        var critical = StudentizedRange.UpperQuantile(alpha, layout.Groups.Count, df);
        return Compare(layout, pair, Math.Sqrt(a.VarianceOfMean + b.VarianceOfMean), df, critical);
    }

    private static PairwiseComparison Compare(OneWayLayout layout, (int I, int J) pair, double error, double df, double critical)
    {
        var difference = layout.Groups[pair.J].Mean - layout.Groups[pair.I].Mean;
        var unit = error / Math.Sqrt(2);
        var q = Math.Abs(difference) / unit;
        return new PairwiseComparison(
            pair.I, pair.J, difference, q, df,
            StudentizedRange.UpperTail(q, layout.Groups.Count, df),
            ConfidenceLimits.Around(difference, critical * unit));
    }

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        from i in Enumerable.Range(0, count)
        from j in Enumerable.Range(i + 1, count - i - 1)
        select (i, j);
}
