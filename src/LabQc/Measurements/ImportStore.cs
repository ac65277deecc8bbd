using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Instruments;
using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>Records measurements from instrument files: one audit event for all files of a measurement.</summary>
public sealed class ImportStore(LabWork work)
{
    private readonly MeasurementStore _measurements = new(work);
    private readonly RawFileStore _files = new(work);

    /// <summary>Records a measurement's files; those that it holds already are left as they are.</summary>
    /// <exception cref="FileBelongsElsewhereException">A file is part of another measurement.</exception>
    /// <exception cref="MeasurementJudgedException">The measurement stands and its lot has been evaluated since.</exception>
    public ImportOutcome Record(MeasurementImport import)
    {
        work.Session.BeginWriting();
        var id = import.MeasurementId;
        var owners = import.Files.ToDictionary(f => f, f => _measurements.MeasurementOf(f.Sha256));
        if (owners.FirstOrDefault(o => o.Value is { } other && other != id) is { Key: { } foreign } found)
            throw new FileBelongsElsewhereException(foreign.FileName, found.Value!, id);
        var fresh = import.Files.Where(f => owners[f] is null).ToList();
        var outcome = new ImportOutcome(id, [.. fresh.Select(f => f.FileName)], [.. import.Files.Except(fresh).Select(f => f.FileName)]);
        if (fresh.Count == 0)
            return outcome;
        var stands = _measurements.Find(id) is not null;
        if (stands && import.Lot is { } lot && IsJudged(lot))
            throw new MeasurementJudgedException(id);
        work.Trail.Record("measurement.recorded", import.Lot, reason: null, [.. Rows(import, fresh, stands)], () =>
        {
            if (!stands)
                InsertMeasurement(import, fresh);
            foreach (var file in fresh)
                InsertFile(id, file);
        });
        return outcome;
    }

    /// <summary>Keeps a file that belongs to a lot but holds no size distribution.</summary>
    /// <returns>Whether anything was written.</returns>
    public bool Attach(string lot, string fileName, byte[] content, string kind, string reader)
    {
        work.Session.BeginWriting();
        var sha256 = RawFileStore.Sha256Of(content);
        var key = new RecordKey("attachment", work.Site, lot, sha256);
        if (work.Session.Rows.Find(key.Table, key.Key) is not null)
            return false;
        work.Trail.Record("file.attached", lot, reason: null, [_files.Key(sha256), key], () =>
        {
            _files.Keep(sha256, fileName, content, reader);
            work.Session.Execute(
                """
                INSERT INTO attachment (site, lot_number, sha256, kind, recorded_at, recorded_by)
                VALUES (@site, @lot, @sha256, @kind, @recordedAt, @recordedBy)
                """,
                new { site = work.Site, lot, sha256, kind, recordedAt = work.Trail.Now(), recordedBy = work.Actor.Name });
        });
        return true;
    }

    /// <summary>Whether a lot was ever evaluated.</summary>
    public bool IsJudged(string lot) =>
        work.Session.Find<long>(
            "SELECT EXISTS (SELECT 1 FROM evaluation WHERE site = @site AND lot_number = @lot)",
            new { site = work.Site, lot }) == 1;

    private IEnumerable<RecordKey> Rows(MeasurementImport import, IReadOnlyList<ReadFile> fresh, bool stands)
    {
        var id = import.MeasurementId;
        foreach (var moved in new BatchStateStore(work).ReopenedBy(import.Lot))
            yield return moved;
        if (!stands)
            yield return new RecordKey("measurement", work.Site, id);
        foreach (var file in fresh)
        {
            yield return _files.Key(file.Sha256);
            if (file.PositionTable is { } table)
                yield return _files.Key(RawFileStore.Sha256Of(table.Bytes.Span));
            foreach (var (index, entry) in file.Entries.Select(e => (e.Index, e.File)))
            {
                yield return new RecordKey("run", work.Site, id, file.Sha256, (long)index, 1L);
                for (var ordinal = 0; ordinal < entry.Replicates.Count; ordinal++)
                    yield return new RecordKey("replicate", work.Site, id, file.Sha256, (long)index, (long)ordinal);
            }
        }
    }

    private void InsertMeasurement(MeasurementImport import, IReadOnlyList<ReadFile> files)
    {
        var first = files[0].Entries[0].File;
        work.Session.Execute(
            """
            INSERT INTO measurement
                   (site, measurement_id, lot_number, name, ordinal, purpose, technique, weighting, instrument,
                    instrument_version, set_up, recorded_at, recorded_by)
            VALUES (@site, @id, @Lot, @Name, @ordinal, @Purpose, @technique, @weighting, @Instrument,
                    @InstrumentVersion, @setUp, @recordedAt, @recordedBy)
            """,
            new
            {
                site = work.Site,
                id = import.MeasurementId,
                import.Lot,
                import.Name,
                ordinal = NextOrdinal(import),
                import.Purpose,
                technique = ComparableSetUp.TechniqueOf(first, import.InstrumentTechnique),
                weighting = JsonName(first.Weighting ?? Weighting.Number),
                import.Instrument,
                import.InstrumentVersion,
                setUp = ComparableSetUp.Text(first.SetUp),
                recordedAt = work.Trail.Now(),
                recordedBy = work.Actor.Name,
            });
    }

