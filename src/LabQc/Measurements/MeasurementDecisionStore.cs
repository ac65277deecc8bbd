using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Measurements;

/// <summary>Records what people decide about measurements; what the files said stays as it is.</summary>
public sealed class MeasurementDecisionStore(LabWork work)
{
    /// <summary>Leaves a replicate out, or takes it back in.</summary>
    /// <param name="replicate">The replicate as it was read.</param>
    /// <param name="lot">The lot that it belongs to.</param>
    /// <param name="included">Whether it counts from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="afterVerdict">Whether the lot had been evaluated by then.</param>
    /// <param name="decidedBy">Whose decision it is, where another person confirmed it; null: who acts.</param>
    public void Decide(Replicate replicate, string lot, bool included, string reason, bool afterVerdict, string? decidedBy = null)
    {
        var version = (replicate.Decision?.Version ?? 0) + 1;
        work.Trail.Record(included ? "replicate.included" : "replicate.excluded", lot, reason,
            [new RecordKey("inclusion", work.Site, replicate.MeasurementId, replicate.Sha256, replicate.Entry, replicate.Ordinal, version), .. Reopened(lot)],
            () => work.Session.Execute(
                """
                INSERT INTO inclusion
                       (site, measurement_id, sha256, entry, ordinal, version, included, reason, after_verdict, recorded_at, recorded_by)
                VALUES (@site, @MeasurementId, @Sha256, @Entry, @Ordinal, @version, @included, @reason, @afterVerdict, @recordedAt, @recordedBy)
                """,
                new
                {
                    site = work.Site,
                    replicate.MeasurementId,
                    replicate.Sha256,
                    replicate.Entry,
                    replicate.Ordinal,
                    version,
                    included = included ? 1 : 0,
                    reason,
                    afterVerdict = afterVerdict ? 1 : 0,
                    recordedAt = work.Trail.Now(),
                    recordedBy = decidedBy ?? work.Actor.Name,
                }));
    }

    /// <summary>Records, while nobody can sign, the assignable cause for which a measurement does not count any more.</summary>
    public void Invalidate(MeasurementRow measurement, string cause) =>
        work.Trail.Record("measurement.invalidated", measurement.LotNumber, cause, InvalidationRows(measurement), () => InsertInvalidation(measurement, cause));

    /// <summary>The rows that an invalidation writes, for audit records.</summary>
    internal IReadOnlyList<RecordKey> InvalidationRows(MeasurementRow measurement) =>
        [new RecordKey("invalidation", work.Site, measurement.MeasurementId), .. Reopened(measurement.LotNumber)];

    /// <summary>Writes an invalidation, inside an audit record that names <see cref="InvalidationRows"/>.</summary>
    internal void InsertInvalidation(MeasurementRow measurement, string cause) =>
        work.Session.Execute(
            """
            INSERT INTO invalidation (site, measurement_id, cause, recorded_at, recorded_by)
            VALUES (@site, @MeasurementId, @cause, @recordedAt, @recordedBy)
            """,
            new { site = work.Site, measurement.MeasurementId, cause, recordedAt = work.Trail.Now(), recordedBy = work.Actor.Name });

    /// <summary>Records the dilution of a file that was unknown or wrong, as a new version of the file's part in its measurement.</summary>
    /// <param name="run">The file's part at its newest version.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="factor">How many times the sample was diluted, at least 1.</param>
    /// <param name="reason">Why.</param>
    public void CorrectDilution(RunRow run, string? lot, double factor, string reason) =>
        work.Trail.Record("dilution.corrected", lot, reason,
            [new RecordKey("run", work.Site, run.MeasurementId, run.Sha256, run.Entry, run.Version + 1), .. Reopened(lot)],
            () => work.Session.Execute(
                """
                INSERT INTO run
                       (site, measurement_id, sha256, entry, version, format, software, mapping, status, failure, sample_name,
                        captured_text, dilution_factor, dilution_source, factor_in_values, replicate_label, position_table,
                        findings, reason, recorded_at, recorded_by)
                VALUES (@site, @MeasurementId, @Sha256, @Entry, @version, @Format, @Software, @Mapping, @Status, @Failure, @SampleName,
                        @CapturedText, @factor, 'operator', @FactorInValues, @ReplicateLabel, @PositionTable,
                        @Findings, @reason, @recordedAt, @recordedBy)
                """,
                new
                {
                    site = work.Site,
                    run.MeasurementId,
                    run.Sha256,
                    run.Entry,
                    version = run.Version + 1,
                    run.Format,
                    run.Software,
                    run.Mapping,
                    run.Status,
                    run.Failure,
                    run.SampleName,
                    run.CapturedText,
                    factor,
                    run.FactorInValues,
                    run.ReplicateLabel,
                    run.PositionTable,
                    run.Findings,
                    reason,
                    recordedAt = work.Trail.Now(),
                    recordedBy = work.Actor.Name,
                }));

    /// <summary>All decisions about a lot's replicates, also those that others followed, in the order in which they were taken.</summary>
    public IReadOnlyList<Inclusion> OfLot(string lot) =>
        work.Session.Query<Inclusion>(
            $"""
            {MeasurementStore.SelectInclusions}
             WHERE m.site = @site
               AND m.lot_number = @lot
             ORDER BY i.recorded_at,
                      i.measurement_id,
                      i.ordinal,
                      i.version
            """,
            new { site = work.Site, lot });

    private IReadOnlyList<RecordKey> Reopened(string? lot) => new BatchStateStore(work).ReopenedBy(lot);
}
