namespace LabQc.Statistics;

/// <summary>Tests of whether several groups have one mean, or one location.</summary>
/// <remarks>Values that are not finite are refused. Relative accuracy 1e-9.</remarks>
public static class GroupMeansTest
{
    /// <summary>The F test of the one-way analysis of variance: F(k - 1, N - k), upper tail.</summary>
    /// <remarks>Null where no value differs from its group's mean. Source: Fisher 1925, Statistical Methods for Research Workers, chapter 7.</remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no df within, or a value that is not finite.</exception>
    public static FTestResult? F(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var layout = OneWayLayout.Of(groups);
        if (layout.SumOfSquaresWithin == 0)
            return null;
        var f = layout.MeanSquareBetween / layout.MeanSquareWithin;
        return new FTestResult(f, layout.BetweenDf, layout.WithinDf, FisherF.UpperTail(f, layout.BetweenDf, layout.WithinDf));
    }

    /// <summary>The pooled mean square within groups, with N - k degrees of freedom, in the squared unit.</summary>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no df within, or a value that is not finite.</exception>
    public static double MeanSquareWithin(IReadOnlyList<IReadOnlyList<double>> groups) => OneWayLayout.Of(groups).MeanSquareWithin;

    /// <summary>Kruskal and Wallis's H on mid-ranks, divided by 1 - Σ(t³ - t)/(N³ - N), chi-squared with k - 1 df.</summary>
    /// <remarks>Null where all values are equal. Source: Kruskal and Wallis 1952, Journal of the American Statistical Association 47, 583-621.</remarks>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, or a value that is not finite.</exception>
    public static ChiSquareTestResult? KruskalWallis(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var layout = OneWayLayout.Of(groups);
        double n = layout.Count, middle = (n + 1) / 2;
        var ranks = Ranks.Of([.. groups.SelectMany(g => g)]);
        var tied = 1 - ranks.TieSum / (n * n * n - n);
        if (tied <= 0)
            return null;
        double sum = 0;
        var next = 0;
        foreach (var group in groups)
        {
            var mean = ranks.Values.Skip(next).Take(group.Count).Average();
            sum += group.Count * (mean - middle) * (mean - middle);
            next += group.Count;
        }
        var h = 12 * sum / (n * (n + 1)) / tied;
        return new ChiSquareTestResult(h, layout.BetweenDf, ChiSquare.UpperTail(h, layout.BetweenDf));
    }
}
