using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>Registers, corrects and lists batches.</summary>
public sealed class BatchStore(LabWork work)
{
    /// <summary>Registers a batch; the same details again are nothing new.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="BatchExistsException">The lot number stands with other details.</exception>
    /// <exception cref="FormException">The product or the isolation method is not defined.</exception>
    public bool Register(BatchDetails details)
    {
        work.Session.BeginWriting();
        CheckDefined(details);
        if (Newest(details.Lot) is { } standing)
            return JsonForm.Write(standing.Details) == JsonForm.Write(details) ? false : throw new BatchExistsException(details.Lot);
        work.Trail.Record("batch.registered", details.Lot, reason: null,
            [BatchKey(details.Lot), new RecordKey("batch_version", work.Site, details.Lot, 1L)],
            () =>
            {
                work.Session.Execute(
                    """
                    INSERT INTO batch
                           (site, lot_number, version, product, isolation_method, isolated_on, work_state, disposition, row_version)
                    VALUES (@site, @lot, 1, @Product, @IsolationMethod, @IsolatedOn, 'testing', 'quarantined', 1)
                    """,
                    new { site = work.Site, lot = details.Lot, details.Product, details.IsolationMethod, details.IsolatedOn });
                InsertVersion(details, version: 1, reason: null);
            });
        return true;
    }

    /// <summary>Records corrected details as a new version.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="BatchChangedException">Somebody else changed the batch since <paramref name="readVersion"/>.</exception>
    public void Correct(BatchDetails details, long readVersion, string reason)
    {
        work.Session.BeginWriting();
        CheckDefined(details);
        var version = (Newest(details.Lot) ?? throw new BatchMissingException(details.Lot)).Version + 1;
        work.Trail.Record("batch.corrected", details.Lot, reason,
            [BatchKey(details.Lot), new RecordKey("batch_version", work.Site, details.Lot, (long)version)],
            () =>
            {
                var changed = work.Session.Execute(
                    """
                    UPDATE batch
                       SET version                  = @version,
                           product                  = @Product,
                           isolation_method         = @IsolationMethod,
                           isolated_on              = @IsolatedOn,
                           work_state               = CASE WHEN work_state IN ('submitted', 'verified') THEN 'testing' ELSE work_state END,
                           corrected_after_decision = CASE WHEN work_state = 'decided' THEN COALESCE(corrected_after_decision, @now) END,
                           row_version              = row_version + 1
                     WHERE site        = @site
                       AND lot_number  = @lot
                       AND row_version = @readVersion
                    """,
                    new { site = work.Site, lot = details.Lot, version, details.Product, details.IsolationMethod, details.IsolatedOn, now = work.Trail.Now(), readVersion });
                if (changed == 0)
                    throw ChangedSince(details.Lot);
                InsertVersion(details, version, reason);
            });
    }

    /// <summary>Sets the disposition of a batch that stands at the version read.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="disposition">released, rejected or recalled.</param>
    /// <param name="readVersion">The row version at which the decision was taken.</param>
    /// <remarks>Runs inside the caller's audit record, which names <see cref="BatchKey"/> among its rows.</remarks>
    /// <exception cref="BatchChangedException">Somebody else changed the batch since.</exception>
    internal void SetDisposition(string lot, string disposition, long readVersion)
    {
        var changed = work.Session.Execute(
            """
            UPDATE batch
               SET disposition = @disposition,
                   work_state  = 'decided',
                   corrected_after_decision = NULL,
                   row_version = row_version + 1
             WHERE site        = @site
               AND lot_number  = @lot
               AND row_version = @readVersion
            """,
            new { site = work.Site, lot, disposition, readVersion });
        if (changed == 0)
            throw ChangedSince(lot);
    }

    /// <summary>The key of a batch's state, for audit records.</summary>
    internal RecordKey BatchKey(string lot) => new("batch", work.Site, lot);

    /// <summary>All batches by isolation date, oldest first, with their newest verdict.</summary>
    public IReadOnlyList<BatchLine> List() =>
        work.Session.Query<BatchLine>(
            $"""
            {SelectLine}
             WHERE b.site = @site
             ORDER BY b.isolated_on,
                      b.lot_number
            """,
            new { site = work.Site });

    /// <summary>The state of one batch.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public BatchLine State(string lot) => Find(lot) ?? throw new BatchMissingException(lot);

    /// <summary>What is known of a batch now.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public BatchVersion Current(string lot) => Newest(lot) ?? throw new BatchMissingException(lot);

    /// <summary>All that was ever known of a batch, oldest first.</summary>
    public IReadOnlyList<BatchVersion> Versions(string lot) =>
        [.. work.Session.Query<VersionRow>(
            $"""
            {SelectVersion}
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY version
            """,
            new { site = work.Site, lot }).Select(ToVersion)];

    private BatchVersion? Newest(string lot) =>
        work.Session.Find<VersionRow>(
            $"""
            {SelectVersion}
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY version DESC
             LIMIT 1
            """,
            new { site = work.Site, lot }) is { } row
            ? ToVersion(row)
            : null;

