using LabQc.AuditTrail;

namespace LabQc.Measurements;

/// <summary>Keeps proposed exclusions and the answers to them.</summary>
public sealed class ExclusionProposalStore(LabWork work)
{
    private const string Select =
        """
        SELECT p.lot_number,
               p.number,
               p.measurement_id,
               p.sha256,
               p.entry,
               p.ordinal,
               r.name AS replicate,
               p.included,
               p.reason,
               p.proposed_at,
               p.proposed_by,
               a.answer,
               a.reason AS answer_reason,
               a.answered_at,
               a.answered_by
          FROM exclusion_proposal p
          JOIN replicate r
            ON r.site = p.site
           AND r.measurement_id = p.measurement_id
           AND r.sha256 = p.sha256
           AND r.entry = p.entry
           AND r.ordinal = p.ordinal
          LEFT JOIN exclusion_answer a
            ON a.site = p.site
           AND a.lot_number = p.lot_number
           AND a.number = p.number
        """;

    /// <summary>All proposals on a lot, answered ones too, in their order.</summary>
    public IReadOnlyList<ExclusionProposal> OfLot(string lot) =>
        work.Session.Query<ExclusionProposal>(
            $"{Select} WHERE p.site = @site AND p.lot_number = @lot ORDER BY p.number",
            new { site = work.Site, lot });

    /// <summary>The proposals on a lot that wait for a second person.</summary>
    public IReadOnlyList<ExclusionProposal> Pending(string lot) => [.. OfLot(lot).Where(p => p.IsPending)];

    /// <summary>The proposals on all lots that wait for a second person, oldest first.</summary>
    public IReadOnlyList<ExclusionProposal> Pending() =>
        work.Session.Query<ExclusionProposal>(
            $"{Select} WHERE p.site = @site AND a.answer IS NULL ORDER BY p.proposed_at, p.lot_number, p.number",
            new { site = work.Site });

    /// <summary>One proposal.</summary>
    /// <exception cref="ExclusionProposalMissingException">There is none.</exception>
    public ExclusionProposal Get(string lot, long number) =>
        work.Session.Find<ExclusionProposal>(
            $"{Select} WHERE p.site = @site AND p.lot_number = @lot AND p.number = @number",
            new { site = work.Site, lot, number })
        ?? throw new ExclusionProposalMissingException(lot, number);

    internal ExclusionProposal Propose(string lot, Replicate replicate, bool included, string reason)
    {
        var number = OfLot(lot).Count + 1L;
        work.Trail.Record(included ? "replicate.inclusion-proposed" : "replicate.exclusion-proposed", lot, reason,
            [new RecordKey("exclusion_proposal", work.Site, lot, number)],
            () => work.Session.Execute(
                """
                INSERT INTO exclusion_proposal
                       (site, lot_number, number, measurement_id, sha256, entry, ordinal, included, reason, proposed_at, proposed_by)
                VALUES (@site, @lot, @number, @MeasurementId, @Sha256, @Entry, @Ordinal, @included, @reason, @proposedAt, @proposedBy)
                """,
                new
                {
                    site = work.Site,
                    lot,
                    number,
                    replicate.MeasurementId,
                    replicate.Sha256,
                    replicate.Entry,
                    replicate.Ordinal,
                    included = included ? 1 : 0,
                    reason,
                    proposedAt = work.Trail.Now(),
                    proposedBy = work.Actor.Name,
                }));
        return Get(lot, number);
    }

    internal void Answer(ExclusionProposal proposal, bool confirmed, string reason) =>
        work.Trail.Record(confirmed ? "exclusion.confirmed" : "exclusion.declined", proposal.LotNumber, reason,
            [new RecordKey("exclusion_answer", work.Site, proposal.LotNumber, proposal.Number)],
            () => work.Session.Execute(
                """
                INSERT INTO exclusion_answer (site, lot_number, number, answer, reason, answered_at, answered_by)
                VALUES (@site, @LotNumber, @Number, @answer, @reason, @answeredAt, @answeredBy)
                """,
                new
                {
                    site = work.Site,
                    proposal.LotNumber,
                    proposal.Number,
                    answer = confirmed ? "confirmed" : "declined",
                    reason,
                    answeredAt = work.Trail.Now(),
                    answeredBy = work.Actor.Name,
                }));
}
