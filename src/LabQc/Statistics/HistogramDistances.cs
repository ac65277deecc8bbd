using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabQc.Statistics;

/// <summary>How far apart two binned distributions are.</summary>
/// <param name="Wasserstein1">∫ |F - G| dx: how far particles would have to move on average, in the unit of the edges.</param>
/// <param name="KolmogorovSmirnov">The largest difference of the cumulative curves, 0 … 1.</param>
/// <param name="Overlap">∫ min(f, g) dx, 1 for equal distributions.</param>
/// <param name="Hellinger">√(½ ∫ (√f - √g)² dx), 0 … 1.</param>
public readonly record struct HistogramDifference(double Wasserstein1, double KolmogorovSmirnov, double Overlap, double Hellinger);

/// <summary>
/// Distances between binned distributions, each normalised to 1, with particles spread evenly within bins; the bins of the two
/// may differ. Exact on the union of both's edges; nothing is sampled and nothing allocated. Undefined for a distribution
/// without particles (ArgumentException). Held to 1e-9 relative.
/// </summary>
/// <remarks>
/// On a piece where F - G changes its sign the area is (a² + b²)h / 2(|a| + |b|), else (|a| + |b|)h / 2: both are exact, as
/// F - G is linear there. Vallender (1973), Theory of Probability and its Applications 18, 784: W1 on the line is that area.
/// </remarks>
public static class HistogramDistances
{
    /// <summary>The Wasserstein-1 (earth mover's) distance in the unit of the edges.</summary>
    public static double Wasserstein1(
        ReadOnlySpan<double> edges1, ReadOnlySpan<double> values1, ReadOnlySpan<double> edges2, ReadOnlySpan<double> values2)
    {
        var (total1, total2) = (Histogram.TotalOfSome(edges1, values1), Histogram.TotalOfSome(edges2, values2));
        if (edges1 == edges2 || MemoryMarshal.Cast<double, long>(edges1).SequenceEqual(MemoryMarshal.Cast<double, long>(edges2)))
            return OnSharedBins(edges1, values1, 1 / total1, values2, 1 / total2);
        return OnDifferentBins(edges1, values1, 1 / total1, edges2, values2, 1 / total2);
    }

    /// <summary>All four at once, in one pass over the union of the edges.</summary>
    public static HistogramDifference Compare(
        ReadOnlySpan<double> edges1, ReadOnlySpan<double> values1, ReadOnlySpan<double> edges2, ReadOnlySpan<double> values2)
    {
        var (total1, total2) = (Histogram.TotalOfSome(edges1, values1), Histogram.TotalOfSome(edges2, values2));
        var pieces = new UnionOfBins(edges1, values1, 1 / total1, edges2, values2, 1 / total2);
        double area = 0, largest = 0, overlap = 0, hellinger = 0, before = 0;
        while (pieces.Next(before))
        {
            area += Area(before, pieces.After, pieces.Length);
            largest = Math.Max(largest, Math.Abs(pieces.After));
            overlap += Math.Min(pieces.Density1, pieces.Density2) * pieces.Length;
            var roots = Math.Sqrt(pieces.Density1) - Math.Sqrt(pieces.Density2);
            hellinger += roots * roots * pieces.Length;
            before = pieces.After;
        }
        return new HistogramDifference(area, Math.Min(1, largest), Math.Min(1, overlap), Math.Min(1, Math.Sqrt(hellinger / 2)));
    }

    /// <summary>
    /// The Wasserstein-1 distance of all particles at their bins' (arithmetic) centres: coarser than
    /// <see cref="Wasserstein1"/>, and equal to it where the bins are the same and the cumulative curves do not cross.
    /// </summary>
    public static double Wasserstein1AtCentres(
        ReadOnlySpan<double> edges1, ReadOnlySpan<double> values1, ReadOnlySpan<double> edges2, ReadOnlySpan<double> values2)
    {
        var (total1, total2) = (Histogram.TotalOfSome(edges1, values1), Histogram.TotalOfSome(edges2, values2));
        int i = 0, j = 0;
        double area = 0, difference = 0, at = 0;
        while (i < values1.Length || j < values2.Length)
        {
            var next1 = i < values1.Length ? Histogram.Centre(edges1[i], edges1[i + 1], BinCentre.Arithmetic) : double.PositiveInfinity;
            var next2 = j < values2.Length ? Histogram.Centre(edges2[j], edges2[j + 1], BinCentre.Arithmetic) : double.PositiveInfinity;
            var next = Math.Min(next1, next2);
            area += Math.Abs(difference) * (next - at);
            if (next1 <= next)
                difference += values1[i++] / total1;
            if (next2 <= next)
                difference -= values2[j++] / total2;
            at = next;
        }
        return area;
    }

    private static double OnSharedBins(
        ReadOnlySpan<double> edges, ReadOnlySpan<double> values1, double scale1, ReadOnlySpan<double> values2, double scale2)
    {
        values2 = values2[..values1.Length];
        double area = 0, before = 0;
        for (var i = 0; i < values1.Length; i++)
        {
            var after = before + (values1[i] * scale1 - values2[i] * scale2);
            area += Area(before, after, edges[i + 1] - edges[i]);
            before = after;
        }
        return area;
    }

