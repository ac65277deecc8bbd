using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.People;

namespace LabQc.Review;

/// <summary>What a release depends on.</summary>
internal sealed record ReleaseFacts
{
    public required BatchLine State { get; init; }
    /// <summary>What was corrected since the lot was verified, in words; null where no verification stands.</summary>
    public required IReadOnlyList<string>? CorrectedSinceVerified { get; init; }
    public required AuditTrailReview AuditTrail { get; init; }
    /// <summary>The verdict that the review goes by; null where there is none.</summary>
    public required RecordedEvaluation? Judgement { get; init; }
    /// <summary>Proposed exclusions that wait for a second person, in words.</summary>
    public required IReadOnlyList<string> PendingExclusions { get; init; }
    /// <summary>Who is to decide; null where nobody in particular.</summary>
    public Person? Decider { get; init; }
    /// <summary>What the decider did on the lot.</summary>
    public IReadOnlyList<string> OwnWork { get; init; } = [];

    public LotStage Stage => State.Stage();
}
