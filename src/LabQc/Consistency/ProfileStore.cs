using System.Runtime.InteropServices;
using LabQc.AuditTrail;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>
/// The profiles of all lots, derived anew for each lot that something happened to since. Reading a lot's neighbours costs the
/// same however many lots the registry holds.
/// </summary>
public sealed class ProfileStore(LabWork work)
{
    private const string Select =
        """
        SELECT p.lot_number,
               p.product,
               p.isolation_method,
               p.set_up,
               p.isolated_on,
               p.historical,
               p.tracks,
               p.attributes,
               p.quantiles,
               COALESCE(b.disposition, h.disposition) AS disposition
          FROM consistency_profile p
          LEFT JOIN batch b ON b.site = p.site AND b.lot_number = p.lot_number
          LEFT JOIN historical_lot h ON h.site = p.site AND h.lot_number = p.lot_number
        """;

    /// <summary>Derives what is missing or stale, and commits it: profiles are no records, they can be derived again.</summary>
    public void Refresh()
    {
        var last = new AuditEventStore(work.Session).Last(work.Site)?.Sequence ?? 0;
        if (Progress() >= last)
            return;
        work.Session.BeginWriting();
        var reader = new ProfileReader(work, new DefinitionRegister(work).Read());
        foreach (var lot in LotsTouchedSince(Progress()))
            Put(reader.Read(lot));
        work.Session.Derive(
            """
            INSERT INTO consistency_progress (site, sequence)
            VALUES (@site, @last)
                ON CONFLICT (site) DO UPDATE SET sequence = excluded.sequence
            """,
            new { site = work.Site, last });
        work.Commit();
    }

    /// <summary>One lot's profile, or null.</summary>
    public ConsistencyProfile? Find(string lot) =>
        Read($"{Select} WHERE p.site = @site AND p.lot_number = @lot", new { site = work.Site, lot }).SingleOrDefault();

    /// <summary>The profiles of named lots, in the order of isolation.</summary>
    public IReadOnlyList<ConsistencyProfile> Of(IReadOnlyCollection<string> lots) =>
        [.. lots.Select(Find).OfType<ConsistencyProfile>().OrderBy(p => p.IsolatedOn).ThenBy(p => p.Lot, StringComparer.Ordinal)];

    /// <summary>The first lots of a kind in the order of isolation.</summary>
    public IReadOnlyList<ConsistencyProfile> First(LotKind kind, int limit) =>
        Read(
            $"""
            {Select}
             WHERE p.site = @site
               AND p.product = @Product
               AND p.isolation_method = @IsolationMethod
               AND p.set_up = @SetUp
             ORDER BY p.isolated_on,
                      p.lot_number
             LIMIT @limit
            """,
            new { site = work.Site, kind.Product, kind.IsolationMethod, kind.SetUp, limit });

    /// <summary>
    /// The last lots of a kind up to one lot, in the order of isolation; that lot is the last of them. The ones before it come
    /// without their quantile functions, which nobody asks of them and which are most of what a profile holds.
    /// </summary>
    public IReadOnlyList<ConsistencyProfile> UpTo(ConsistencyProfile lot, int limit) =>
        [.. Read(
            $"""
            {Select.Replace("p.quantiles", "NULL AS quantiles", StringComparison.Ordinal)}
             WHERE p.site = @site
               AND p.product = @Product
               AND p.isolation_method = @IsolationMethod
               AND p.set_up = @SetUp
               AND (p.isolated_on, p.lot_number) < (@IsolatedOn, @Lot)
             ORDER BY p.isolated_on DESC,
                      p.lot_number DESC
             LIMIT @limit
            """,
            new { site = work.Site, lot.Product, lot.IsolationMethod, lot.SetUp, lot.IsolatedOn, lot.Lot, limit = limit - 1 }).Reverse(), lot];

    /// <summary>How many lots of each kind have a size measurement, and which of them was isolated last.</summary>
    public IReadOnlyList<KindOfLots> Kinds() =>
        [.. work.Session.Query<KindRow>(
            """
            SELECT product,
                   isolation_method,
                   set_up,
                   COUNT(*) AS lots,
                   MAX(isolated_on || '~' || lot_number) AS last
              FROM consistency_profile
             WHERE site = @site
               AND set_up <> ''
             GROUP BY product,
                      isolation_method,
                      set_up
             ORDER BY product,
                      isolation_method,
                      set_up
            """,
            new { site = work.Site }).Select(r => new KindOfLots(new LotKind(r.Product, r.IsolationMethod, r.SetUp), (int)r.Lots, r.Last[11..]))];

