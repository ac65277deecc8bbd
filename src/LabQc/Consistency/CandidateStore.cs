using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Consistency;

/// <summary>How a lot stands that a reference set could hold.</summary>
public sealed record CandidateState
{
    public required string LotNumber { get; init; }
    public required string WorkState { get; init; }
    public required string Disposition { get; init; }
    public string? HoldReason { get; init; }
    /// <summary>The newest verdict by the product's own specification; null where there is none.</summary>
    public string? Verdict { get; init; }
}

/// <summary>Reads how the lots of a kind stand.</summary>
internal sealed class CandidateStore(LabWork work)
{
    /// <summary>The first lots of a kind in the order of isolation; lots that were taken over from a table are not among them.</summary>
    public IReadOnlyList<CandidateState> Of(LotKind kind, int limit) =>
        work.Session.Query<CandidateState>(
            $"""
            SELECT b.lot_number,
                   b.work_state,
                   b.disposition,
                   b.hold_reason,
                   {BatchStore.NewestVerdict} AS verdict
              FROM consistency_profile p
              JOIN batch b ON b.site = p.site AND b.lot_number = p.lot_number
             WHERE p.site = @site
               AND p.product = @Product
               AND p.isolation_method = @IsolationMethod
               AND p.set_up = @SetUp
             ORDER BY p.isolated_on,
                      p.lot_number
             LIMIT @limit
            """,
            new { site = work.Site, kind.Product, kind.IsolationMethod, kind.SetUp, limit });
}
