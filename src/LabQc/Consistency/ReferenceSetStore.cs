using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>Keeps frozen reference sets; a frozen version never changes.</summary>
public sealed class ReferenceSetStore(LabWork work)
{
    private const string Select =
        """
        SELECT name,
               version,
               product,
               isolation_method,
               set_up,
               reason,
               content,
               frozen_at,
               frozen_by
          FROM reference_set
        """;

    /// <summary>The set of a kind that was frozen last, or null.</summary>
    public ReferenceSet? NewestOf(LotKind kind) =>
        Read(
            $"""
            {Select}
             WHERE site = @site
               AND product = @Product
               AND isolation_method = @IsolationMethod
               AND set_up = @SetUp
             ORDER BY frozen_at DESC,
                      version DESC
             LIMIT 1
            """,
            new { site = work.Site, kind.Product, kind.IsolationMethod, kind.SetUp }).SingleOrDefault();

    /// <summary>All versions of a set, oldest first.</summary>
    public IReadOnlyList<ReferenceSet> Versions(string name) =>
        Read($"{Select} WHERE site = @site AND name = @name ORDER BY version", new { site = work.Site, name });

    /// <summary>All versions of all sets.</summary>
    public IReadOnlyList<ReferenceSet> All() =>
        Read($"{Select} WHERE site = @site ORDER BY name, version", new { site = work.Site });

    /// <summary>What the event of a frozen set is called.</summary>
    internal const string Frozen = "reference-set.frozen";

    internal RecordKey Key(ReferenceSet set) => new("reference_set", work.Site, set.Name, (long)set.Version);

    internal void Insert(ReferenceSet set) =>
        work.Trail.Record(Frozen, lot: null, set.Reason, [Key(set)], () => Write(set));

    /// <summary>Writes a set. Runs inside the caller's audit record, which names <see cref="Key"/> among its rows.</summary>
    internal void Write(ReferenceSet set) =>
        work.Session.Execute(
            """
            INSERT INTO reference_set
                   (site, name, version, product, isolation_method, set_up, reason, content, frozen_at, frozen_by)
            VALUES (@site, @Name, @Version, @Product, @IsolationMethod, @SetUp, @Reason, @content, @FrozenAt, @FrozenBy)
            """,
            new
            {
                site = work.Site,
                set.Name,
                set.Version,
                set.Kind.Product,
                set.Kind.IsolationMethod,
                set.Kind.SetUp,
                set.Reason,
                content = ContentOf(set),
                set.FrozenAt,
                set.FrozenBy,
            });

    /// <summary>Lots, causes, charted attributes and frozen numbers of a set, as its row holds them.</summary>
    internal static string ContentOf(ReferenceSet set) =>
        JsonForm.Write(new Content { Lots = set.Lots, LeftOut = set.LeftOut, Charted = set.Charted, Limits = set.Limits, Counted = set.Counted });

    private IReadOnlyList<ReferenceSet> Read(string sql, object parameters) =>
        [.. work.Session.Query<SetRow>(sql, parameters).Select(row =>
        {
            var content = JsonForm.Read<Content>(row.Content, row.Name);
            return new ReferenceSet
            {
                Name = row.Name,
                Version = row.Version,
                Kind = new LotKind(row.Product, row.IsolationMethod, row.SetUp),
                Lots = content.Lots,
                LeftOut = content.LeftOut,
                Charted = content.Charted,
                Limits = content.Limits,
                Counted = content.Counted,
                Reason = row.Reason,
                FrozenAt = row.FrozenAt,
                FrozenBy = row.FrozenBy,
            };
        })];

    private sealed record Content
    {
        public required IReadOnlyList<string> Lots { get; init; }
        public required IReadOnlyList<LeftOutLot> LeftOut { get; init; }
        public required IReadOnlyList<string> Charted { get; init; }
        public required IReadOnlyList<FrozenLimits> Limits { get; init; }
        public required IReadOnlyList<CountedFinding> Counted { get; init; }
    }

    private sealed record SetRow
    {
        public required string Name { get; init; }
        public required int Version { get; init; }
        public required string Product { get; init; }
        public required string IsolationMethod { get; init; }
        public required string SetUp { get; init; }
        public required string Reason { get; init; }
        public required string Content { get; init; }
        public required string FrozenAt { get; init; }
        public required string FrozenBy { get; init; }
    }
}