    /// <summary>Of a batch <c>b</c>: the newest verdict by its product's own specification; a market's never stands for it.</summary>
    internal const string NewestVerdict =
        """
        (SELECT e.verdict
           FROM evaluation e
          WHERE e.site = b.site
            AND e.lot_number = b.lot_number
            AND e.specification_product = b.product
          ORDER BY e.ordinal DESC
          LIMIT 1)
        """;

    // Found first and sorted then: in the order of their dates every lot that was ever decided would be read before them.
    /// <summary>The lots that are at the bench, as <c>at_bench</c>.</summary>
    internal const string AtBench =
        """
        WITH at_bench AS MATERIALIZED (
            SELECT site, lot_number, product, isolated_on, disposition
              FROM batch
             WHERE site = @site
               AND work_state IN ('draft', 'testing')
        )
        """;

    private const string SelectLine =
        $"""
        SELECT b.lot_number,
               b.product,
               b.isolation_method,
               b.isolated_on,
               b.work_state,
               b.disposition,
               b.hold_reason,
               b.corrected_after_decision,
               b.row_version,
               {NewestVerdict} AS verdict
          FROM batch b
        """;

    private const string SelectVersion =
        """
        SELECT lot_number,
               version,
               product,
               isolation_method,
               isolated_on,
               operator,
               source,
               method_parameters,
               volumes,
               remarks,
               reason,
               recorded_at,
               recorded_by
          FROM batch_version
        """;

    private void InsertVersion(BatchDetails details, int version, string? reason) =>
        work.Session.Execute(
            """
            INSERT INTO batch_version
                   (site, lot_number, version, product, isolation_method, isolated_on, operator, source, method_parameters,
                    volumes, remarks, reason, recorded_at, recorded_by)
            VALUES (@site, @lot, @version, @Product, @IsolationMethod, @IsolatedOn, @Operator, @source, @methodParameters,
                    @volumes, @Remarks, @reason, @recordedAt, @recordedBy)
            """,
            new
            {
                site = work.Site,
                lot = details.Lot,
                version,
                details.Product,
                details.IsolationMethod,
                details.IsolatedOn,
                details.Operator,
                source = JsonForm.Write(details.Source),
                methodParameters = JsonForm.Write(details.MethodParameters),
                volumes = JsonForm.Write(details.Volumes),
                details.Remarks,
                reason,
                recordedAt = work.Trail.Now(),
                recordedBy = work.Actor.Name,
            });

    private void CheckDefined(BatchDetails details)
    {
        var problems = Undefined("product", "product", details.Product)
            .Concat(Undefined("isolation_method", "isolation method", details.IsolationMethod))
            .ToList();
        if (problems.Count > 0)
            throw new FormException($"Lot {details.Lot}", problems);
    }

    private IEnumerable<FormProblem> Undefined(string table, string kind, string code)
    {
        var definitions = new VersionedDefinitions(work, table);
        if (definitions.Versions(code).Count > 0)
            yield break;
        var known = definitions.All().Select(d => d.Code).Distinct().ToList();
        yield return new(table, $"no {kind} \"{code}\" is defined; {(known.Count > 0 ? $"defined are {string.Join(", ", known)}" : "none is, define it with `labqc define FILE.json`")}");
    }

    /// <summary>What to tell somebody who comes second: who moved the batch last, and how.</summary>
    public BatchChangedException ChangedSince(string lot)
    {
        var history = new AuditEventStore(work.Session).OfLot(work.Site, lot);
        var last = history.LastOrDefault(e => CanonicalEvent.Read(e.Canonical).Rows.Any(r => r.Table == "batch")) ?? history[^1];
        return new BatchChangedException(lot, last.Actor, last.OccurredAt, last.Action);
    }

    private static BatchVersion ToVersion(VersionRow row) => new()
    {
        Version = row.Version,
        Reason = row.Reason,
        RecordedAt = row.RecordedAt,
        RecordedBy = row.RecordedBy,
        Details = new BatchDetails
        {
            Lot = row.LotNumber,
            Product = row.Product,
            IsolationMethod = row.IsolationMethod,
            IsolatedOn = row.IsolatedOn,
            Operator = row.Operator,
            Source = JsonForm.Read<SourceMaterial>(row.Source, row.LotNumber),
            MethodParameters = JsonForm.Read<IsolationParameters>(row.MethodParameters, row.LotNumber),
            Volumes = JsonForm.Read<IReadOnlyList<VolumeStep>>(row.Volumes, row.LotNumber),
            Remarks = row.Remarks,
        },
    };

    /// <summary>The state of one batch, or null where there is no such lot.</summary>
    public BatchLine? Find(string lot) =>
        work.Session.Find<BatchLine>(
            $"""
            {SelectLine}
             WHERE b.site = @site
               AND b.lot_number = @lot
            """,
            new { site = work.Site, lot });

    private sealed record VersionRow
    {
        public required string LotNumber { get; init; }
        public required int Version { get; init; }
        public required string Product { get; init; }
        public required string IsolationMethod { get; init; }
        public required DateOnly IsolatedOn { get; init; }
        public string? Operator { get; init; }
        public required string Source { get; init; }
        public required string MethodParameters { get; init; }
        public required string Volumes { get; init; }
        public string? Remarks { get; init; }
        public string? Reason { get; init; }
        public required string RecordedAt { get; init; }
        public required string RecordedBy { get; init; }
    }
}
