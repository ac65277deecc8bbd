namespace LabQc.Statistics;

/// <summary>The largest distance between two samples' cumulative curves.</summary>
/// <param name="D">The distance, 0 to 1.</param>
/// <param name="PExact">Two-sided exact p; null with ties, or where the samples are too large for it.</param>
/// <param name="PAsymptotic">Two-sided p from Kolmogorov's limiting distribution at √(nm/(n + m)) D, without correction.</param>
public sealed record KolmogorovSmirnovResult(double D, double? PExact, double PAsymptotic);

/// <summary>The two-sample Kolmogorov-Smirnov test.</summary>
/// <remarks>
/// The exact p is the probability that a random lattice path from (0, 0) to (n, m) touches |i/n - j/m| >= D, summed over the
/// places of first touch: additions of positive numbers only, so small p values keep their digits. (Hodges 1958, Arkiv för
/// Matematik 3, 469-486, walks the same lattice; 1 - P(no touch) would lose all digits below 1e-13.) Exact without ties and
/// up to nm = 25 million. Relative accuracy 1e-9.
/// </remarks>
public static class KolmogorovSmirnovTest
{
    private const long LargestLattice = 25_000_000;

    /// <summary>Compares two samples.</summary>
    /// <exception cref="ArgumentException">An empty sample, or a value that is not finite.</exception>
    public static KolmogorovSmirnovResult Compare(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        SampleSummary.Require(x, 1, nameof(x));
        SampleSummary.Require(y, 1, nameof(y));
        long n = x.Count, m = y.Count, distance = 0;
        var hasTies = false;
        foreach (var step in SampleSteps.Of(x, y))
        {
            distance = Math.Max(distance, Math.Abs(step.Below(n, m)));
            hasTies |= step.IsTied;
        }
        var d = distance / ((double)n * m);
        return new KolmogorovSmirnovResult(
            d,
            hasTies || n * m > LargestLattice ? null : ExactP(distance, (int)n, (int)m),
            KolmogorovDistribution.UpperTail(Math.Sqrt((double)n * m / (n + m)) * d));
    }

    private static double ExactP(long distance, int n, int m)
    {
        // reach[j] is the probability that the path comes to (i, j) untouched; the next step is towards i with (n - i)/(rest).
        var reach = new double[m + 1];
        reach[0] = 1;
        double touched = 0;
        for (var i = 0; i <= n; i++)
        {
            double fromBelow = 0;
            for (var j = 0; j <= m; j++)
            {
                var here = reach[j] + fromBelow;
                if (Math.Abs((long)i * m - (long)j * n) >= distance)
                {
                    touched += here;
                    here = 0;
                }
                double rest = n - i + m - j;
                fromBelow = rest > 0 ? here * ((m - j) / rest) : 0;
                reach[j] = rest > 0 ? here * ((n - i) / rest) : 0;
            }
        }
        return Math.Min(1, touched);
    }
}

/// <summary>Kolmogorov's limiting distribution of √n D.</summary>
/// <remarks>Source: Kolmogorov 1933, Giornale dell'Istituto Italiano degli Attuari 4; both forms of the theta series, each where it converges in a few terms.</remarks>
public static class KolmogorovDistribution
{
    /// <summary>Probability of a value above <paramref name="x"/>; 1 at and below zero. Relative accuracy 1e-14.</summary>
    public static double UpperTail(double x)
    {
        if (x <= 0)
            return 1;
        if (x < 1)
            return 1 - Math.Sqrt(2 * Math.PI) / x * Odd().Sum(k => Math.Exp(-k * k * Math.PI * Math.PI / (8 * x * x)));
        return 2 * Enumerable.Range(1, 8).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * k * k * x * x));
    }

    private static IEnumerable<double> Odd() => Enumerable.Range(0, 6).Select(k => 2.0 * k + 1);
}
