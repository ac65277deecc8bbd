namespace LabQc.Statistics;

/// <summary>
/// Quantiles and fractions of a binned distribution. Within a bin particles are spread evenly, so the cumulative curve is
/// linear between edges.
/// </summary>
/// <remarks>
/// Definition: the smallest x at which the cumulative fraction reaches p (Hyndman and Fan's inverse of the distribution
/// function, on the piecewise linear curve); where it is level over empty bins that is the left end. A cumulative fraction that
/// misses p by less than 1e-12, which is rounding, counts as reaching it: otherwise a D50 could jump over a gap. Held to 1e-10
/// relative.
/// </remarks>
public static class HistogramQuantiles
{
    internal const double Rounding = 1e-12;

    /// <summary>
    /// The diameter at which the cumulative curve reaches <paramref name="p"/>; at p = 0 the lower edge of the first bin with
    /// particles, at 1 the upper edge of the last.
    /// </summary>
    /// <exception cref="ArgumentException">No particles, an unsound value, or p outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double p)
    {
        var (bin, fraction) = Find(edges, values, p);
        return edges[bin] + fraction * (edges[bin + 1] - edges[bin]);
    }

    /// <summary>As <see cref="Quantile"/>, but particles lie evenly over the logarithm of the diameter within a bin.</summary>
    /// <exception cref="ArgumentException">Also where the first edge is 0: its logarithm does not exist.</exception>
    public static double LogarithmicQuantile(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double p)
    {
        var (bin, fraction) = Find(edges, values, p);
        if (edges[0] <= 0)
            throw new ArgumentException("Interpolation in the logarithm needs positive edges.", nameof(edges));
        return edges[bin] * Math.Pow(edges[bin + 1] / edges[bin], fraction);
    }

    /// <summary>
    /// The quantile function at p = (k - 1/2)/m for k = 1 … m, m being the length of <paramref name="quantiles"/>: increasing,
    /// and the form in which whole distributions are averaged and compared.
    /// </summary>
    public static void QuantileFunction(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, Span<double> quantiles)
    {
        var total = Histogram.TotalOfSome(edges, values);
        var step = total / quantiles.Length;
        double before = 0;
        var k = 0;
        for (var i = 0; i < values.Length && k < quantiles.Length; i++)
        {
            if (values[i] == 0)
                continue;
            var after = before + values[i];
            for (var target = (k + 0.5) * step; k < quantiles.Length && after >= target - Rounding * total; target = (++k + 0.5) * step)
                quantiles[k] = Interpolate(edges[i], edges[i + 1], (target - before) / values[i]);
            before = after;
        }
    }

    /// <summary>The fraction of particles below <paramref name="diameter"/>, 0 … 1.</summary>
    public static double FractionBelow(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double diameter) =>
        FractionWithin(edges, values, double.NegativeInfinity, diameter);

    /// <summary>
    /// The fraction of particles within [<paramref name="low"/>, <paramref name="high"/>], 0 … 1; a bin that an end cuts counts
    /// in proportion to its overlap. Either end may be infinite.
    /// </summary>
    /// <exception cref="ArgumentException">No particles, an unsound value, or low > high.</exception>
    public static double FractionWithin(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double low, double high)
    {
        if (!(low <= high))
            throw new ArgumentException(FormattableString.Invariant($"A range from {low} to {high} is none."), nameof(low));
        var total = Histogram.TotalOfSome(edges, values);
        double within = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                within += values[i] * Overlap(edges[i], edges[i + 1], low, high);
        }
        return Math.Min(1, within / total);
    }

    /// <summary>The part of the bin from <paramref name="lower"/> to <paramref name="upper"/> within [low, high], 0 … 1.</summary>
    internal static double Overlap(double lower, double upper, double low, double high)
    {
        if (lower >= low && upper <= high)
            return 1;
        var overlap = Math.Min(upper, high) - Math.Max(lower, low);
        return overlap <= 0 ? 0 : overlap / (upper - lower);
    }

    internal static double Interpolate(double lower, double upper, double fraction) =>
        lower + Math.Clamp(fraction, 0, 1) * (upper - lower);

    private static (int Bin, double Fraction) Find(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant($"{p} is no fraction between 0 and 1."), nameof(p));
        var total = Histogram.TotalOfSome(edges, values);
        var target = p * total;
        double before = 0;
        var last = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == 0)
                continue;
            if (before + values[i] >= target - Rounding * total)
                return (i, Math.Clamp((target - before) / values[i], 0, 1));
            before += values[i];
            last = i;
        }
        return (last, 1);
    }
}
