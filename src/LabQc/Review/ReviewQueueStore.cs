using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Review;

/// <summary>A lot that waits for a reviewer, as one statement reads it.</summary>
internal sealed record WaitingLot
{
    public required string LotNumber { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    public required string WorkState { get; init; }
    public required string Disposition { get; init; }
    public string? HoldReason { get; init; }
    public string? CorrectedAfterDecision { get; init; }
    public required long RowVersion { get; init; }
    public required string WaitsSince { get; init; }
    public string? SubmittedBy { get; init; }
    public string? SubmittedAt { get; init; }
    public long? EvaluationOrdinal { get; init; }
    public string? Verdict { get; init; }
    public string? Answer { get; init; }
    public required long PendingExclusions { get; init; }
    public long? LastChange { get; init; }
    public long? Reviewed { get; init; }
    public required bool ViewerWorkedOnIt { get; init; }
}

/// <summary>Reads the review queue.</summary>
internal sealed class ReviewQueueStore(LabWork work)
{
    // Only a page's lots are looked at any closer; the others are counted and sorted from two indexes. UNION would merge both halves
    // by lot number, and so read every lot that was ever decided: a lot is in one half only.
    internal const string Waiting =
        """
        WITH waiting AS (
            SELECT lot_number
              FROM batch
             WHERE site = @site
               AND work_state IN ('submitted', 'verified')
            UNION ALL
            SELECT lot_number
              FROM batch
             WHERE site = @site
               AND work_state = 'decided'
               AND corrected_after_decision IS NOT NULL
        )
        """;

    private const string WorkedOnIt =
        """
               EXISTS (SELECT 1 FROM batch_version v
                        WHERE v.site = @site AND v.lot_number = p.lot_number
                          AND (v.recorded_by COLLATE NOCASE IN (@name, @printed) OR v.operator COLLATE NOCASE IN (@name, @printed)))
            OR EXISTS (SELECT 1 FROM measurement m
                        WHERE m.site = @site AND m.lot_number = p.lot_number AND m.recorded_by COLLATE NOCASE IN (@name, @printed))
            OR EXISTS (SELECT 1 FROM assay_result a
                        WHERE a.site = @site AND a.lot_number = p.lot_number
                          AND (a.recorded_by COLLATE NOCASE IN (@name, @printed) OR a.measured_by COLLATE NOCASE IN (@name, @printed)))
            OR EXISTS (SELECT 1 FROM measurement m CROSS JOIN run r ON r.site = m.site AND r.measurement_id = m.measurement_id
                        WHERE m.site = @site AND m.lot_number = p.lot_number AND r.recorded_by COLLATE NOCASE IN (@name, @printed))
            OR EXISTS (SELECT 1 FROM measurement m CROSS JOIN inclusion i ON i.site = m.site AND i.measurement_id = m.measurement_id
                        WHERE m.site = @site AND m.lot_number = p.lot_number AND i.recorded_by COLLATE NOCASE IN (@name, @printed))
        """;

    /// <summary>How many lots wait.</summary>
    public long Count() => work.Session.Find<long>($"{Waiting} SELECT COUNT(*) FROM waiting", new { site = work.Site });

    /// <summary>Some of the waiting lots, those that wait longest first.</summary>
    public IReadOnlyList<WaitingLot> Page(Person? viewer, int skip, int take) =>
        work.Session.Query<WaitingLot>(
            $"""
            {Waiting},
            page AS (
                SELECT b.lot_number,
                       b.product,
                       b.isolation_method,
                       b.isolated_on,
                       b.work_state,
                       b.disposition,
                       b.hold_reason,
                       b.corrected_after_decision,
                       b.row_version,
                       s.recorded_at AS submitted_at,
                       s.recorded_by AS submitted_by,
                       s.evaluation_ordinal,
                       COALESCE(b.corrected_after_decision, s.recorded_at, b.isolated_on) AS waits_since
                  FROM waiting w
                  CROSS JOIN batch b ON b.site = @site AND b.lot_number = w.lot_number
                  LEFT JOIN review_step s
                         ON s.site = @site
                        AND s.lot_number = w.lot_number
                        AND s.ordinal = (SELECT MAX(n.ordinal)
                                           FROM review_step n
                                          WHERE n.site = @site
                                            AND n.lot_number = w.lot_number
                                            AND n.step = 'submitted')
                 ORDER BY waits_since,
                          b.lot_number
                 LIMIT @take OFFSET @skip
            ),
            judged AS (
                SELECT p.*,
                       (SELECT MAX(e.ordinal)
                          FROM evaluation e
                          LEFT JOIN evaluation f
                                 ON f.site = e.site
                                AND f.lot_number = e.lot_number
                                AND f.ordinal = p.evaluation_ordinal
                         WHERE e.site = @site
                           AND e.lot_number = p.lot_number
                           AND (f.ordinal IS NULL
                                OR (e.specification_product = f.specification_product
                                    AND e.specification_version = f.specification_version))) AS judgement
                  FROM page p
            )
            SELECT p.lot_number,
                   p.product,
                   p.isolation_method,
                   p.isolated_on,
                   p.work_state,
                   p.disposition,
                   p.hold_reason,
                   p.corrected_after_decision,
                   p.row_version,
                   p.waits_since,
                   p.submitted_by,
                   p.submitted_at,
                   j.ordinal AS evaluation_ordinal,
                   j.verdict,
                   j.answer,
                   (SELECT MAX(e.sequence)
                      FROM audit_event e
                     WHERE e.site = @site
                       AND e.lot_number = p.lot_number
                       AND e.action NOT IN ({ReviewStepStore.NoChanges})) AS last_change,
                   (SELECT MAX(CASE e.action WHEN 'batch.audit-trail-reviewed' THEN e.sequence END)
                      FROM audit_event e
                     WHERE e.site = @site
                       AND e.lot_number = p.lot_number) AS reviewed,
                   (SELECT COUNT(*)
                      FROM exclusion_proposal x
                      LEFT JOIN exclusion_answer y ON y.site = x.site AND y.lot_number = x.lot_number AND y.number = x.number
                     WHERE x.site = @site
                       AND x.lot_number = p.lot_number
                       AND y.number IS NULL) AS pending_exclusions,
                   ({WorkedOnIt}) AS viewer_worked_on_it
              FROM judged p
              LEFT JOIN evaluation j ON j.site = @site AND j.lot_number = p.lot_number AND j.ordinal = p.judgement
             ORDER BY p.waits_since,
                      p.lot_number
            """,
            new
            {
                site = work.Site,
                name = viewer?.Name ?? "",
                printed = viewer?.PrintedName ?? "",
                take,
                skip,
            });
}
