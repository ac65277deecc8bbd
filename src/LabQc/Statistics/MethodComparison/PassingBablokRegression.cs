namespace LabQc.Statistics;

/// <summary>Straight line through pairs by the shifted median of all pairwise slopes: no assumption on the errors' distribution.</summary>
/// <remarks>
/// Passing &amp; Bablok 1983, Journal of Clinical Chemistry and Clinical Biochemistry 21:709. Slopes Sᵢⱼ, i before j; pairs with equal
/// x and equal y are left out, and slopes of exactly -1; equal x gives ±∞ with the sign of yⱼ - yᵢ (so that ties in x make the
/// order of the pairs matter a little). K slopes are below -1. Slope: median of the sorted slopes moved up by K places;
/// intercept: median of y - slope · x. Interval: C = z √(n(n - 1)(2n + 5)/18); the paper takes the slopes of rank M1 + K and M2 + K
/// with M1 = (N - C)/2 rounded and M2 = N - M1 + 1. R's mcr rounds C instead and averages two neighbours where N - C is
/// even. The intercept's interval comes from the slope's ends. An end that lies outside the slopes, or is infinite, is null:
/// unbounded. Held to 1e-9 relative.
/// </remarks>
public sealed record PassingBablokRegression
{
    public required double Slope { get; init; }
    public required double Intercept { get; init; }
    /// <summary>Interval of the paper.</summary>
    public required BablokInterval Published { get; init; }
    /// <summary>Interval of R's mcr.</summary>
    public required BablokInterval Mcr { get; init; }
    /// <summary>N: slopes that count.</summary>
    public required int SlopeCount { get; init; }
    /// <summary>K: slopes below -1.</summary>
    public required int Offset { get; init; }
    /// <summary>M1: lower rank of the paper's interval, before K is added.</summary>
    public required int LowerRank { get; init; }
    /// <summary>M2: upper rank of the paper's interval, before K is added.</summary>
    public required int UpperRank { get; init; }

    /// <summary>The line of at least three pairs; time and memory grow with their square.</summary>
    /// <exception cref="ArgumentException">
    /// Unequal or too few pairs, a value that is not finite, a confidence outside (0, 1), or pairs that fix no finite slope.
    /// </exception>
    public static PassingBablokRegression Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        Readings.RequirePairs(x, y, 3);
        var slopes = new RankedSlopes(SortedSlopes(x, y));
        var slope = slopes.Midpoint(slopes.Count) is { } middle && double.IsFinite(middle)
            ? middle
            : throw new ArgumentException("These pairs fix no finite slope: too many have the same x, or fall.", nameof(x));
        double n = x.Length;
        var c = -StandardNormal.Quantile(ConfidenceLimits.TailOf(confidence)) * Math.Sqrt(n * (n - 1) * (2 * n + 5) / 18);
        var lowerRank = (int)Math.Round((slopes.Count - c) / 2);
        var upperRank = slopes.Count - lowerRank + 1;
        var wholeC = (int)Math.Round(c);
        return new PassingBablokRegression
        {
            Slope = slope,
            Intercept = MedianIntercept(x, y, slope),
            Published = IntervalOf(x, y, slopes.AtRank(lowerRank), slopes.AtRank(upperRank)),
            Mcr = IntervalOf(x, y, slopes.Midpoint(slopes.Count - wholeC), slopes.Midpoint(slopes.Count + wholeC)),
            SlopeCount = slopes.Count,
            Offset = slopes.Offset,
            LowerRank = lowerRank,
            UpperRank = upperRank,
        };
    }

    private static double[] SortedSlopes(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var slopes = new List<double>(x.Length * (x.Length - 1) / 2);
        for (var i = 0; i < x.Length; i++)
            for (var j = i + 1; j < x.Length; j++)
                if (SlopeBetween(x[j] - x[i], y[j] - y[i]) is { } slope && slope != -1)
                    slopes.Add(slope);
        slopes.Sort();
        return [.. slopes];
    }

    private static double? SlopeBetween(double dx, double dy)
    {
        if (dx != 0)
            return dy / dx;
        return dy == 0 ? null : dy > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    private static BablokInterval IntervalOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double? lower, double? upper)
    {
        var (from, to) = (Finite(lower), Finite(upper));
        return new BablokInterval(
            from, to,
            to is { } steepest ? MedianIntercept(x, y, steepest) : null,
            from is { } flattest ? MedianIntercept(x, y, flattest) : null);
    }

    private static double? Finite(double? slope) => slope is { } s && double.IsFinite(s) ? s : null;

    private static double MedianIntercept(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double slope)
    {
        var intercepts = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            intercepts[i] = y[i] - slope * x[i];
        return Medians.Of(intercepts);
    }

    /// <summary>Slopes in ascending order, ranks counted from 1 and moved up by the number of slopes below -1.</summary>
    private sealed class RankedSlopes(double[] sorted)
    {
        public int Count => sorted.Length;
        public int Offset { get; } = sorted.Count(s => s < -1);

        /// <summary>The slope of a rank, or null outside.</summary>
        public double? AtRank(int rank) => rank + Offset >= 1 && rank + Offset <= Count ? sorted[rank + Offset - 1] : null;

        /// <summary>The slope in the middle of ranks 1 to <paramref name="span"/>: of an even span, the mean of the middle two.</summary>
        public double? Midpoint(int span)
        {
            if (span % 2 != 0)
                return AtRank((span + 1) / 2);
            return AtRank(span / 2) is { } before && AtRank(span / 2 + 1) is { } after ? (before + after) / 2 : null;
        }
    }
}

/// <summary>Ends of the intervals of slope and intercept; null is unbounded.</summary>
public readonly record struct BablokInterval(double? SlopeLower, double? SlopeUpper, double? InterceptLower, double? InterceptUpper);
