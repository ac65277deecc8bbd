namespace LabQc.Charts;

/// <summary>A number and, where it is known, the standard deviation of its replicates; NaN stands for "not computed".</summary>
public readonly record struct Estimate(double Value, double? Sd = null)
{
    public static Estimate None { get; } = new(double.NaN);
}
