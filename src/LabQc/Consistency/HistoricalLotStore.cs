using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>Keeps past lots; nothing of them changes afterwards.</summary>
public sealed class HistoricalLotStore(LabWork work)
{
    private const string Select =
        """
        SELECT lot_number,
               product,
               isolation_method,
               set_up,
               isolated_on,
               disposition,
               declared_by,
               content,
               source_sha256,
               recorded_at,
               recorded_by
          FROM historical_lot
        """;

    /// <summary>One past lot, or null.</summary>
    public HistoricalLot? Find(string lot) =>
        Read($"{Select} WHERE site = @site AND lot_number = @lot", new { site = work.Site, lot }).SingleOrDefault();

    /// <summary>All past lots in the order of isolation.</summary>
    public IReadOnlyList<HistoricalLot> All() =>
        Read($"{Select} WHERE site = @site ORDER BY isolated_on, lot_number", new { site = work.Site });

    /// <summary>Keeps the table whole and its lots, as one event.</summary>
    internal void Insert(string fileName, byte[] table, IReadOnlyList<HistoricalLot> lots)
    {
        var files = new RawFileStore(work);
        var sha256 = RawFileStore.Sha256Of(table);
        List<RecordKey> rows = [files.Key(sha256), .. lots.Select(l => new RecordKey("historical_lot", work.Site, l.LotNumber))];
        work.Trail.Record("history.imported", lot: null, reason: null, rows, () =>
        {
            files.Keep(sha256, fileName, table, "kept as it came");
            foreach (var lot in lots)
                Insert(lot, sha256);
        });
    }

    private void Insert(HistoricalLot lot, string sha256) =>
        work.Session.Execute(
            """
            INSERT INTO historical_lot
                   (site, lot_number, product, isolation_method, set_up, isolated_on, disposition, declared_by,
                    content, source_sha256, recorded_at, recorded_by)
            VALUES (@site, @LotNumber, @Product, @IsolationMethod, @SetUp, @IsolatedOn, @Disposition, @DeclaredBy,
                    @content, @sha256, @recordedAt, @recordedBy)
            """,
            new
            {
                site = work.Site,
                lot.LotNumber,
                lot.Product,
                lot.IsolationMethod,
                lot.SetUp,
                lot.IsolatedOn,
                lot.Disposition,
                lot.DeclaredBy,
                content = JsonForm.Write(lot.Values),
                sha256,
                recordedAt = work.Trail.Now(),
                recordedBy = work.Actor.Name,
            });

    private IReadOnlyList<HistoricalLot> Read(string sql, object parameters) =>
        [.. work.Session.Query<LotRow>(sql, parameters).Select(row => new HistoricalLot
        {
            LotNumber = row.LotNumber,
            Product = row.Product,
            IsolationMethod = row.IsolationMethod,
            SetUp = row.SetUp,
            IsolatedOn = row.IsolatedOn,
            Disposition = row.Disposition,
            DeclaredBy = row.DeclaredBy,
            Values = JsonForm.Read<Dictionary<string, string>>(row.Content, row.LotNumber),
            SourceSha256 = row.SourceSha256,
            RecordedAt = row.RecordedAt,
            RecordedBy = row.RecordedBy,
        })];

    private sealed record LotRow
    {
        public required string LotNumber { get; init; }
        public required string Product { get; init; }
        public required string IsolationMethod { get; init; }
        public required string SetUp { get; init; }
        public required DateOnly IsolatedOn { get; init; }
        public required string Disposition { get; init; }
        public required string DeclaredBy { get; init; }
        public required string Content { get; init; }
        public required string SourceSha256 { get; init; }
        public required string RecordedAt { get; init; }
        public required string RecordedBy { get; init; }
    }
}
