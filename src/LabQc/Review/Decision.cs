namespace LabQc.Review;

/// <summary>A decision on a lot as it was recorded.</summary>
public sealed record Decision
{
    public required string LotNumber { get; init; }
    public required long Ordinal { get; init; }
    /// <summary>released or rejected.</summary>
    public required string Disposition { get; init; }
    public required string Reason { get; init; }
    /// <summary>What was accepted although the lot does not conform or is not complete; null where nothing had to be.</summary>
    public string? Deviation { get; init; }
    /// <summary>The evaluation that the decision was taken on; null where the lot had none.</summary>
    public long? EvaluationOrdinal { get; init; }
    /// <summary>What the decision is worth as evidence: recorded or signed.</summary>
    public required string Standing { get; init; }
    public required string DecidedAt { get; init; }
    public required string DecidedBy { get; init; }
}
