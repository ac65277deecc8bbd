namespace LabQc.Review;

/// <summary>What kind of thing is missing, by which a page makes its link.</summary>
public enum BlockerKind
{
    /// <summary>The lot is at the bench.</summary>
    NotSubmitted,
    /// <summary>No second person has verified it.</summary>
    NotVerified,
    /// <summary>What was verified has been corrected since.</summary>
    VerificationOutdated,
    AuditTrailNotReviewed,
    /// <summary>The audit trail was reviewed before the last change.</summary>
    AuditTrailOutdated,
    OnHold,
    NotEvaluated,
    ResultMissing,
    Inconclusive,
    DoesNotConform,
    /// <summary>The exclusion of a replicate, or its inclusion, waits for a second person.</summary>
    ExclusionPending,
    /// <summary>The person worked on the lot.</summary>
    OwnWork,
    /// <summary>The person is no QA manager.</summary>
    NotPermitted,
    /// <summary>The lot was decided on before.</summary>
    Decided,
}

/// <summary>One thing that stands between a lot and its release.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Words">A sentence without its full stop, such as "Sterility has no result".</param>
/// <param name="Detail">What more is known of it; null where nothing.</param>
/// <param name="Needs">What it needs, as the words of a button, such as "Review"; null where nothing helps.</param>
/// <param name="Attribute">The attribute that it is about; null where it is about none.</param>
public sealed record Blocker(BlockerKind Kind, string Words, string? Detail, string? Needs, string? Attribute = null)
{
    /// <summary>Whether a QA manager may release the lot all the same, naming the deviation.</summary>
    public bool CanBeAccepted => Kind is BlockerKind.Inconclusive or BlockerKind.DoesNotConform;
}
