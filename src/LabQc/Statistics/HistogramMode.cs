namespace LabQc.Statistics;

/// <summary>The peak of a binned distribution. Null without particles; of equal ones the first.</summary>
public static class HistogramMode
{
    /// <summary>Widths that differ by less are the same: edges such as 0.1·i are rounded.</summary>
    private const double SameWidth = 1e-9;

    /// <summary>The bin of the highest density, value over width.</summary>
    public static int? OfDensity(ReadOnlySpan<double> edges, ReadOnlySpan<double> values)
    {
        int? best = null;
        double highest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var density = Density(edges, values, i);
            if (density > highest * (1 + HistogramSummary.SameDensity))
                (best, highest) = (i, density);
        }
        return best;
    }

    /// <summary>The bin of the highest value, whatever its width.</summary>
    public static int? OfValues(ReadOnlySpan<double> values)
    {
        int? best = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > (best is { } b ? values[b] : 0))
                best = i;
        }
        return best;
    }

    /// <summary>
    /// The mode of grouped data: L + h (f1 - f0)/(2 f1 - f0 - f2), with the densities before, in and after the bin of the
    /// highest. Null at either end of the histogram, or where the three bins differ in width.
    /// </summary>
    public static double? Grouped(ReadOnlySpan<double> edges, ReadOnlySpan<double> values)
    {
        if (OfDensity(edges, values) is not { } m || m == 0 || m == values.Length - 1)
            return null;
        var width = edges[m + 1] - edges[m];
        if (Differs(edges[m] - edges[m - 1], width) || Differs(edges[m + 2] - edges[m + 1], width))
            return null;
        var (before, peak, after) = (Density(edges, values, m - 1), Density(edges, values, m), Density(edges, values, m + 1));
        var fall = 2 * peak - before - after;
        return fall > 0 ? edges[m] + width * ((peak - before) / fall) : null;
    }

    private static double Density(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, int bin) =>
        values[bin] / (edges[bin + 1] - edges[bin]);

    private static bool Differs(double a, double b) => Math.Abs(a - b) > SameWidth * b;
}
