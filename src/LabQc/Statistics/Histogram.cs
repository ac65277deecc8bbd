using System.Numerics;
using System.Runtime.CompilerServices;

namespace LabQc.Statistics;

/// <summary>
/// What all functions of binned distributions share: a histogram is edges e0 &lt; e1 &lt; … &lt; en and n values >= 0, counts or
/// anything proportional to them. Nothing here allocates.
/// </summary>
public static class Histogram
{
    /// <summary>Sum of the values; 0 for a histogram without particles.</summary>
    /// <exception cref="ArgumentException">A value is negative, NaN or infinite.</exception>
    public static double Total(ReadOnlySpan<double> values)
    {
        var (sums, least) = (Vector<double>.Zero, Vector<double>.Zero);
        var whole = values.Length - values.Length % Vector<double>.Count;
        for (var i = 0; i < whole; i += Vector<double>.Count)
        {
            var several = new Vector<double>(values[i..]);
            sums += several;
            least = Vector.Min(least, several);
        }
        var total = Vector.Sum(sums);
        var sound = Vector.GreaterThanOrEqualAll(least, Vector<double>.Zero);
        foreach (var value in values[whole..])
        {
            total += value;
            sound &= value >= 0;
        }
        // A value that is infinite or NaN makes the sum so.
        return sound && double.IsFinite(total) ? total : throw Unsound(values);
    }

    /// <summary>Holds edges and values against each other.</summary>
    /// <exception cref="ArgumentException">
    /// There are not n + 1 edges for n values, n is 0, or the edges are not finite, negative, or do not increase.
    /// </exception>
    public static void CheckEdges(ReadOnlySpan<double> edges, int bins)
    {
        if (bins <= 0 || edges.Length != bins + 1)
            throw new ArgumentException($"{bins} bins need {bins + 1} edges, and at least one bin; there are {edges.Length} edges.", nameof(edges));
        if (!(edges[0] >= 0) || !double.IsFinite(edges[^1]))
            throw new ArgumentException("Edges are diameters: finite and not negative.", nameof(edges));
        for (var i = 1; i < edges.Length; i++)
        {
            if (!(edges[i] > edges[i - 1]))
                throw new ArgumentException(FormattableString.Invariant($"Edges must increase, but {edges[i]} follows {edges[i - 1]}."), nameof(edges));
        }
    }

    /// <summary>The centre of the bin with these edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Centre(double lower, double upper, BinCentre centre) =>
        centre == BinCentre.Arithmetic ? 0.5 * (lower + upper) : Math.Sqrt(lower * upper);

    /// <summary>
    /// Edges of bins known by their centres: between neighbours their arithmetic (or geometric) mean, at both ends mirrored at
    /// the outer centre (in logarithms for geometric centres).
    /// </summary>
    /// <param name="centres">At least two, increasing; positive if geometric.</param>
    /// <param name="rule">Which mean separates neighbours.</param>
    /// <param name="edges">Receives one edge more than there are centres.</param>
    /// <exception cref="ArgumentException">Too few centres, not increasing, or a first edge below zero.</exception>
    public static void EdgesFromCentres(ReadOnlySpan<double> centres, BinCentre rule, Span<double> edges)
    {
        if (centres.Length < 2 || edges.Length != centres.Length + 1)
            throw new ArgumentException("Edges follow from at least two centres, and are one more than those.", nameof(centres));
        for (var i = 1; i < centres.Length; i++)
            edges[i] = Centre(centres[i - 1], centres[i], rule);
        edges[0] = Mirror(edges[1], centres[0], rule);
        edges[^1] = Mirror(edges[^2], centres[^1], rule);
        CheckEdges(edges, centres.Length);
    }

    private static double Mirror(double edge, double centre, BinCentre rule) =>
        rule == BinCentre.Arithmetic ? 2 * centre - edge : centre * (centre / edge);

    internal static double TotalOfSome(ReadOnlySpan<double> edges, ReadOnlySpan<double> values)
    {
        if (edges.Length != values.Length + 1)
            throw new ArgumentException($"{values.Length} bins need {values.Length + 1} edges, not {edges.Length}.", nameof(edges));
        var total = Total(values);
        return total > 0 ? total : throw new ArgumentException("A histogram without particles has no statistics.", nameof(values));
    }

    private static ArgumentException Unsound(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0) || !double.IsFinite(values[i]))
                return new ArgumentException(FormattableString.Invariant($"The value of bin {i} is {values[i]}; it must be finite and not negative."), nameof(values));
        }
        return new ArgumentException("The sum of the values is not finite.", nameof(values));
    }
}
