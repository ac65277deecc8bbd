namespace LabQc.Statistics;

/// <summary>How the p value of a Mann-Whitney test was found.</summary>
public enum MannWhitneyMethod
{
    /// <summary>From the exact distribution of U.</summary>
    Exact,
    /// <summary>From the normal distribution with the variance corrected for ties and U moved 1/2 towards its mean.</summary>
    Normal,
}

/// <summary>A comparison of two samples by ranks.</summary>
/// <param name="U">Pairs in which the first sample's value is the larger, equal ones counting 1/2 (rank sum of x less n(n + 1)/2).</param>
/// <param name="P">Two-sided p value.</param>
/// <param name="Method">How p was found.</param>
public sealed record MannWhitneyResult(double U, double P, MannWhitneyMethod Method);

/// <summary>The Mann-Whitney (Wilcoxon rank sum) test.</summary>
/// <remarks>
/// Exact without ties and with fewer than 50 values in each sample: twice the smaller tail, at most 1. Otherwise normal with
/// correction for ties and continuity. Sources: Mann and Whitney 1947, Annals of Mathematical Statistics 18, 50-60 (the
/// recursion for the counts, equation 5); Lehmann 1975, Nonparametrics, section 1.4 (ties). Relative accuracy 1e-9.
/// </remarks>
public static class MannWhitneyTest
{
    private const int ExactBelow = 50;

    /// <summary>Compares two samples; null where all values are equal.</summary>
    /// <exception cref="ArgumentException">An empty sample, or a value that is not finite.</exception>
    public static MannWhitneyResult? Compare(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        SampleSummary.Require(x, 1, nameof(x));
        SampleSummary.Require(y, 1, nameof(y));
        int n = x.Count, m = y.Count;
        var ranks = Ranks.Of([.. x, .. y]);
        var u = ranks.Values.Take(n).Sum() - n * (n + 1.0) / 2;
        return !ranks.HasTies && n < ExactBelow && m < ExactBelow
            ? new MannWhitneyResult(u, ExactP((int)u, n, m), MannWhitneyMethod.Exact)
            : NormalP(u, n, m, ranks.TieSum) is { } p ? new MannWhitneyResult(u, p, MannWhitneyMethod.Normal) : null;
    }

    private static double ExactP(int u, int n, int m)
    {
        // The distribution is symmetric about nm/2: both tails are lower tails.
        var nearer = Math.Min(u, n * m - u);
        var counts = Counts(n, m);
        return Math.Min(1, 2 * counts.Take(nearer + 1).Sum() / counts.Sum());
    }

    /// <summary>The number of orders of n and m values with each U: sums of positive numbers, to double precision.</summary>
    private static double[] Counts(int n, int m)
    {
        // N(u; n, m) = N(u - m; n - 1, m) + N(u; n, m - 1), by whether the largest value is of the first or the second sample.
        double[] one = [1];
        var rows = Enumerable.Repeat(one, m + 1).ToArray();
        for (var i = 1; i <= n; i++)
        {
            var next = new double[m + 1][];
            next[0] = one;
            for (var j = 1; j <= m; j++)
                next[j] = Sum(rows[j], j, next[j - 1], i * j + 1);
            rows = next;
        }
        return rows[m];
    }

    private static double[] Sum(double[] shifted, int by, double[] other, int length)
    {
        var sum = new double[length];
        other.CopyTo(sum, 0);
        for (var i = 0; i < shifted.Length; i++)
            sum[i + by] += shifted[i];
        return sum;
    }

    private static double? NormalP(double u, double n, double m, double tieSum)
    {
        var total = n + m;
        var variance = n * m / 12 * (total + 1 - tieSum / (total * (total - 1)));
        if (!(variance > 0))
            return null;
        var distance = Math.Max(0, Math.Abs(u - n * m / 2) - 0.5);
        return Math.Min(1, 2 * StandardNormal.UpperTail(distance / Math.Sqrt(variance)));
    }
}
