namespace LabQc.Review;

/// <summary>One step of a lot's review, as it was taken.</summary>
public sealed record ReviewStep
{
    public const string Submitted = "submitted";
    public const string Verified = "verified";
    public const string Returned = "returned";
    public const string AuditTrailReviewed = "audit-trail-reviewed";
    public const string Held = "held";
    public const string HoldLifted = "hold-lifted";
    public const string Released = "released";
    public const string Rejected = "rejected";
    public const string Recalled = "recalled";

    public required string LotNumber { get; init; }
    /// <summary>Place in the order of the lot's steps, from 1.</summary>
    public required long Ordinal { get; init; }
    /// <summary>What was done, one of the words above.</summary>
    public required string Step { get; init; }
    public string? Reason { get; init; }
    /// <summary>The evaluation that the step rests on; null where it rests on none.</summary>
    public long? EvaluationOrdinal { get; init; }
    /// <summary>The lot's signature that the step was taken by; null where it is not signed.</summary>
    public long? SignatureOrdinal { get; init; }
    /// <summary>The decision that the step is; null for any other step, and for a recall.</summary>
    public long? DecisionOrdinal { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}
