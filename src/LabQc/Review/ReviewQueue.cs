using System.Diagnostics.CodeAnalysis;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.People;

namespace LabQc.Review;

/// <summary>
/// What waits for a reviewer: submitted and verified lots, and decided ones whose record was corrected since, oldest first.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "Lots wait in it for their turn, oldest first.")]
public static class ReviewQueue
{
    /// <summary>How many lots a page of the queue shows.</summary>
    public const int PageLength = 100;

    /// <summary>The lots that wait longest.</summary>
    /// <param name="work">The unit of work; nothing is written.</param>
    /// <param name="viewer">Who looks; null where nobody in particular.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="take">How many to list at most.</param>
    public static IReadOnlyList<ReviewLine> Of(LabWork work, Person? viewer, int skip = 0, int take = PageLength) =>
        [.. new ReviewQueueStore(work).Page(viewer, skip, take).Select(ToLine)];

    /// <summary>How many lots wait.</summary>
    public static long Count(LabWork work) => new ReviewQueueStore(work).Count();

    private static ReviewLine ToLine(WaitingLot lot) => new()
    {
        LotNumber = lot.LotNumber,
        Product = lot.Product,
        IsolationMethod = lot.IsolationMethod,
        IsolatedOn = lot.IsolatedOn,
        WorkState = lot.WorkState,
        Disposition = lot.Disposition,
        HoldReason = lot.HoldReason,
        RowVersion = lot.RowVersion,
        WaitsSince = lot.WaitsSince,
        SubmittedBy = lot.SubmittedBy,
        SubmittedAt = lot.SubmittedAt,
        CorrectedAfterDecision = lot.CorrectedAfterDecision,
        Verdict = lot.Verdict,
        Answer = lot.Answer,
        Missing = lot.Disposition == "quarantined" ? ReleaseBlockers.From(Facts(lot)) : [],
        AuditTrail = Trail(lot).State,
        ViewerWorkedOnIt = lot.ViewerWorkedOnIt,
    };

    private static ReleaseFacts Facts(WaitingLot lot) => new()
    {
        State = new BatchLine
        {
            LotNumber = lot.LotNumber,
            Product = lot.Product,
            IsolationMethod = lot.IsolationMethod,
            IsolatedOn = lot.IsolatedOn,
            WorkState = lot.WorkState,
            Disposition = lot.Disposition,
            HoldReason = lot.HoldReason,
            RowVersion = lot.RowVersion,
        },
        // A change of content sends a verified lot back to the bench, so what stands as verified here still is.
        CorrectedSinceVerified = lot.WorkState == "verified" ? [] : null,
        AuditTrail = Trail(lot),
        PendingExclusions = [.. Enumerable.Repeat("", checked((int)lot.PendingExclusions))],
        Judgement = lot.Answer is null ? null : new RecordedEvaluation
        {
            LotNumber = lot.LotNumber,
            Ordinal = lot.EvaluationOrdinal!.Value,
            SpecificationProduct = lot.Product,
            SpecificationVersion = 0,
            InputsSha256 = "",
            Verdict = lot.Verdict!,
            Answer = lot.Answer,
            EvaluatedAt = "",
            EvaluatedBy = "",
        },
    };

    private static AuditTrailReview Trail(WaitingLot lot) => new() { LastChange = lot.LastChange, Reviewed = lot.Reviewed };
}
