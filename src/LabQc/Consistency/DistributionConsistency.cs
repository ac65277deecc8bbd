using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Compares whole distributions by their Wasserstein-1 distance to the barycentre of a set.</summary>
public static class DistributionConsistency
{
    /// <summary>Fewer other lots give no limit, only a rank.</summary>
    public const int LeastForLimit = 20;

    private const double Confidence = 0.99;

    /// <summary>Compares a distribution with those of the other lots of its set.</summary>
    /// <param name="judged">The judged lot's quantile function in nm; null where it has none.</param>
    /// <param name="others">The quantile functions of the other lots.</param>
    public static DistributionComparison Of(double[]? judged, IReadOnlyList<double[]> others)
    {
        if (judged is null)
            return NotJudged("the lot has no size distribution");
        if (others.Count < 2)
            return NotJudged("fewer than two other lots of the set have a size distribution");
        var barycentre = QuantileFunctions.Mean(others);
        var distance = QuantileFunctions.Distance(judged, barycentre);
        var own = OwnDistances(others, barycentre);
        var limit = others.Count >= LeastForLimit ? Limit(own) : null;
        return new DistributionComparison
        {
            DistanceNm = distance,
            LimitNm = limit,
            RankP = (1.0 + own.Count(d => d >= distance)) / (own.Length + 1),
            OwnDistances = own,
            Verdict = limit is null ? ConsistencyVerdict.NotJudged : distance > limit ? ConsistencyVerdict.OutOfTrend : ConsistencyVerdict.InTrend,
            Reason = limit is null ? $"fewer than {LeastForLimit} other lots in the set: only the rank" : null,
        };
    }

    /// <summary>
    /// The distance of each lot from the barycentre of all the others: n/(n - 1) times that from the barycentre of all, which is
    /// the same, because leaving one out moves the mean by 1/(n - 1) of its difference.
    /// </summary>
    public static double[] OwnDistances(IReadOnlyList<double[]> lots, double[] barycentre)
    {
        var n = (double)lots.Count;
        return [.. lots.Select(q => n / (n - 1) * QuantileFunctions.Distance(q, barycentre))];
    }

    /// <summary>
    /// The distance that one further lot like these exceeds once in a hundred: (m + t(0.99; n - 1) s √(1 + 1/n))³ with m and s the
    /// mean and standard deviation of the cube roots. Distances are close to half-normal, which a cube root makes nearly
    /// symmetric (as Wilson and Hilferty 1931 for chi-squared); a seeded simulation in the tests holds the rate of false alarms.
    /// Null where the distances do not vary.
    /// </summary>
    public static double? Limit(IReadOnlyList<double> own)
    {
        var roots = own.Select(Math.Cbrt).ToArray();
        var sd = Descriptive.StandardDeviation(roots);
        if (!(sd > 0))
            return null;
        var n = roots.Length;
        return Math.Pow(Descriptive.Mean(roots) + StudentsT.Quantile(Confidence, n - 1) * sd * Math.Sqrt(1 + 1.0 / n), 3);
    }

    private static DistributionComparison NotJudged(string reason) => new() { Verdict = ConsistencyVerdict.NotJudged, Reason = reason };
}
