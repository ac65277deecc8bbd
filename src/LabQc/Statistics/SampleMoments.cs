namespace LabQc.Statistics;

/// <summary>Number, mean and sum of squared deviations of a sample, in two passes so that a large common offset costs no digits.</summary>
/// <remarks>
/// Corrected two-pass algorithm (Chan, Golub &amp; LeVeque 1983, The American Statistician 37:242). Equal values have exactly their
/// own value as mean and 0 as sum of squares, so that a chart of equal readings never finds one beyond its limits.
/// </remarks>
internal readonly record struct SampleMoments(int N, double Mean, double SumOfSquares)
{
    /// <summary>Sample variance, divisor n - 1; the caller sees to n >= 2.</summary>
    public double Variance => SumOfSquares / (N - 1);

    /// <summary>Sample standard deviation, divisor n - 1; the caller sees to n >= 2.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The moments of at least one finite value.</summary>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        double deviations = 0, squares = 0;
        foreach (var value in values)
        {
            deviations += value - mean;
            squares += (value - mean) * (value - mean);
        }
        var correction = deviations / values.Length;
        return new SampleMoments(values.Length, mean + correction, Math.Max(0, squares - deviations * correction));
    }
}
