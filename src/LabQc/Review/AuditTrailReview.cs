namespace LabQc.Review;

/// <summary>Whether somebody has read through a lot's audit trail since its record was last changed.</summary>
public enum AuditTrailState
{
    NotReviewed,
    /// <summary>It was reviewed, and the record was changed afterwards.</summary>
    ChangedSince,
    Reviewed,
}

/// <summary>Where a lot's audit trail stands against its last signed review.</summary>
public sealed record AuditTrailReview
{
    /// <summary>How many events the lot has.</summary>
    public long Events { get; init; }
    /// <summary>The sequence number of its last event; null where there is none.</summary>
    public long? LastEvent { get; init; }
    /// <summary>The sequence number of the last event that changed its record.</summary>
    public long? LastChange { get; init; }
    /// <summary>The sequence number of the last review; null where there was none.</summary>
    public long? Reviewed { get; init; }

    public AuditTrailState State =>
        Reviewed is not { } reviewed ? AuditTrailState.NotReviewed
        : LastChange > reviewed ? AuditTrailState.ChangedSince
        : AuditTrailState.Reviewed;
}
