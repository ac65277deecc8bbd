using LabQc.AuditTrail;

namespace LabQc.Batches;

/// <summary>Finds lot numbers, and proposes the next one of a pattern.</summary>
public sealed class LotNumberStore(LabWork work)
{
    /// <summary>
    /// The next lot number of a pattern. It is a proposal: whoever registers it first has it, and the other is told.
    /// </summary>
    /// <param name="pattern">The product's pattern, see <see cref="Product.PatternFor"/>.</param>
    /// <param name="day">The day of isolation.</param>
    public string Propose(LotPattern pattern, DateOnly day) => pattern.Next(day, WithPrefix(pattern.Prefix(day)));

    /// <summary>The lot numbers that begin with a text, in ordinal order, upper and lower case being different.</summary>
    /// <remarks>A range of the key, so that a registry of many lots is not read through.</remarks>
    public IReadOnlyList<string> WithPrefix(string prefix) =>
        work.Session.Query<string>(
            """
            SELECT lot_number
              FROM batch
             WHERE site = @site
               AND lot_number >= @prefix
               AND lot_number < @beyond
             ORDER BY lot_number
            """,
            new { site = work.Site, prefix, beyond = Beyond(prefix) });

    /// <summary>All lot numbers, in ordinal order.</summary>
    public IReadOnlyList<string> All() =>
        work.Session.Query<string>("SELECT lot_number FROM batch WHERE site = @site ORDER BY lot_number", new { site = work.Site });

    /// <summary>The lots that are at the bench, the newest first, at most so many.</summary>
    public IReadOnlyList<string> AtTheBench(int most) =>
        work.Session.Query<string>(NewestAtBench, new { site = work.Site, most });

    internal const string NewestAtBench =
        $"""
        {BatchStore.AtBench}
        SELECT lot_number
          FROM at_bench
         ORDER BY isolated_on DESC, lot_number DESC
         LIMIT @most
        """;

    /// <summary>The first text in order that lies behind all that begin with a prefix.</summary>
    private static string Beyond(string prefix) =>
        prefix.Length == 0 ? char.MaxValue.ToString() : prefix[..^1] + (char)(prefix[^1] + 1);
}
