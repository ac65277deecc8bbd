using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Review;

/// <summary>A lot that is being worked on, as one statement reads it.</summary>
internal sealed record LotAtBench
{
    public required string LotNumber { get; init; }
    public required string RegisteredAt { get; init; }
    /// <summary>The last step of its review so far; null where it never left the bench.</summary>
    public string? LastStep { get; init; }
    public string? StepReason { get; init; }
    public string? StepAt { get; init; }
    public string? StepBy { get; init; }
    /// <summary>The answer of the newest verdict; null where there is none.</summary>
    public string? Answer { get; init; }
    public string? EvaluatedAt { get; init; }
    /// <summary>Whether anything was measured or entered.</summary>
    public required bool HasContent { get; init; }
}

/// <summary>A file of a lot at the bench whose dilution nobody knows.</summary>
internal sealed record UndilutedFile
{
    public required string LotNumber { get; init; }
    public required string FileName { get; init; }
    public required string RecordedAt { get; init; }
}

/// <summary>Reads what is being worked on.</summary>
internal sealed class BenchStore(LabWork work)
{
    /// <summary>The lots at the bench, isolated longest ago first.</summary>
    public IReadOnlyList<LotAtBench> LotsAtBench(int take) =>
        work.Session.Query<LotAtBench>(
            $"""
            {BatchStore.AtBench}
            SELECT b.lot_number,
                   v.recorded_at AS registered_at,
                   s.step AS last_step,
                   s.reason AS step_reason,
                   s.recorded_at AS step_at,
                   s.recorded_by AS step_by,
                   e.answer,
                   e.evaluated_at,
                   EXISTS (SELECT 1 FROM measurement m WHERE m.site = b.site AND m.lot_number = b.lot_number)
                   OR EXISTS (SELECT 1 FROM assay_result a WHERE a.site = b.site AND a.lot_number = b.lot_number) AS has_content
              FROM at_bench b
              JOIN batch_version v ON v.site = b.site AND v.lot_number = b.lot_number AND v.version = 1
              LEFT JOIN review_step s
                     ON s.site = b.site
                    AND s.lot_number = b.lot_number
                    AND s.ordinal = (SELECT MAX(n.ordinal) FROM review_step n WHERE n.site = b.site AND n.lot_number = b.lot_number)
              LEFT JOIN evaluation e
                     ON e.site = b.site
                    AND e.lot_number = b.lot_number
                    AND e.ordinal = (SELECT MAX(n.ordinal) FROM evaluation n
                                      WHERE n.site = b.site AND n.lot_number = b.lot_number AND n.specification_product = b.product)
             WHERE b.disposition = 'quarantined'
             ORDER BY b.isolated_on,
                      b.lot_number
             LIMIT @take
            """,
            new { site = work.Site, take });

    /// <summary>Files of lots at the bench that counted particles and whose dilution is unknown, recorded longest ago first.</summary>
    public IReadOnlyList<UndilutedFile> UnknownDilutions() =>
        work.Session.Query<UndilutedFile>(
            $"""
            {BatchStore.AtBench}
            SELECT b.lot_number,
                   f.file_name,
                   MIN(r.recorded_at) AS recorded_at
              FROM at_bench b
              CROSS JOIN measurement m ON m.site = b.site AND m.lot_number = b.lot_number
              CROSS JOIN run r ON r.site = m.site AND r.measurement_id = m.measurement_id
              JOIN raw_file f ON f.site = r.site AND f.sha256 = r.sha256
             WHERE b.disposition = 'quarantined'
               AND m.purpose = 'sample'
               AND r.status = 'read'
               AND r.dilution_source = 'unknown'
               AND r.version = (SELECT MAX(n.version)
                                  FROM run n
                                 WHERE n.site = r.site
                                   AND n.measurement_id = r.measurement_id
                                   AND n.sha256 = r.sha256
                                   AND n.entry = r.entry)
               AND NOT EXISTS (SELECT 1 FROM invalidation i WHERE i.site = m.site AND i.measurement_id = m.measurement_id)
               AND EXISTS (SELECT 1
                             FROM replicate p
                            WHERE p.site = r.site
                              AND p.measurement_id = r.measurement_id
                              AND p.sha256 = r.sha256
                              AND p.entry = r.entry
                              AND p.concentration_per_ml IS NOT NULL)
             GROUP BY b.lot_number,
                      r.sha256,
                      f.file_name
             ORDER BY recorded_at,
                      f.file_name
            """,
            new { site = work.Site });
}
