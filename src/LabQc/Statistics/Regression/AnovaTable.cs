namespace LabQc.Statistics;

/// <summary>The table of a one-way analysis of variance, groups of any sizes.</summary>
/// <remarks>
/// F = mean square between / mean square within (Fisher 1925). Everything is computed about the first value with compensated
/// sums. Held to NIST's data sets: 1e-11 (lower difficulty) and 1e-9 (average), and to what the decimal data leave of the
/// higher ones.
/// </remarks>
public sealed record AnovaTable
{
    public required int BetweenDf { get; init; }
    public required int WithinDf { get; init; }
    public required double BetweenSumOfSquares { get; init; }
    public required double WithinSumOfSquares { get; init; }

    public double BetweenMeanSquare => BetweenSumOfSquares / BetweenDf;

    public double WithinMeanSquare => WithinSumOfSquares / WithinDf;

    /// <summary>Infinite where groups differ and nothing varies within them; null where nothing varies at all.</summary>
    public double? F => WithinSumOfSquares > 0 ? BetweenMeanSquare / WithinMeanSquare
        : BetweenSumOfSquares > 0 ? double.PositiveInfinity
        : null;

    /// <summary>Share of the sum of squares that lies between groups; null where nothing varies.</summary>
    public double? RSquared => BetweenSumOfSquares + WithinSumOfSquares is > 0 and var total ? BetweenSumOfSquares / total : null;

    /// <summary>Square root of the mean square within groups.</summary>
    public double ResidualStandardDeviation => Math.Sqrt(WithinMeanSquare);

    /// <summary>The table of these groups.</summary>
    /// <param name="groups">Two or more, none empty, with more values than groups.</param>
    /// <exception cref="ArgumentException">Too few groups or values, or a value that is not finite.</exception>
    public static AnovaTable OneWay(IReadOnlyList<double[]> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var n = groups.Sum(group => group.Length);
        if (groups.Count < 2 || n <= groups.Count)
            throw new ArgumentException($"{n} values in {groups.Count} groups are too few.", nameof(groups));
        foreach (var group in groups)
            Descriptive.RequireFinite(group, 1);
        var origin = groups[0][0];
        double[][] moved = [.. groups.Select(group => Array.ConvertAll(group, value => value - origin))];
        double[] all = [.. moved.SelectMany(group => group)];
        var grandMean = Descriptive.Mean(all);
        var between = new CompensatedSum();
        var within = new CompensatedSum();
        foreach (var group in moved)
        {
            var deviation = Descriptive.Mean(group) - grandMean;
            between.Add(group.Length * deviation * deviation);
            within.Add(Descriptive.SumOfSquares(group));
        }
        return new AnovaTable
        {
            BetweenDf = groups.Count - 1,
            WithinDf = n - groups.Count,
            BetweenSumOfSquares = between.Value,
            WithinSumOfSquares = within.Value,
        };
    }
}
