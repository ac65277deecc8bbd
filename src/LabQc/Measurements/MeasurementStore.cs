using LabQc.AuditTrail;

namespace LabQc.Measurements;

/// <summary>Reads measurements.</summary>
public sealed class MeasurementStore(LabWork work)
{
    /// <summary>A lot's measurements in the order of recording, whole.</summary>
    public IReadOnlyList<Measurement> OfLot(string lot) => Assemble("m.lot_number = @owner", lot);

    /// <summary>An instrument's bead checks in the order of recording, whole.</summary>
    public IReadOnlyList<Measurement> BeadChecks(string instrument) =>
        Assemble("m.lot_number IS NULL AND m.purpose = 'bead-check' AND m.instrument = @owner", instrument);

    /// <summary>What the files of a measurement share, or null.</summary>
    public MeasurementRow? Find(string measurementId) =>
        work.Session.Find<MeasurementRow>(
            $"{SelectMeasurement} WHERE m.site = @site AND m.measurement_id = @measurementId",
            new { site = work.Site, measurementId });

    /// <summary>The measurement that a file belongs to, or null.</summary>
    public string? MeasurementOf(string sha256) =>
        work.Session.Find<string>(OfFile, new { site = work.Site, sha256 });

    private IReadOnlyList<Measurement> Assemble(string condition, string owner)
    {
        var parameters = new { site = work.Site, owner };
        var rows = work.Session.Query<MeasurementRow>($"{SelectMeasurement} WHERE m.site = @site AND {condition} ORDER BY m.ordinal", parameters);
        var invalidations = work.Session.Query<Invalidation>(SelectInvalidation(condition), parameters).ToDictionary(i => i.MeasurementId);
        var runs = work.Session.Query<RunRow>(SelectRun(condition), parameters).ToLookup(r => r.MeasurementId);
        var decisions = work.Session.Query<Inclusion>(SelectInclusion(condition), parameters)
            .ToDictionary(i => (i.MeasurementId, i.Sha256, i.Entry, i.Ordinal));
        var replicates = work.Session.Query<Replicate>(SelectReplicate(condition), parameters)
            .Select(r => r with { Decision = decisions.GetValueOrDefault((r.MeasurementId, r.Sha256, r.Entry, r.Ordinal)) })
            .ToLookup(r => (r.MeasurementId, r.Sha256, r.Entry));
        return [.. rows.Select(row => new Measurement
        {
            Row = row,
            Invalidation = invalidations.GetValueOrDefault(row.MeasurementId),
            Runs = [.. runs[row.MeasurementId].Select(run => new Run
            {
                Row = run,
                Replicates = [.. replicates[(run.MeasurementId, run.Sha256, run.Entry)]],
            })],
        })];
    }

    internal const string OfFile =
        """
        SELECT measurement_id
          FROM run
         WHERE site = @site
           AND sha256 = @sha256
         LIMIT 1
        """;

    private const string SelectMeasurement =
        """
        SELECT m.measurement_id,
               m.lot_number,
               m.name,
               m.ordinal,
               m.purpose,
               m.technique,
               m.weighting,
               m.instrument,
               m.instrument_version,
               m.set_up,
               m.recorded_at,
               m.recorded_by
          FROM measurement m
        """;

    // CROSS JOIN says in SQLite which table comes first: the owner's few measurements. Left to itself it reads the whole site's
    // replicates in the order of their key, and looks up for each whose it is.
    private static string SelectInvalidation(string condition) =>
        $"""
        SELECT i.measurement_id,
               i.cause,
               i.recorded_at,
               i.recorded_by
          FROM measurement m
          CROSS JOIN invalidation i ON i.site = m.site AND i.measurement_id = m.measurement_id
         WHERE m.site = @site
           AND {condition}
        """;

    private static string SelectRun(string condition) =>
        $"""
        SELECT r.measurement_id,
               r.sha256,
               r.entry,
               r.version,
               r.format,
               r.software,
               r.mapping,
               r.status,
               r.failure,
               r.sample_name,
               r.captured_text,
               r.dilution_factor,
               r.dilution_source,
               r.factor_in_values,
               r.replicate_label,
               r.position_table,
               r.findings,
               r.reason,
               r.recorded_at,
               r.recorded_by
          FROM measurement m
          CROSS JOIN run r ON r.site = m.site AND r.measurement_id = m.measurement_id
         WHERE m.site = @site
           AND {condition}
           AND r.version = (SELECT MAX(n.version)
                              FROM run n
                             WHERE n.site = r.site
                               AND n.measurement_id = r.measurement_id
                               AND n.sha256 = r.sha256
                               AND n.entry = r.entry)
         ORDER BY (SELECT MIN(f.recorded_at)
                     FROM run f
                    WHERE f.site = r.site
                      AND f.measurement_id = r.measurement_id
                      AND f.sha256 = r.sha256
                      AND f.entry = r.entry),
                  r.sha256,
                  r.entry
        """;

    private static string SelectReplicate(string condition) =>
        $"""
        SELECT p.measurement_id,
               p.sha256,
               p.entry,
               p.ordinal,
               p.name,
               p.readable,
               p.reason,
               p.tracks,
               p.completed_tracks,
               p.concentration_per_ml,
               p.mean_nm,
               p.mode_nm,
               p.sd_nm,
               p.d10_nm,
               p.d50_nm,
               p.d90_nm,
               p.span,
               p.percent_30_150 AS percent30_to150,
               p.reported,
               p.distribution
          FROM measurement m
          CROSS JOIN replicate p ON p.site = m.site AND p.measurement_id = m.measurement_id
         WHERE m.site = @site
           AND {condition}
         ORDER BY p.measurement_id,
                  p.sha256,
                  p.entry,
                  p.ordinal
        """;

    /// <summary>Decisions about replicates, <c>i</c>, of measurements <c>m</c>.</summary>
    internal const string SelectInclusions =
        """
        SELECT i.measurement_id,
               i.sha256,
               i.entry,
               i.ordinal,
               i.version,
               i.included,
               i.reason,
               i.after_verdict,
               i.recorded_at,
               i.recorded_by
          FROM measurement m
          CROSS JOIN inclusion i ON i.site = m.site AND i.measurement_id = m.measurement_id
        """;

    private static string SelectInclusion(string condition) =>
        $"""
        {SelectInclusions}
         WHERE m.site = @site
           AND {condition}
           AND i.version = (SELECT MAX(n.version)
                              FROM inclusion n
                             WHERE n.site = i.site
                               AND n.measurement_id = i.measurement_id
                               AND n.sha256 = i.sha256
                               AND n.entry = i.entry
                               AND n.ordinal = i.ordinal)
        """;
}
