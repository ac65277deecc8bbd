using System.Numerics;

namespace LabQc.Statistics;

/// <summary>Sums over the bins of a histogram, several bins at a time. Callers have checked lengths and values.</summary>
internal static class HistogramSums
{
    /// <summary>Σ value.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sums = Vector<double>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += new Vector<double>(values[i..]);
        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    /// <summary>Σ value · centre, and the highest density.</summary>
    public static (double Moment, double HighestDensity) MomentAndHeight(
        ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre)
    {
        var (sums, heights) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (lower, upper, value) = (new Vector<double>(edges[i..]), new Vector<double>(edges[(i + 1)..]), new Vector<double>(values[i..]));
            sums += value * Centres(lower, upper, centre);
            heights = Vector.Max(heights, value / (upper - lower));
        }
        var (moment, height) = (Vector.Sum(sums), Highest(heights));
        for (; i < values.Length; i++)
        {
            moment += values[i] * Histogram.Centre(edges[i], edges[i + 1], centre);
            height = Math.Max(height, values[i] / (edges[i + 1] - edges[i]));
        }
        return (moment, height);
    }

    /// <summary>Σ value · (centre - mean)².</summary>
    public static double SquaresAbout(double mean, ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre)
    {
        var (sums, means) = (Vector<double>.Zero, new Vector<double>(mean));
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var deviation = Centres(new Vector<double>(edges[i..]), new Vector<double>(edges[(i + 1)..]), centre) - means;
            sums += new Vector<double>(values[i..]) * deviation * deviation;
        }
        var squares = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            var deviation = Histogram.Centre(edges[i], edges[i + 1], centre) - mean;
            squares += values[i] * deviation * deviation;
        }
        return squares;
    }

    /// <summary>The first bin whose density reaches a limit, and how many do.</summary>
    public static (int First, int Count) Reaching(double density, ReadOnlySpan<double> edges, ReadOnlySpan<double> values)
    {
        var (first, count) = (-1, 0);
        for (var i = 0; i < values.Length; i++)
        {
            while (i <= values.Length - Vector<double>.Count && NoneReaches(density, edges[i..], values[i..]))
                i += Vector<double>.Count;
            // As a product: a division a bin would cost as much as all the rest.
            if (i >= values.Length || values[i] < density * (edges[i + 1] - edges[i]))
                continue;
            first = count == 0 ? i : first;
            count++;
        }
        return (first, count);
    }

    private static bool NoneReaches(double density, ReadOnlySpan<double> edges, ReadOnlySpan<double> values) =>
        Vector.LessThanAll(new Vector<double>(values), density * (new Vector<double>(edges[1..]) - new Vector<double>(edges)));

    private static Vector<double> Centres(Vector<double> lower, Vector<double> upper, BinCentre centre) =>
        centre == BinCentre.Arithmetic ? 0.5 * (lower + upper) : Vector.SquareRoot(lower * upper);

    private static double Highest(Vector<double> values)
    {
        var highest = values[0];
        for (var i = 1; i < Vector<double>.Count; i++)
            highest = Math.Max(highest, values[i]);
        return highest;
    }
}
