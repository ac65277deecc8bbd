using LabQc.People;

namespace LabQc.Batches;

/// <summary>One line of the list of batches.</summary>
public sealed record BatchLine
{
    public required string LotNumber { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    public required string WorkState { get; init; }
    public required string Disposition { get; init; }
    public string? HoldReason { get; init; }
    /// <summary>When a decided lot's record was first changed since its decision or the last review; null where nothing waits.</summary>
    public string? CorrectedAfterDecision { get; init; }
    public required long RowVersion { get; init; }
    /// <summary>The newest verdict, or null where none was given.</summary>
    public string? Verdict { get; init; }

    /// <summary>Where the lot stands, as far as permissions ask. A method, so that the line stays a record of data alone.</summary>
    public LotStage Stage() => LotStages.Of(WorkState, Disposition);
}

/// <summary>One version of what is known of a batch.</summary>
public sealed record BatchVersion
{
    public required int Version { get; init; }
    public required BatchDetails Details { get; init; }
    /// <summary>Why this version followed the one before it; null for the first.</summary>
    public string? Reason { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}
