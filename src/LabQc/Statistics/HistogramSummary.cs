using System.Runtime.InteropServices;

namespace LabQc.Statistics;

/// <summary>The everyday statistics of a binned distribution, computed together in two passes and without allocation.</summary>
/// <param name="Total">Sum of the values.</param>
/// <param name="Mean">First moment at bin centres.</param>
/// <param name="StandardDeviation">Square root of the second central moment at bin centres, divisor the total (ISO 9276-2's s).</param>
/// <param name="D10">Diameter below which 10 % of the particles lie (<see cref="HistogramQuantiles"/>).</param>
/// <param name="D50">The median.</param>
/// <param name="D90">Diameter below which 90 % lie.</param>
/// <param name="Mode">Centre of the bin of the highest density, value over width; of equal ones the smallest.</param>
/// <param name="EqualMaxima">How many bins have that density (to 1e-11: rounding of widths is no difference).</param>
/// <param name="FractionInRange">Fraction within the range asked for, partial bins in proportion, 0 … 1.</param>
public readonly record struct HistogramSummary(
    double Total, double Mean, double StandardDeviation, double D10, double D50, double D90, double Mode, int EqualMaxima,
    double FractionInRange)
{
    internal const double SameDensity = 1e-11;
    private const int Stride = 32;

    /// <summary>
    /// The summary, or null for a histogram without particles: it has no statistics, and 0 nm would be a number that a verdict
    /// could take for one. One occupied bin has standard deviation 0.
    /// </summary>
    /// <exception cref="ArgumentException">A value is negative, NaN or infinite, or lengths do not fit.</exception>
    public static HistogramSummary? Of(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, double low, double high)
    {
        if (edges.Length != values.Length + 1)
            throw new ArgumentException($"{values.Length} bins need {values.Length + 1} edges, not {edges.Length}.", nameof(edges));
        var total = Histogram.Total(values);
        if (total <= 0)
            return null;
        // Bits compare many at a time, doubles one by one.
        var bits = MemoryMarshal.Cast<double, long>(values);
        var first = bits.IndexOfAnyExcept(0L);
        var end = bits.LastIndexOfAnyExcept(0L) + 1;
        edges = edges[first..(end + 1)];
        values = values[first..end];
        var (moment, height) = HistogramSums.MomentAndHeight(edges, values, centre);
        var (mode, equal) = HistogramSums.Reaching(height * (1 - SameDensity), edges, values);
        var mean = moment / total;
        return Quantiles(edges, values, new HistogramSummary
        {
            Total = total,
            Mean = mean,
            StandardDeviation = Math.Sqrt(HistogramSums.SquaresAbout(mean, edges, values, centre) / total),
            Mode = Histogram.Centre(edges[mode], edges[mode + 1], centre),
            EqualMaxima = equal,
            FractionInRange = Math.Min(1, Within(edges, values, low, high) / total),
        });
    }

    private static HistogramSummary Quantiles(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, HistogramSummary soFar)
    {
        var quantiles = new Deciles(soFar.Total);
        double before = 0;
        for (var start = 0; start < values.Length; start += Stride)
        {
            // Only a stretch in which a quantile lies is walked bin by bin.
            var end = Math.Min(start + Stride, values.Length);
            var stretch = HistogramSums.Of(values[start..end]);
            if (before + stretch < quantiles.Next)
                before += stretch;
            else
                before = quantiles.Walk(edges[start..(end + 1)], values[start..end], before);
        }
        return soFar with { D10 = quantiles.D10, D50 = quantiles.D50, D90 = quantiles.D90 };
    }

    /// <summary>Sum of the bins within a range: the whole ones at once, those that an end cuts in proportion.</summary>
    private static double Within(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double low, double high)
    {
        var first = Math.Max(0, Place(edges, low));
        var last = Math.Min(values.Length - 1, Place(edges, high));
        if (first > last || high <= edges[0] || low >= edges[^1])
            return 0;
        var whole = first + 1 < last ? Histogram.Total(values[(first + 1)..last]) : 0;
        var cut = values[first] * HistogramQuantiles.Overlap(edges[first], edges[first + 1], low, high);
        return whole + cut + (last > first ? values[last] * HistogramQuantiles.Overlap(edges[last], edges[last + 1], low, high) : 0);
    }

    /// <summary>The bin that holds a diameter; -1 below all, the number of bins above all.</summary>
    private static int Place(ReadOnlySpan<double> edges, double diameter)
    {
        var found = edges.BinarySearch(diameter);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>D10, D50 and D90 in the order in which the cumulative curve passes them.</summary>
    private struct Deciles(double total)
    {
        private int _found;
        public double D10;
        public double D50;
        public double D90;

        /// <summary>The cumulative value that the next one waits for, less what rounding may take from it.</summary>
        public double Next = Target(total, 0) - HistogramQuantiles.Rounding * total;

        private static double Target(double total, int index) =>
            index switch { 0 => 0.1 * total, 1 => 0.5 * total, 2 => 0.9 * total, _ => double.PositiveInfinity };

        /// <summary>Walks over bins from a cumulative value, and answers the one behind them.</summary>
        public double Walk(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double before)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (before + values[i] >= Next)
                    Reach(edges[i], edges[i + 1], before, values[i]);
                before += values[i];
            }
            return before;
        }

        private void Reach(double lower, double upper, double before, double value)
        {
            if (value == 0)
                return;
            while (before + value >= Next)
            {
                var x = HistogramQuantiles.Interpolate(lower, upper, (Target(total, _found) - before) / value);
                if (_found == 0)
                    D10 = x;
                else if (_found == 1)
                    D50 = x;
                else
                    D90 = x;
                Next = Target(total, ++_found) - HistogramQuantiles.Rounding * total;
            }
        }
    }
}
