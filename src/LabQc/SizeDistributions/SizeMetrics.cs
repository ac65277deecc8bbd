using LabQc.Statistics;

namespace LabQc.SizeDistributions;

/// <summary>The numbers that describe a size distribution: diameters in nm, percentages of its weighting.</summary>
/// <param name="Total">Sum of the bins: particles/mL where the values are particles/mL.</param>
/// <param name="Mean">Mean diameter at bin centres.</param>
/// <param name="Mode">Centre of the bin of the highest density; of equal ones the smallest.</param>
/// <param name="Sd">Standard deviation at bin centres, divisor N: the width of the distribution, not an uncertainty.</param>
/// <param name="D10">Diameter below which 10 % lie, interpolated between edges.</param>
/// <param name="D50">Median diameter.</param>
/// <param name="D90">Diameter below which 90 % lie.</param>
/// <param name="Span">(D90 - D10)/D50.</param>
/// <param name="PercentInRange">Percent within the range asked for, partial bins in proportion.</param>
/// <param name="EqualMaxima">How many bins share the highest density; above 1 the mode is a choice.</param>
public readonly record struct SizeMetrics(
    double Total, double Mean, double Mode, double Sd, double D10, double D50, double D90, double Span, double PercentInRange,
    int EqualMaxima)
{
    /// <summary>
    /// Computes the metrics without allocating; null for a distribution without particles.
    /// </summary>
    /// <exception cref="ArgumentException">A value is negative, NaN or infinite, or there is not one edge more than values.</exception>
    public static SizeMetrics? Of(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, SizeRange range)
    {
        if (HistogramSummary.Of(edges, values, centre, range.From, range.To) is not { } s)
            return null;
        return new SizeMetrics(
            s.Total, s.Mean, s.Mode, s.StandardDeviation, s.D10, s.D50, s.D90, (s.D90 - s.D10) / s.D50, 100 * s.FractionInRange,
            s.EqualMaxima);
    }
}
