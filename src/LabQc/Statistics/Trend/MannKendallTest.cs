namespace LabQc.Statistics;

/// <summary>A monotone trend over time by ranks, and its slope.</summary>
public sealed record MannKendallResult
{
    /// <summary>Pairs that rise with time less pairs that fall; equal values or times count 0.</summary>
    public required long S { get; init; }
    /// <summary>Variance of S without a trend, corrected for ties.</summary>
    public required double VarianceOfS { get; init; }
    /// <summary>(S ∓ 1)/√variance, 0 for S = 0; null where all values or all times are equal.</summary>
    public required double? Z { get; init; }
    /// <summary>Two-sided p from the normal distribution; null with <see cref="Z"/>.</summary>
    public required double? P { get; init; }
    /// <summary>Kendall's τ_b of value and time; null with <see cref="Z"/>.</summary>
    public required double? TauB { get; init; }
    /// <summary>Sen's slope: the median of the slopes of all pairs of different times; null without such a pair.</summary>
    public required double? SenSlope { get; init; }
    /// <summary>The median of value - slope · time; null with <see cref="SenSlope"/>.</summary>
    public required double? SenIntercept { get; init; }
}

/// <summary>The Mann-Kendall test for trend with Sen's slope.</summary>
/// <remarks>
/// Sources: Mann 1945, Econometrica 13, 245-259; Kendall 1975, Rank Correlation Methods, 4th edition, equation 4.4 (the variance
/// with ties in one or both variables) and 3.3 (τ_b); Sen 1968, Journal of the American Statistical Association 63,
/// 1379-1389; the intercept after Conover 1980, Practical Nonparametric Statistics. Normal approximation with continuity
/// correction at every n; wanting for n below about 10. Relative accuracy 1e-9.
/// </remarks>
public static class MannKendallTest
{
    /// <summary>Tests values taken at equal steps of time, 1 to n.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, or one is not finite.</exception>
    public static MannKendallResult Test(IReadOnlyList<double> values)
    {
        SampleSummary.Require(values, 2, nameof(values));
        return Test([.. Enumerable.Range(1, values.Count).Select(i => (double)i)], values);
    }

    /// <summary>Tests values taken at given times, in any order; several at one time are no evidence of order.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, unequal counts, or a number that is not finite.</exception>
    public static MannKendallResult Test(IReadOnlyList<double> times, IReadOnlyList<double> values)
    {
        SampleSummary.Require(times, 2, nameof(times));
        SampleSummary.Require(values, 2, nameof(values));
        if (times.Count != values.Count)
            throw new ArgumentException($"{times.Count} times and {values.Count} values do not pair.", nameof(values));
        var slopes = new List<double>();
        var s = Concordance(times, values, slopes);
        var (ofTimes, ofValues) = (TieSums.Of(times), TieSums.Of(values));
        var variance = Variance(values.Count, ofTimes, ofValues);
        double? z = variance > 0 ? (s - Math.Sign(s)) / Math.Sqrt(variance) : null;
        double? slope = slopes.Count > 0 ? SampleSummary.MedianOf(slopes) : null;
        var pairs = values.Count * (values.Count - 1.0) / 2;
        return new MannKendallResult
        {
            S = s,
            VarianceOfS = variance,
            Z = z,
            P = z is null ? null : Math.Min(1, 2 * StandardNormal.UpperTail(Math.Abs(z.Value))),
            TauB = z is null ? null : s / Math.Sqrt((pairs - ofTimes.Pairs) * (pairs - ofValues.Pairs)),
            SenSlope = slope,
            SenIntercept = slope is null ? null : SampleSummary.MedianOf([.. values.Zip(times, (v, t) => v - slope.Value * t)]),
        };
    }

    private static long Concordance(IReadOnlyList<double> times, IReadOnlyList<double> values, List<double> slopes)
    {
        long s = 0;
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = i + 1; j < values.Count; j++)
            {
                var (rise, run) = (values[j] - values[i], times[j] - times[i]);
                s += Math.Sign(rise) * Math.Sign(run);
                if (run != 0)
                    slopes.Add(rise / run);
            }
        }
        return s;
    }

    private static double Variance(double n, TieSums times, TieSums values)
    {
        var pairs = n * (n - 1);
        var variance = (pairs * (2 * n + 5) - times.Variance - values.Variance) / 18
            + 2 * times.Pairs * values.Pairs / pairs;
        if (n > 2)
            variance += times.Triples * values.Triples / (9 * pairs * (n - 2));
        // Where all times or all values are equal the terms cancel, but for their rounding.
        return 2 * Math.Max(times.Pairs, values.Pairs) >= pairs ? 0 : variance;
    }

    /// <summary>Sums over groups of t equal numbers: t(t - 1)/2, t(t - 1)(2t + 5), t(t - 1)(t - 2).</summary>
    private readonly record struct TieSums(double Pairs, double Variance, double Triples)
    {
        public static TieSums Of(IReadOnlyList<double> numbers)
        {
            double[] ties = [.. numbers.GroupBy(v => v).Select(g => (double)g.Count())];
            return new TieSums(
                ties.Sum(t => t * (t - 1) / 2),
                ties.Sum(t => t * (t - 1) * (2 * t + 5)),
                ties.Sum(t => t * (t - 1) * (t - 2)));
        }
    }
}
