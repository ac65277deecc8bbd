namespace LabQc.SampleBatches.Lots;

/// <summary>The median diameters that are planted: drift, and lots whose share of particles in 30-150 nm is known beforehand.</summary>
internal static class PlantedSize
{
    /// <summary>SD of the median between lots of the first group, measurement included: 3 % of 95 nm.</summary>
    private const double LotToLot = 2.85;

    private const double DriftPerLot = 0.75 * LotToLot;

    private const int LastSteadyLot = 24;

    /// <summary>
    /// The median in nm. With the group's geometric SD s a share p of particles is at most 150 nm where the median is
    /// 150 exp(-z ln s), z the p quantile of the standard normal distribution.
    /// </summary>
    public static double Median(Group group, int position, Planted planted, double deviate) => planted switch
    {
        Planted.Drift => group.Median + DriftPerLot * (position - LastSteadyLot) + group.MedianSd * deviate,
        Planted.CoarseInPercent => 139,
        Planted.CoarseInMedian => 156,
        Planted.PercentInconclusive => 126.5,
        Planted.PercentTooLow => 139.2,
        _ => group.Median + group.MedianSd * deviate,
    };
}
