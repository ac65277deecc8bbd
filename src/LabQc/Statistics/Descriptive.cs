namespace LabQc.Statistics;

/// <summary>
/// Mean, standard deviation, quantiles and other plain summaries of a sample. Every routine refuses an empty sample and a
/// value that is not finite with an <see cref="ArgumentException"/>; the unit of an answer is the unit of the values.
/// </summary>
/// <remarks>
/// Held to NIST's Statistical Reference Datasets, univariate (1e-14 relative for means, 1e-11 for standard deviations as far as
/// the decimal data survive their conversion to binary). The order of the values matters only where a doc says so.
/// </remarks>
public static class Descriptive
{
    /// <summary>Arithmetic mean, correctly rounded but for the last bit: the sum is compensated. Equal values give that very value.</summary>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 1);
        var sum = new CompensatedSum();
        foreach (var value in values)
            sum.Add(value);
        return sum.DividedBy(values.Length);
    }

    /// <summary>Sum of squared deviations from the mean; 0 for one value and for equal values.</summary>
    /// <remarks>
    /// Corrected two-pass algorithm: Chan, Golub &amp; LeVeque 1983, The American Statistician 37, equation 1.7, here with
    /// compensated sums, so that a large common offset costs no digits.
    /// </remarks>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double SumOfSquares(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var deviations = new CompensatedSum();
        var squares = new CompensatedSum();
        foreach (var value in values)
        {
            deviations.Add(value - mean);
            squares.Add((value - mean) * (value - mean));
        }
        return Math.Max(0, squares.Value - deviations.Value * deviations.Value / values.Length);
    }

    /// <summary>Sample variance, divisor n - 1; in the squared unit of the values.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static double Variance(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 2);
        return SumOfSquares(values) / (values.Length - 1);
    }

    /// <summary>Sample standard deviation, divisor n - 1; exactly 0 for equal values.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static double StandardDeviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    /// <summary>Standard deviation of the values as a whole population, divisor n; 0 for one value.</summary>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double PopulationStandardDeviation(ReadOnlySpan<double> values) =>
        Math.Sqrt(SumOfSquares(values) / values.Length);

    /// <summary>Middle value; of an even number, the mean of the middle two.</summary>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = Sorted(values);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /// <summary>The value below which the fraction <paramref name="p"/> of the sample lies, by a named definition.</summary>
    /// <param name="values">At least one finite value, in any order; ties are kept.</param>
    /// <param name="p">A fraction from 0 to 1.</param>
    /// <param name="definition">Which of the nine definitions of Hyndman &amp; Fan.</param>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a fraction outside [0, 1].</exception>
    public static double Quantile(
        ReadOnlySpan<double> values, double p, QuantileDefinition definition = QuantileDefinition.HyndmanFan7) =>
        QuantileOfSorted(Sorted(values), p, definition);

    /// <summary>As <see cref="Quantile"/>, of values already in ascending order.</summary>
    /// <exception cref="ArgumentException">No value, or a fraction outside [0, 1].</exception>
    public static double QuantileOfSorted(ReadOnlySpan<double> sorted, double p, QuantileDefinition definition)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs a value.", nameof(sorted));
        if (!(p is >= 0 and <= 1))
            throw new ArgumentException($"A quantile's fraction lies between 0 and 1; got {p}.", nameof(p));
        var (rank, weight) = HyndmanFan.Position(sorted.Length, p, definition);
        var lower = sorted[Math.Clamp(rank, 1, sorted.Length) - 1];
        var upper = sorted[Math.Clamp(rank + 1, 1, sorted.Length) - 1];
        return weight switch
        {
            0 => lower,
            1 => upper,
            _ => lower + weight * (upper - lower),
        };
    }

    /// <summary>
    /// Moving ranges: the largest minus the smallest of each <paramref name="span"/> consecutive values, in order; one fewer
    /// than the values for the usual span of two. Empty where there are fewer values than the span. The order matters.
    /// </summary>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a span below 2.</exception>
    public static IReadOnlyList<double> MovingRanges(ReadOnlySpan<double> values, int span = 2)
    {
        RequireFinite(values, 1);
        if (span < 2)
            throw new ArgumentException($"A moving range spans at least two values; got {span}.", nameof(span));
        var ranges = new double[Math.Max(0, values.Length - span + 1)];
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] = Range(values.Slice(i, span));
        return ranges;
    }

    /// <summary>Mean absolute difference of neighbours (moving range of two). The order matters.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static double MeanMovingRange(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 2);
        var sum = new CompensatedSum();
        for (var i = 1; i < values.Length; i++)
            sum.Add(Math.Abs(values[i] - values[i - 1]));
        return sum.DividedBy(values.Length - 1);
    }

    /// <summary>The largest value minus the smallest; 0 for one value.</summary>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double Range(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 1);
        double low = values[0], high = values[0];
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return high - low;
    }

    /// <summary>
    /// Autocorrelation at lag 1, as NIST certifies it: Σ (y[t] - m)(y[t-1] - m) / Σ (y[t] - m)², m the mean of all values.
    /// The order matters.
    /// </summary>
    /// <returns>The coefficient, or null where the values do not vary.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static double? LagOneAutocorrelation(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 2);
        var squares = SumOfSquares(values);
        if (squares == 0)
            return null;
        var mean = Mean(values);
        var products = new CompensatedSum();
        for (var i = 1; i < values.Length; i++)
            products.Add((values[i] - mean) * (values[i - 1] - mean));
        return products.Value / squares;
    }

    /// <summary>A sorted copy.</summary>
    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        RequireFinite(values, 1);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Refuses too small a sample and one with a value that is not finite.</summary>
    internal static void RequireFinite(ReadOnlySpan<double> values, int atLeast)
    {
        if (values.Length < atLeast)
            throw new ArgumentException($"At least {atLeast} value(s) are needed; got {values.Length}.", nameof(values));
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Value {i} is not a finite number: {values[i]}.", nameof(values));
    }
}
