namespace LabQc.Instruments;

/// <summary>Mean over the included replicates with its spread; each null where it is undefined.</summary>
/// <param name="Mean">Arithmetic mean; null without a value.</param>
/// <param name="Sd">Standard deviation, divisor n - 1; null below two values.</param>
/// <param name="Se">Standard error, Sd/√n.</param>
/// <param name="CvPercent">100·Sd/Mean; null for a mean of 0.</param>
public readonly record struct SummaryStatistic(double? Mean, double? Sd, double? Se, double? CvPercent)
{
    /// <summary>Of the values given; none of them may be NaN.</summary>
    public static SummaryStatistic Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            return default;
        var mean = values.Sum() / values.Count;
        if (values.Count == 1)
            return new SummaryStatistic(mean, null, null, null);
        var sd = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        return new SummaryStatistic(mean, sd, sd / Math.Sqrt(values.Count), mean == 0 ? null : 100 * sd / mean);
    }
}
