using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Review;

/// <summary>Records decisions on lots.</summary>
public sealed class DecisionStore(LabWork work)
{
    /// <summary>The words for a decision that nobody signed.</summary>
    public const string RecordedNotSigned = "recorded, not signed";

    /// <summary>The word for a decision that was signed; the lot's review step of the same ordinal names the signature.</summary>
    public const string BySignature = "signed";

    /// <summary>Records a decision and sets the lot's disposition, together.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    public Decision Record(string lot, string disposition, string reason, string? deviation, long? evaluationOrdinal, long readVersion)
    {
        work.Session.BeginWriting();
        var batches = new BatchStore(work);
        var decision = Next(lot, disposition, reason, deviation, evaluationOrdinal, RecordedNotSigned);
        work.Trail.Record($"batch.{disposition}", lot, reason,
            [batches.BatchKey(lot), Key(decision)],
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

    /// <summary>The next decision on a lot, by whoever acts now.</summary>
    internal Decision Next(string lot, string disposition, string reason, string? deviation, long? evaluationOrdinal, string standing) => new()
    {
        LotNumber = lot,
        Ordinal = OfLot(lot).Count + 1L,
        Disposition = disposition,
        Reason = reason,
        Deviation = deviation,
        EvaluationOrdinal = evaluationOrdinal,
        Standing = standing,
        DecidedAt = work.Trail.Now(),
        DecidedBy = work.Actor.Name,
    };

    internal RecordKey Key(Decision decision) => new("decision", work.Site, decision.LotNumber, decision.Ordinal);

    /// <summary>Writes a decision, inside an audit record that names its <see cref="Key"/>.</summary>
    internal void Insert(Decision decision) =>
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
