namespace LabQc.Review;

/// <summary>One lot of the review queue.</summary>
public sealed record ReviewLine
{
    public required string LotNumber { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    public required string WorkState { get; init; }
    public required string Disposition { get; init; }
    public string? HoldReason { get; init; }
    public required long RowVersion { get; init; }
    /// <summary>Since when the lot waits: its last submission, or the first correction after its decision.</summary>
    public required string WaitsSince { get; init; }
    /// <summary>Who submitted it last; null for a lot that was decided on without ever being submitted.</summary>
    public string? SubmittedBy { get; init; }
    public string? SubmittedAt { get; init; }
    /// <summary>When the record of a decided lot was first corrected; null for a lot that waits for its decision.</summary>
    public string? CorrectedAfterDecision { get; init; }
    /// <summary>The verdict that the review goes by; null where there is none.</summary>
    public string? Verdict { get; init; }
    /// <summary>The answer behind the verdict, as JSON; null where there is none.</summary>
    public string? Answer { get; init; }
    /// <summary>What stands between the lot and its release, seen without regard to the viewer; empty for a decided lot.</summary>
    public required IReadOnlyList<Blocker> Missing { get; init; }
    /// <summary>How many things stand between the lot and its release.</summary>
    public int Blockers => Missing.Count;
    public required AuditTrailState AuditTrail { get; init; }
    /// <summary>Whether the viewer worked on the lot, and so can neither verify nor review nor decide.</summary>
    public required bool ViewerWorkedOnIt { get; init; }

    /// <summary>What the lot waits for, as the viewer sees it.</summary>
    public ReviewLineKind Kind =>
        CorrectedAfterDecision is not null ? ReviewLineKind.CorrectedSinceDecision
        : ViewerWorkedOnIt ? ReviewLineKind.NotMineToDecide
        : Missing.Any(b => b.Kind == BlockerKind.DoesNotConform) ? ReviewLineKind.DoesNotConform
        : Missing.Count > 0 ? ReviewLineKind.SomethingMissing
        : ReviewLineKind.ReadyToSign;
}

/// <summary>What a lot of the queue waits for; each lot is of one kind.</summary>
public enum ReviewLineKind
{
    /// <summary>Nothing is missing: it can be released.</summary>
    ReadyToSign,
    SomethingMissing,
    DoesNotConform,
    /// <summary>The viewer worked on it.</summary>
    NotMineToDecide,
    /// <summary>It was decided on, and its record was corrected afterwards.</summary>
    CorrectedSinceDecision,
}
