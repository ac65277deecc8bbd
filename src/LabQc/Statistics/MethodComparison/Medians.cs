namespace LabQc.Statistics;

/// <summary>The middle value of a sample.</summary>
internal static class Medians
{
    /// <summary>Median of at least one finite value; of an even number, the mean of the middle two.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