    /// <summary>
    /// One merge of both edges: between neighbouring edges F - G is linear with the slope f - g. Which of the two comes next repeats
    /// in patterns that a processor foresees, so there is a branch for each rather than a common, longer way.
    /// </summary>
    private static double OnDifferentBins(
        ReadOnlySpan<double> edges1, ReadOnlySpan<double> values1, double scale1,
        ReadOnlySpan<double> edges2, ReadOnlySpan<double> values2, double scale2)
    {
        int next1 = 0, next2 = 0;
        double end1 = edges1[0], end2 = edges2[0], density1 = 0, density2 = 0, area = 0, before = 0;
        var at = Math.Min(end1, end2);
        while (true)
        {
            if (end1 < end2)
            {
                var after = before + (density1 - density2) * (end1 - at);
                area += TwiceArea(before, after, end1 - at);
                (at, before) = (end1, after);
                if (++next1 >= edges1.Length)
                    return (area + Rest(edges2, values2, scale2, next2, at, before)) / 2;
                end1 = edges1[next1];
                density1 = values1[next1 - 1] * scale1 / (end1 - at);
            }
            else if (end2 < end1)
            {
                var after = before + (density1 - density2) * (end2 - at);
                area += TwiceArea(before, after, end2 - at);
                (at, before) = (end2, after);
                if (++next2 >= edges2.Length)
                    return (area + Rest(edges1, values1, scale1, next1, at, -before)) / 2;
                end2 = edges2[next2];
                density2 = values2[next2 - 1] * scale2 / (end2 - at);
            }
            else
            {
                var after = before + (density1 - density2) * (end1 - at);
                area += TwiceArea(before, after, end1 - at);
                (at, before) = (end1, after);
                if (++next1 >= edges1.Length)
                    return (area + Rest(edges2, values2, scale2, next2 + 1, at, before)) / 2;
                if (++next2 >= edges2.Length)
                    return (area + Rest(edges1, values1, scale1, next1, at, -before)) / 2;
                (end1, end2) = (edges1[next1], edges2[next2]);
                density1 = values1[next1 - 1] * scale1 / (end1 - at);
                density2 = values2[next2 - 1] * scale2 / (end2 - at);
            }
        }
    }

    /// <summary>Twice the area behind the end of one histogram, where the other one alone goes on.</summary>
    /// <param name="edges">The other one's edges.</param>
    /// <param name="values">Its values.</param>
    /// <param name="scale">What makes a value a fraction.</param>
    /// <param name="next">The next of the edges.</param>
    /// <param name="at">Where the one histogram ended.</param>
    /// <param name="before">How much of the other one is still to come.</param>
    private static double Rest(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double scale, int next, double at, double before)
    {
        double area = 0;
        for (; next < edges.Length; next++)
        {
            var after = next == 0 ? before : before - values[next - 1] * scale * (edges[next] - at) / (edges[next] - edges[next - 1]);
            area += TwiceArea(before, after, edges[next] - at);
            (at, before) = (edges[next], after);
        }
        return area;
    }

    /// <summary>As <see cref="Area"/>, halved once at the end: |a| + |b| is |a + b| where the signs agree, and |a - b| where not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double TwiceArea(double before, double after, double length) => before * after >= 0
        ? length * Math.Abs(before + after)
        : length * (before * before + after * after) / Math.Abs(before - after);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Area(double before, double after, double length)
    {
        var (a, b) = (Math.Abs(before), Math.Abs(after));
        return before * after >= 0 ? length * (a + b) / 2 : length * (a * a + b * b) / (2 * (a + b));
    }

    /// <summary>Walks over the pieces between neighbouring edges of two histograms.</summary>
    private ref struct UnionOfBins
    {
        private Side _one;
        private Side _two;
        private double _at;

        public UnionOfBins(
            ReadOnlySpan<double> edges1, ReadOnlySpan<double> values1, double scale1,
            ReadOnlySpan<double> edges2, ReadOnlySpan<double> values2, double scale2)
        {
            _one = new Side(edges1, values1, scale1);
            _two = new Side(edges2, values2, scale2);
            _at = Math.Min(edges1[0], edges2[0]);
        }

        public double Length { get; private set; }

        /// <summary>F - G at the end of the piece.</summary>
        public double After { get; private set; }

        public readonly double Density1 => _one.Density;

        public readonly double Density2 => _two.Density;

        public bool Next(double before)
        {
            _one.MoveTo(_at);
            _two.MoveTo(_at);
            var end = Math.Min(_one.End, _two.End);
            if (double.IsPositiveInfinity(end))
                return false;
            Length = end - _at;
            // Where both curves have an edge the difference is that of the sums, so that rounding does not add up.
            After = end == _one.End && end == _two.End
                ? _one.Reached - _two.Reached
                : before + (_one.Density - _two.Density) * Length;
            _at = end;
            return true;
        }
    }

    /// <summary>One histogram on the way: the stretch of constant density that holds the place reached.</summary>
    private ref struct Side(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, double scale)
    {
        private readonly ReadOnlySpan<double> _edges = edges;
        private readonly ReadOnlySpan<double> _values = values;
        private int _bin = -1;

        /// <summary>Density on the stretch; 0 outside the edges.</summary>
        public double Density;

        /// <summary>Where the stretch ends; infinite behind the last edge.</summary>
        public double End = edges[0];

        /// <summary>The cumulative fraction at <see cref="End"/>.</summary>
        public double Reached;

        public void MoveTo(double place)
        {
            if (place < End)
                return;
            _bin++;
            if (_bin >= _values.Length)
            {
                (Density, End) = (0, double.PositiveInfinity);
                return;
            }
            var mass = _values[_bin] * scale;
            Reached += mass;
            End = _edges[_bin + 1];
            Density = mass == 0 ? 0 : mass / (End - _edges[_bin]);
        }
    }
}
