namespace LabQc.Statistics;

/// <summary>On which side of a stability attribute its acceptance limit lies.</summary>
public enum AcceptanceSide
{
    /// <summary>The attribute must not fall below the limit.</summary>
    Lower,
    /// <summary>The attribute must not rise above the limit.</summary>
    Upper,
}
