using LabQc.AuditTrail;
using LabQc.Database;
using LabQc.Evaluation;

namespace LabQc.Review;

/// <summary>Records the steps of lots' reviews, and says how far the audit trail has been reviewed.</summary>
public sealed class ReviewStepStore(LabWork work)
{
    /// <summary>
    /// What happens to a lot without changing its record. Everything else, also what is not known here, is a change that the
    /// review of the audit trail must have seen.
    /// </summary>
    internal const string NoChanges =
        "'batch.evaluated', 'batch.submitted', 'batch.verified', 'batch.audit-trail-reviewed', 'batch.held', 'batch.hold-lifted', "
        + "'batch.released', 'batch.rejected', 'batch.recalled', 'validation.recorded'";

    /// <summary>A lot's steps in their order.</summary>
    public IReadOnlyList<ReviewStep> OfLot(string lot) =>
        work.Session.Query<ReviewStep>(
            """
            SELECT lot_number,
                   ordinal,
                   step,
                   reason,
                   evaluation_ordinal,
                   signature_ordinal,
                   decision_ordinal,
                   recorded_at,
                   recorded_by
              FROM review_step
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY ordinal
            """,
            new { site = work.Site, lot });

    /// <summary>Decisions and recalls of all lots since a moment, the newest first.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="take">How many at most.</param>
    public IReadOnlyList<ReviewStep> DecidedSince(DateTimeOffset since, int take) =>
        work.Session.Query<ReviewStep>(
            """
            SELECT lot_number,
                   ordinal,
                   step,
                   reason,
                   evaluation_ordinal,
                   signature_ordinal,
                   decision_ordinal,
                   recorded_at,
                   recorded_by
              FROM review_step
             WHERE site = @site
               AND step IN ('released', 'rejected', 'recalled')
               AND recorded_at >= @from
             ORDER BY recorded_at DESC,
                      lot_number
             LIMIT @take
            """,
            new { site = work.Site, from = FixedWidthTime.Of(since), take });

    /// <summary>Where the audit trail of a lot stands against its last review.</summary>
    public AuditTrailReview AuditTrail(string lot) =>
        work.Session.Find<AuditTrailReview>(
            $"""
            SELECT COUNT(*) AS events,
                   MAX(sequence) AS last_event,
                   MAX(CASE WHEN action NOT IN ({NoChanges}) THEN sequence END) AS last_change,
                   MAX(CASE WHEN action = 'batch.audit-trail-reviewed' THEN sequence END) AS reviewed
              FROM audit_event
             WHERE site = @site
               AND lot_number = @lot
            """,
            new { site = work.Site, lot })!;

    /// <summary>
    /// The verdict that a review of the lot goes by: the newest one under the specification of its last submission, else the
    /// newest of all; null where there is none.
    /// </summary>
    public RecordedEvaluation? Judgement(string lot)
    {
        var evaluations = new EvaluationStore(work).OfLot(lot);
        var submitted = OfLot(lot).LastOrDefault(s => s is { Step: ReviewStep.Submitted, EvaluationOrdinal: not null });
        var specification = evaluations.FirstOrDefault(e => e.Ordinal == submitted?.EvaluationOrdinal);
        return specification is null
            ? evaluations is [.., var newest] ? newest : null
            : evaluations.Last(e => (e.SpecificationProduct, e.SpecificationVersion) == (specification.SpecificationProduct, specification.SpecificationVersion));
    }

    /// <summary>The next step of a lot, by whoever acts now.</summary>
    internal ReviewStep Next(string lot, string step, string? reason, long? evaluationOrdinal = null) => new()
    {
        LotNumber = lot,
        Ordinal = OfLot(lot).Count + 1L,
        Step = step,
        Reason = reason,
        EvaluationOrdinal = evaluationOrdinal,
        RecordedAt = work.Trail.Now(),
        RecordedBy = work.Actor.Name,
    };

    internal RecordKey Key(ReviewStep step) => new("review_step", work.Site, step.LotNumber, step.Ordinal);

    /// <summary>Writes a step, inside an audit record that names its <see cref="Key"/>.</summary>
    internal void Insert(ReviewStep step) =>
        work.Session.Execute(
            """
            INSERT INTO review_step
                   (site, lot_number, ordinal, step, reason, evaluation_ordinal, signature_ordinal, decision_ordinal, recorded_at, recorded_by)
            VALUES (@site, @LotNumber, @Ordinal, @Step, @Reason, @EvaluationOrdinal, @SignatureOrdinal, @DecisionOrdinal, @RecordedAt, @RecordedBy)
            """,
            new
            {
                site = work.Site,
                step.LotNumber,
                step.Ordinal,
                step.Step,
                step.Reason,
                step.EvaluationOrdinal,
                step.SignatureOrdinal,
                step.DecisionOrdinal,
                step.RecordedAt,
                step.RecordedBy,
            });
}
