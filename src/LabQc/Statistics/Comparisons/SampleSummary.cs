namespace LabQc.Statistics;

/// <summary>Count, mean and sum of squares about the mean of one sample.</summary>
/// <remarks>
/// Two passes with the correction of the rounded mean (Chan, Golub and LeVeque 1983, The American Statistician 37,
/// equations 1.7 and 1.8), so that a large offset costs no digits of the variance.
/// </remarks>
internal readonly record struct SampleSummary(int Count, double Mean, double SumOfSquares)
{
    /// <summary>Variance with divisor n - 1; asked of two values or more only.</summary>
    public double Variance => SumOfSquares / (Count - 1);

    /// <summary>Squared standard error of the mean.</summary>
    public double VarianceOfMean => Variance / Count;

    /// <summary>Summarises a sample of at least <paramref name="minimum"/> finite values.</summary>
    /// <exception cref="ArgumentException">Too few values, or one is not finite.</exception>
    public static SampleSummary Of(IReadOnlyList<double> values, int minimum, string name)
    {
        Require(values, minimum, name);
        var count = values.Count;
        // A common value is its own mean: without this, the rounding of the sum would leave a variance of about 1e-32.
        if (values.All(v => v == values[0]))
            return new SampleSummary(count, values[0], 0);
        var rough = values.Sum(v => v / count);
        double sum = 0, squares = 0;
        foreach (var value in values)
        {
            var deviation = value - rough;
            sum += deviation;
            squares += deviation * deviation;
        }
        return new SampleSummary(count, rough + sum / count, Math.Max(0, squares - sum * sum / count));
    }

    /// <summary>Refuses a sample of fewer than <paramref name="minimum"/> values, or with one that is not finite.</summary>
    /// <exception cref="ArgumentException">Too few values, or one is not finite.</exception>
    public static void Require(IReadOnlyList<double> values, int minimum, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count < minimum)
            throw new ArgumentException($"At least {minimum} values are needed; got {values.Count}.", name);
        if (!values.All(double.IsFinite))
            throw new ArgumentException("Every value must be a finite number.", name);
    }

    /// <summary>The median: the mean of the two middle values where the count is even.</summary>
    public static double MedianOf(IReadOnlyList<double> values)
    {
        var sorted = Sorted(values);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    /// <summary>A copy in ascending order.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
