namespace LabQc.Evaluation;

/// <summary>The mean of some values and their scatter.</summary>
/// <param name="Mean">NaN where there is no value or one is NaN.</param>
/// <param name="Sd">Standard deviation, divisor n - 1; null with fewer than two values.</param>
/// <param name="N">How many values.</param>
public readonly record struct SampleMean(double Mean, double? Sd, int N)
{
    /// <summary>s/√n; null with fewer than two values.</summary>
    public double? StandardError => Sd / Math.Sqrt(N);

    /// <summary>100 s/|mean|; null with fewer than two values or a mean of 0.</summary>
    public double? CvPercent => Mean == 0 ? null : 100 * Sd / Math.Abs(Mean);

    /// <summary>Mean and SD in two passes, so that equal values have an SD of exactly 0.</summary>
    public static SampleMean Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return new SampleMean(double.NaN, null, 0);
        var mean = values.All(v => v == values[0]) ? values[0] : values.Sum() / values.Count;
        if (values.Count == 1)
            return new SampleMean(mean, null, 1);
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new SampleMean(mean, Math.Sqrt(squares / (values.Count - 1)), values.Count);
    }
}
