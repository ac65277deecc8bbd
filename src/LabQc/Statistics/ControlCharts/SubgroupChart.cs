namespace LabQc.Statistics;

/// <summary>One subgroup on a chart of means and spreads.</summary>
public sealed record SubgroupPoint
{
    /// <summary>Place in the series, from 0.</summary>
    public required int Index { get; init; }
    public required double Mean { get; init; }
    public required double Range { get; init; }
    /// <summary>Sample standard deviation, divisor n - 1.</summary>
    public required double Sd { get; init; }
}

/// <summary>
/// Charts of subgroups of equal size: means with limits from ranges (X̄-R) and from standard deviations (X̄-S), and the spreads'
/// own limits.
/// </summary>
/// <remarks>
/// Centre: mean of the subgroup means. Sigma: mean range / d2, or mean standard deviation / c4. Limits of means: centre ± 3
/// sigma/√n; of ranges D3, D4 times their mean; of standard deviations B3, B4 times theirs. Equal readings everywhere: sigma 0,
/// limits equal the centre, nothing beyond. Montgomery, Introduction to Statistical Quality Control (2013), sections 6.2-6.3.
/// Held to 1e-12 relative.
/// </remarks>
public sealed record SubgroupChart
{
    public required IReadOnlyList<SubgroupPoint> Points { get; init; }
    /// <summary>Readings in each subgroup.</summary>
    public required int SubgroupSize { get; init; }
    /// <summary>Sigma within subgroups from the mean range.</summary>
    public required double SigmaFromRanges { get; init; }
    /// <summary>Sigma within subgroups from the mean standard deviation.</summary>
    public required double SigmaFromSds { get; init; }
    /// <summary>Root of the mean variance within subgroups (divisor n - 1 each).</summary>
    public required double PooledSd { get; init; }
    public required ControlLimits MeansFromRanges { get; init; }
    public required ControlLimits MeansFromSds { get; init; }
    public required ControlLimits Ranges { get; init; }
    public required ControlLimits Sds { get; init; }

    /// <summary>The subgroups whose mean lies beyond the limits from ranges.</summary>
    public IReadOnlyList<int> MeansBeyond => [.. Points.Where(p => MeansFromRanges.IsBeyond(p.Mean)).Select(p => p.Index)];

    /// <summary>The charts of at least one subgroup; all have the same number of readings, two or more.</summary>
    /// <exception cref="ArgumentException">No subgroup, unequal sizes, fewer than two readings, or one that is not finite.</exception>
    public static SubgroupChart Of(IReadOnlyList<IReadOnlyList<double>> subgroups)
    {
        if (subgroups.Count == 0)
            throw new ArgumentException("A chart needs at least one subgroup.", nameof(subgroups));
        var n = subgroups[0].Count;
        if (subgroups.Any(s => s.Count != n))
            throw new ArgumentException("All subgroups need the same number of readings.", nameof(subgroups));
        var points = subgroups.Select((s, i) => PointOf(i, [.. s])).ToArray();
        return Chart(points, ControlChartConstants.For(n));
    }

    private static SubgroupPoint PointOf(int index, double[] readings)
    {
        Readings.Require(readings, 2, "subgroups");
        var moments = SampleMoments.Of(readings);
        return new SubgroupPoint
        {
            Index = index,
            Mean = moments.Mean,
            Range = readings.Max() - readings.Min(),
            Sd = moments.StandardDeviation,
        };
    }

    private static SubgroupChart Chart(SubgroupPoint[] points, ControlChartConstants constants)
    {
        var centre = MeanOf(points, p => p.Mean);
        var meanRange = MeanOf(points, p => p.Range);
        var meanSd = MeanOf(points, p => p.Sd);
        return new SubgroupChart
        {
            Points = points,
            SubgroupSize = constants.N,
            SigmaFromRanges = meanRange / constants.RangeMean,
            SigmaFromSds = meanSd / constants.SdMean,
            PooledSd = Math.Sqrt(MeanOf(points, p => p.Sd * p.Sd)),
            MeansFromRanges = Around(centre, constants.A2 * meanRange),
            MeansFromSds = Around(centre, constants.A3 * meanSd),
            Ranges = new ControlLimits(constants.RangeLowerFactor * meanRange, meanRange, constants.RangeUpperFactor * meanRange),
            Sds = new ControlLimits(constants.SdLowerFactor * meanSd, meanSd, constants.SdUpperFactor * meanSd),
        };
    }

    private static ControlLimits Around(double centre, double reach) => new(centre - reach, centre, centre + reach);

    private static double MeanOf(SubgroupPoint[] points, Func<SubgroupPoint, double> value) =>
        SampleMoments.Of(Array.ConvertAll(points, p => value(p))).Mean;
}
