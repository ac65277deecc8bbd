using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Review;

/// <summary>Records decisions on lots.</summary>
public sealed class DecisionStore(LabWork work)
{
    /// <summary>The words for a decision that nobody signed.</summary>
    public const string RecordedNotSigned = "recorded, not signed";

    /// <summary>Records a decision and sets the lot's disposition, together.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    public Decision Record(string lot, string disposition, string reason, string? deviation, long? evaluationOrdinal, long readVersion)
    {
        work.Session.BeginWriting();
        var batches = new BatchStore(work);
        var decision = new Decision
        {
            LotNumber = lot,
            Ordinal = OfLot(lot).Count + 1L,
            Disposition = disposition,
            Reason = reason,
            Deviation = deviation,
            EvaluationOrdinal = evaluationOrdinal,
            Standing = RecordedNotSigned,
            DecidedAt = work.Trail.Now(),
            DecidedBy = work.Actor.Name,
        };
        work.Trail.Record($"batch.{disposition}", lot, reason,
            [batches.BatchKey(lot), new RecordKey("decision", work.Site, lot, decision.Ordinal)],
            () =>
            {
                batches.SetDisposition(lot, disposition, readVersion);
                Insert(decision);
            });
        return decision;
    }

    /// <summary>The decisions on a lot in their order.</summary>
    public IReadOnlyList<Decision> OfLot(string lot) =>
        work.Session.Query<Decision>(
            """
            SELECT lot_number,
                   ordinal,
                   disposition,
                   reason,
                   deviation,
                   evaluation_ordinal,
                   standing,
                   decided_at,
                   decided_by
              FROM decision
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY ordinal
            """,
            new { site = work.Site, lot });

    private void Insert(Decision decision) =>
        work.Session.Execute(
            """
            INSERT INTO decision
                   (site, lot_number, ordinal, disposition, reason, deviation, evaluation_ordinal, standing, decided_at, decided_by)
            VALUES (@site, @LotNumber, @Ordinal, @Disposition, @Reason, @Deviation, @EvaluationOrdinal, @Standing, @DecidedAt, @DecidedBy)
            """,
            new
            {
                site = work.Site,
                decision.LotNumber,
                decision.Ordinal,
                decision.Disposition,
                decision.Reason,
                decision.Deviation,
                decision.EvaluationOrdinal,
                decision.Standing,
                decision.DecidedAt,
                decision.DecidedBy,
            });
}