    /// <summary>All profiles with a size measurement as <see cref="All"/> gives them, without their distributions, which are most of what they hold.</summary>
    /// <param name="product">Only the lots of this product; null takes all.</param>
    public IReadOnlyList<ConsistencyProfile> Numbers(string? product = null) =>
        Read(
            $"""
            {Select.Replace("p.quantiles", "NULL AS quantiles", StringComparison.Ordinal)}
             WHERE p.site = @site
               AND p.set_up <> ''
               {(product is null ? "" : "AND p.product = @product")}
             ORDER BY p.product,
                      p.isolation_method,
                      p.set_up,
                      p.isolated_on,
                      p.lot_number
            """,
            new { site = work.Site, product });

    /// <summary>All profiles with a size measurement, by product, method, set-up and isolation.</summary>
    public IReadOnlyList<ConsistencyProfile> All() =>
        Read(
            $"""
            {Select}
             WHERE p.site = @site
               AND p.set_up <> ''
             ORDER BY p.product,
                      p.isolation_method,
                      p.set_up,
                      p.isolated_on,
                      p.lot_number
            """,
            new { site = work.Site });

    /// <summary>Keeps a profile in the place of the one before.</summary>
    internal void Put(ConsistencyProfile profile) =>
        work.Session.Derive(
            """
            INSERT INTO consistency_profile
                   (site, lot_number, product, isolation_method, set_up, isolated_on, historical, tracks, attributes, quantiles)
            VALUES (@site, @Lot, @Product, @IsolationMethod, @SetUp, @IsolatedOn, @historical, @Tracks, @attributes, @quantiles)
                ON CONFLICT (site, lot_number) DO UPDATE
               SET product          = excluded.product,
                   isolation_method = excluded.isolation_method,
                   set_up           = excluded.set_up,
                   isolated_on      = excluded.isolated_on,
                   historical       = excluded.historical,
                   tracks           = excluded.tracks,
                   attributes       = excluded.attributes,
                   quantiles        = excluded.quantiles
            """,
            new
            {
                site = work.Site,
                profile.Lot,
                profile.Product,
                profile.IsolationMethod,
                profile.SetUp,
                profile.IsolatedOn,
                historical = profile.IsHistorical ? 1 : 0,
                profile.Tracks,
                attributes = JsonForm.Write(profile.Values),
                quantiles = profile.Quantiles is { } q ? MemoryMarshal.AsBytes(q.AsSpan()).ToArray() : null,
            });

    private long Progress() =>
        work.Session.Find<long>("SELECT sequence FROM consistency_progress WHERE site = @site", new { site = work.Site });

    /// <summary>
    /// The plus keeps SQLite from reading every event of the site in the order of lots, where the last few by their sequence do.
    /// </summary>
    private IReadOnlyList<string> LotsTouchedSince(long sequence) =>
        work.Session.Query<string>(
            """
            SELECT b.lot_number
              FROM batch b
             WHERE b.site = @site
               AND b.lot_number IN (SELECT +e.lot_number
                                      FROM audit_event e
                                     WHERE e.site = @site
                                       AND e.sequence > @sequence)
             ORDER BY b.lot_number
            """,
            new { site = work.Site, sequence });

    private IReadOnlyList<ConsistencyProfile> Read(string sql, object parameters) =>
        [.. work.Session.Query<ProfileRow>(sql, parameters).Select(row => new ConsistencyProfile
        {
            Lot = row.LotNumber,
            Product = row.Product,
            IsolationMethod = row.IsolationMethod,
            SetUp = row.SetUp,
            IsolatedOn = row.IsolatedOn,
            IsHistorical = row.Historical,
            Tracks = row.Tracks,
            Values = JsonForm.Read<Dictionary<string, double>>(row.Attributes, row.LotNumber),
            Quantiles = row.Quantiles is { } bytes ? MemoryMarshal.Cast<byte, double>(bytes).ToArray() : null,
            Disposition = row.Disposition ?? "quarantined",
        })];

    private sealed record KindRow
    {
        public required string Product { get; init; }
        public required string IsolationMethod { get; init; }
        public required string SetUp { get; init; }
        public required long Lots { get; init; }
        public required string Last { get; init; }
    }

    private sealed record ProfileRow
    {
        public required string LotNumber { get; init; }
        public required string Product { get; init; }
        public required string IsolationMethod { get; init; }
        public required string SetUp { get; init; }
        public required DateOnly IsolatedOn { get; init; }
        public required bool Historical { get; init; }
        public double? Tracks { get; init; }
        public required string Attributes { get; init; }
        public byte[]? Quantiles { get; init; }
        public string? Disposition { get; init; }
    }
}
