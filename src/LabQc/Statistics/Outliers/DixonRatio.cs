namespace LabQc.Statistics;

/// <summary>Dixon's ratios of gap to range, by their names: how many values are passed over on the near side and the far side.</summary>
public enum DixonKind
{
    /// <summary>3 to 7 values: nearest neighbour, whole range.</summary>
    R10,
    /// <summary>8 to 10 values: nearest neighbour, range without the far extreme.</summary>
    R11,
    /// <summary>11 to 13 values: second neighbour, range without the far extreme.</summary>
    R21,
    /// <summary>14 to 30 values: second neighbour, range without the two far extremes.</summary>
    R22,
}

/// <summary>Dixon's statistic of both ends of a sample; the suspect end is the one of the larger ratio.</summary>
/// <remarks>
/// The statistic only, without critical values. Source: Dixon 1953, Biometrics 9, 74-89; the sizes for each ratio as in
/// Dixon 1951, Annals of Mathematical Statistics 22, 68-78. Relative accuracy 1e-12.
/// </remarks>
/// <param name="Kind">Which ratio the sample's size calls for.</param>
/// <param name="High">Ratio of the upper end; null where the range under it is zero.</param>
/// <param name="Low">Ratio of the lower end; null where the range under it is zero.</param>
public sealed record DixonRatio(DixonKind Kind, double? High, double? Low)
{
    /// <summary>The ratios of a sample of 3 to 30 values.</summary>
    /// <exception cref="ArgumentException">Another number of values, or one is not finite.</exception>
    public static DixonRatio Of(IReadOnlyList<double> values)
    {
        SampleSummary.Require(values, 3, nameof(values));
        var (kind, near, far) = values.Count switch
        {
            <= 7 => (DixonKind.R10, 1, 0),
            <= 10 => (DixonKind.R11, 1, 1),
            <= 13 => (DixonKind.R21, 2, 1),
            <= 30 => (DixonKind.R22, 2, 2),
            _ => throw new ArgumentException($"Dixon's ratios are for 3 to 30 values; got {values.Count}.", nameof(values)),
        };
        var sorted = SampleSummary.Sorted(values);
        return new DixonRatio(
            kind,
            Ratio(sorted[^1] - sorted[^(1 + near)], sorted[^1] - sorted[far]),
            Ratio(sorted[near] - sorted[0], sorted[^(1 + far)] - sorted[0]));
    }

    private static double? Ratio(double gap, double range) => range > 0 ? gap / range : null;
}
