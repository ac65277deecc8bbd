namespace LabQc.Statistics;

/// <summary>How far the batches of a stability study may be pooled (ICH Q1E, appendix B).</summary>
public enum StabilityModel
{
    /// <summary>One line for all batches.</summary>
    OneLine,
    /// <summary>One slope, an intercept for each batch.</summary>
    CommonSlope,
    /// <summary>A line for each batch, with one residual variance.</summary>
    Separate,
}
