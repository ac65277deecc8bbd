namespace LabQc.Instruments;

/// <summary>What became of a file.</summary>
public enum FileStatus
{
    /// <summary>A size measurement was read.</summary>
    Read,

    /// <summary>The instrument measured nothing: no particle in any replicate. Recorded with its reason, never as 0 nm.</summary>
    FailedRun,

    /// <summary>Belongs to a measurement but holds no size distribution: kept as it is.</summary>
    Companion,

    /// <summary>Not what it says, damaged, or contradicted: nothing of it is used.</summary>
    Refused,
}
