namespace LabQc.Review;

/// <summary>What kind of thing happened, by which a page chooses its mark.</summary>
public enum TimelineKind
{
    Registered,
    Corrected,
    Measured,
    Entered,
    Excluded,
    Included,
    /// <summary>An exclusion was proposed, and waits for a second person.</summary>
    Proposed,
    Confirmed,
    Declined,
    Invalidated,
    Attached,
    Evaluated,
    Submitted,
    Verified,
    Returned,
    AuditTrailReviewed,
    Held,
    HoldLifted,
    Released,
    Rejected,
    Recalled,
    ThirdParty,
    Other,
}

/// <summary>One thing that happened to a lot.</summary>
public sealed record TimelineEntry
{
    public required long Sequence { get; init; }
    /// <summary>UTC, as the registry writes times.</summary>
    public required string At { get; init; }
    public required string By { get; init; }
    public required string Account { get; init; }
    public required string Authentication { get; init; }
    /// <summary>The event's name in the audit trail.</summary>
    public required string Action { get; init; }
    public required TimelineKind Kind { get; init; }
    /// <summary>A sentence without its full stop that begins with what was done, such as "Protein corrected".</summary>
    public required string Words { get; init; }
    public string? Reason { get; init; }
    /// <summary>What stood before and after, where something that stood was changed.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];
    /// <summary>Whether the lot went back from review to the bench by it.</summary>
    public bool SentBack { get; init; }
    /// <summary>The id of the signature that was given with it; null where none was.</summary>
    public string? SignatureId { get; init; }
}
