namespace LabQc.Statistics;

/// <summary>Groups of values, with what a one-way analysis of variance is made of.</summary>
internal sealed class OneWayLayout
{
    private OneWayLayout(IReadOnlyList<SampleSummary> groups)
    {
        Groups = groups;
        Count = groups.Sum(g => g.Count);
        // About the first mean, lest a large offset cost digits.
        var origin = groups[0].Mean;
        GrandMean = origin + groups.Sum(g => g.Count * (g.Mean - origin)) / Count;
        SumOfSquaresBetween = groups.Sum(g => g.Count * (g.Mean - GrandMean) * (g.Mean - GrandMean));
        SumOfSquaresWithin = groups.Sum(g => g.SumOfSquares);
    }

    public IReadOnlyList<SampleSummary> Groups { get; }
    public int Count { get; }
    /// <summary>Mean of all values, each counting once.</summary>
    public double GrandMean { get; }
    public double SumOfSquaresBetween { get; }
    public double SumOfSquaresWithin { get; }
    public double BetweenDf => Groups.Count - 1;
    public double WithinDf => Count - Groups.Count;
    public double MeanSquareBetween => SumOfSquaresBetween / BetweenDf;
    public double MeanSquareWithin => SumOfSquaresWithin / WithinDf;
    public bool IsBalanced => Groups.All(g => g.Count == Groups[0].Count);

    /// <summary>Reads two groups or more, none of them empty, with more values than groups.</summary>
    /// <exception cref="ArgumentException">The groups are not of that kind, or a value is not finite.</exception>
    public static OneWayLayout Of(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2)
            throw new ArgumentException($"At least two groups are needed; got {groups.Count}.", nameof(groups));
        var layout = new OneWayLayout([.. groups.Select(g => SampleSummary.Of(g, 1, nameof(groups)))]);
        return layout.WithinDf > 0
            ? layout
            : throw new ArgumentException("At least one group must have two values.", nameof(groups));
    }

    /// <summary>Standard error of the difference of two group means from the pooled mean square.</summary>
    public double StandardErrorOf(int i, int j) =>
        Math.Sqrt(MeanSquareWithin * (1.0 / Groups[i].Count + 1.0 / Groups[j].Count));
}
