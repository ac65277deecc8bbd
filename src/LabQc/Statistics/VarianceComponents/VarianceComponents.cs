namespace LabQc.Statistics;

/// <summary>Variance between groups (lots) and within them, in the squared unit of the values.</summary>
public sealed record VarianceComponents
{
    /// <summary>Mean of all values, each counting once.</summary>
    public required double GrandMean { get; init; }
    /// <summary>Mean square between groups.</summary>
    public required double MeanSquareBetween { get; init; }
    /// <summary>Mean square within groups: the variance within.</summary>
    public required double MeanSquareWithin { get; init; }
    /// <summary>The mean group size that the expectation of the mean square between holds, (N - Σn²/N)/(k - 1).</summary>
    public required double EffectiveSize { get; init; }
    /// <summary>(MS between - MS within)/effective size; may be negative.</summary>
    public required double VarianceBetween { get; init; }
    /// <summary>The F test of "no variance between"; null where no value differs from its group's mean.</summary>
    public required FTestResult? Test { get; init; }
    /// <summary>Exact interval of the intraclass correlation, of balanced groups only; not truncated at 0.</summary>
    public required ConfidenceLimits? IntraclassCorrelationInterval { get; init; }
    /// <summary>Interval of the variance within, from chi-squared.</summary>
    public required ConfidenceLimits VarianceWithinInterval { get; init; }

    /// <summary>The variance within groups.</summary>
    public double VarianceWithin => MeanSquareWithin;

    /// <summary>The variance between groups, a negative one taken as 0.</summary>
    public double VarianceBetweenTruncated => Math.Max(0, VarianceBetween);

    /// <summary>Share of the variance between groups (truncated) in the whole; null where there is none at all.</summary>
    public double? IntraclassCorrelation => VarianceBetweenTruncated + VarianceWithin is > 0 and var total ? VarianceBetweenTruncated / total : null;

    /// <summary>Estimates by the mean squares of the one-way analysis of variance.</summary>
    /// <param name="groups">Two groups or more, none empty, with more values than groups.</param>
    /// <param name="confidence">Confidence of the intervals.</param>
    /// <remarks>
    /// Source: Searle, Casella and McCulloch 1992, Variance Components, sections 3.4 to 3.6 (estimators, exact interval of the
    /// ratio). Relative accuracy 1e-9.
    /// </remarks>
    /// <exception cref="ArgumentException">The groups are not of that kind, or a value is not finite.</exception>
    public static VarianceComponents Estimate(IReadOnlyList<IReadOnlyList<double>> groups, double confidence = 0.95)
    {
        var layout = OneWayLayout.Of(groups);
        var tail = ConfidenceLimits.TailOf(confidence);
        double n = layout.Count;
        var size = (n - layout.Groups.Sum(g => (double)g.Count * g.Count) / n) / layout.BetweenDf;
        var test = GroupMeansTest.F(groups);
        return new VarianceComponents
        {
            GrandMean = layout.GrandMean,
            MeanSquareBetween = layout.MeanSquareBetween,
            MeanSquareWithin = layout.MeanSquareWithin,
            EffectiveSize = size,
            VarianceBetween = (layout.MeanSquareBetween - layout.MeanSquareWithin) / size,
            Test = test,
            IntraclassCorrelationInterval = test is null || !layout.IsBalanced ? null : CorrelationInterval(test, layout.Groups[0].Count, tail),
            VarianceWithinInterval = new ConfidenceLimits(
                layout.SumOfSquaresWithin / ChiSquare.Quantile(1 - tail, layout.WithinDf),
                layout.SumOfSquaresWithin / ChiSquare.Quantile(tail, layout.WithinDf)),
        };
    }

    private static ConfidenceLimits CorrelationInterval(FTestResult test, int n, double tail)
    {
        var lower = test.F / FisherF.Quantile(1 - tail, test.NumeratorDf, test.DenominatorDf);
        var upper = test.F / FisherF.Quantile(tail, test.NumeratorDf, test.DenominatorDf);
        return new ConfidenceLimits((lower - 1) / (lower + n - 1), (upper - 1) / (upper + n - 1));
    }
}