    /// <summary>One more than the owner's last. Two statements, for one with OR would read every measurement of the site.</summary>
    private long NextOrdinal(MeasurementImport import) =>
        import.Lot is null
            ? work.Session.Find<long>(
                """
                SELECT COALESCE(MAX(ordinal), 0) + 1
                  FROM measurement
                 WHERE site = @site
                   AND lot_number IS NULL
                   AND instrument = @Instrument
                """,
                new { site = work.Site, import.Instrument })
            : work.Session.Find<long>(
                """
                SELECT COALESCE(MAX(ordinal), 0) + 1
                  FROM measurement
                 WHERE site = @site
                   AND lot_number = @Lot
                """,
                new { site = work.Site, import.Lot });

    private void InsertFile(string id, ReadFile file)
    {
        _files.Keep(file.Sha256, file.FileName, file.Content, file.Entries[0].File.Reader);
        string? table = null;
        if (file.PositionTable is { } positions)
        {
            table = RawFileStore.Sha256Of(positions.Bytes.Span);
            _files.Keep(table, positions.Name, positions.Bytes.ToArray(), file.Entries[0].File.Reader);
        }
        foreach (var (index, entry, packed) in file.Entries)
        {
            InsertRun(id, file, index, entry, table);
            for (var ordinal = 0; ordinal < entry.Replicates.Count; ordinal++)
                InsertReplicate(id, file.Sha256, index, ordinal, entry.Replicates[ordinal], packed[ordinal]);
        }
    }

    private void InsertRun(string id, ReadFile file, int index, InstrumentFile entry, string? positionTable) =>
        work.Session.Execute(
            """
            INSERT INTO run
                   (site, measurement_id, sha256, entry, version, format, software, mapping, status, failure, sample_name,
                    captured_text, dilution_factor, dilution_source, factor_in_values, replicate_label, position_table,
                    findings, recorded_at, recorded_by)
            VALUES (@site, @id, @Sha256, @index, 1, @Format, @software, @Mapping, @status, @failure, @Sample,
                    @CapturedText, @Factor, @dilutionSource, @factorInValues, @ReplicateLabel, @positionTable,
                    @findings, @recordedAt, @recordedBy)
            """,
            new
            {
                site = work.Site,
                id,
                file.Sha256,
                index,
                entry.Format,
                software = entry.Software ?? "unknown",
                file.Mapping,
                status = JsonName(entry.Status),
                failure = entry.Status == FileStatus.FailedRun ? entry.Problem : null,
                entry.Sample,
                entry.CapturedText,
                entry.Dilution.Factor,
                dilutionSource = JsonName(entry.Dilution.Source),
                factorInValues = entry.ConcentrationBasis == ConcentrationBasis.Undiluted ? entry.Dilution.Factor ?? 1 : 1,
                file.ReplicateLabel,
                positionTable,
                findings = JsonForm.Write(entry.Findings),
                recordedAt = work.Trail.Now(),
                recordedBy = work.Actor.Name,
            });

    private void InsertReplicate(string id, string sha256, int index, int ordinal, Instruments.Replicate replicate, byte[]? distribution)
    {
        var metrics = replicate.Metrics;
        work.Session.Execute(
            """
            INSERT INTO replicate
                   (site, measurement_id, sha256, entry, ordinal, name, readable, reason, tracks, completed_tracks,
                    concentration_per_ml, mean_nm, mode_nm, sd_nm, d10_nm, d50_nm, d90_nm, span, percent_30_150,
                    reported, distribution)
            VALUES (@site, @id, @sha256, @index, @ordinal, @Name, @readable, @Reason, @Tracks, @CompletedTracks,
                    @ConcentrationPerMl, @Mean, @Mode, @Sd, @D10, @D50, @D90, @Span, @PercentInRange,
                    @reported, @distribution)
            """,
            new
            {
                site = work.Site,
                id,
                sha256,
                index,
                ordinal,
                replicate.Name,
                readable = replicate.Included ? 1 : 0,
                replicate.Reason,
                Tracks = (double?)replicate.Tracks,
                CompletedTracks = (double?)replicate.CompletedTracks,
                replicate.ConcentrationPerMl,
                Mean = metrics?.Mean,
                Mode = metrics?.Mode,
                Sd = metrics?.Sd,
                D10 = metrics?.D10,
                D50 = metrics?.D50,
                D90 = metrics?.D90,
                Span = metrics?.Span,
                PercentInRange = metrics?.PercentInRange,
                reported = JsonForm.Write(replicate.Reported),
                distribution,
            });
    }

    private static string JsonName<T>(T value) where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
