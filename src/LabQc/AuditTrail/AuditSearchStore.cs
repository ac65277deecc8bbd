using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Searches the trail of a site, some events at a time and newest first, however many there are.</summary>
public sealed class AuditSearchStore(LabWork work)
{
    /// <summary>How many events a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>How many events are read at once where all are wanted.</summary>
    private const int Portion = 500;

    private static readonly byte[] ClockWentBack = """
        "flag":"clock-went-back"
        """u8.ToArray();

    /// <summary>The newest events of the filter, or those that follow a sequence number, or those that come before it.</summary>
    /// <param name="filter">Which events.</param>
    /// <param name="olderThan">Events before this one; null: from the newest on.</param>
    /// <param name="newerThan">Events after this one, those next to it; it goes before <paramref name="olderThan"/>.</param>
    /// <param name="take">How many at most.</param>
    public AuditPage Page(AuditFilter filter, long? olderThan = null, long? newerThan = null, int take = PageSize)
    {
        var upwards = newerThan is not null;
        var place = newerThan ?? olderThan;
        var lines = Read(filter, place, upwards, take + 1);
        var more = lines.Count > take;
        IReadOnlyList<AuditLine> shown = upwards ? [.. lines.Take(take).Reverse()] : [.. lines.Take(take)];
        return new AuditPage(shown, upwards ? more : place is not null, upwards || more);
    }

    /// <summary>All events of the filter, newest first; they are read some at a time.</summary>
    public IEnumerable<AuditLine> All(AuditFilter filter)
    {
        long? place = null;
        while (Read(filter, place, upwards: false, Portion) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
                yield return line;
            place = lines[^1].Sequence;
        }
    }

    /// <summary>Everybody who ever acted, in ordinal order. Takes one look into the index for each.</summary>
    public IReadOnlyList<string> Actors() => Distinct("actor");

    /// <summary>Everything that was ever done, in ordinal order. Takes one look into the index for each.</summary>
    public IReadOnlyList<string> Actions() => Distinct("action");

    private IReadOnlyList<string> Distinct(string column) =>
        work.Session.Query<string>(
            $"""
            WITH RECURSIVE found (name) AS (
                SELECT MIN({column})
                  FROM audit_event
                 WHERE site = @site
                 UNION ALL
                SELECT (SELECT MIN({column})
                          FROM audit_event
                         WHERE site = @site
                           AND {column} > found.name)
                  FROM found
                 WHERE found.name IS NOT NULL
            )
            SELECT name
              FROM found
             WHERE name IS NOT NULL
            """,
            new { site = work.Site });

    private IReadOnlyList<AuditLine> Read(AuditFilter filter, long? place, bool upwards, int take)
    {
        var (from, before) = (Written(filter.From) ?? "", Written(filter.Before) ?? "9999");
        var span = filter.From is null && filter.Before is null ? new SequenceSpan() : Span(from, before);
        if (span.First is null)
            return [];
        // Only the events that are shown are looked at any closer than the filter needs: their content is long.
        return work.Session.Query<AuditLine>(
            $"""
            SELECT site,
                   sequence,
                   occurred_at,
                   actor,
                   account,
                   authentication,
                   action,
                   lot_number,
                   reason,
                   previous_hash,
                   hash,
                   hmac,
                   INSTR(canonical, @ClockWentBack) > 0 AS flagged,
                   CASE WHEN LENGTH(canonical) <= @largest THEN canonical END AS canonical
              FROM audit_event
             WHERE site = @site
               AND sequence BETWEEN @first AND @last
               {string.Concat(Conditions(filter).Select(c => $"AND {c} "))}
               {(place is null ? "" : upwards ? "AND sequence > @place" : "AND sequence < @place")}
             ORDER BY sequence {(upwards ? "ASC" : "DESC")}
             LIMIT @take
            """,
            new
            {
                site = work.Site,
                ClockWentBack,
                largest = AuditLine.LargestContent,
                filter.Actor,
                filter.Action,
                lot = filter.Lot?.Trim(),
                words = filter.Reason?.Trim(),
                from,
                before,
                first = span.First ?? 0L,
                last = span.Last ?? long.MaxValue,
                place = place ?? 0L,
                take,
            });
    }

    /// <summary>
    /// Between which numbers the events of a time stand. A clock that went back may leave others among them, which is why the
    /// time itself is asked too.
    /// </summary>
    private SequenceSpan Span(string from, string before) =>
        work.Session.Find<SequenceSpan>(
            """
            SELECT MIN(sequence) AS first,
                   MAX(sequence) AS last
              FROM audit_event
             WHERE site = @site
               AND occurred_at >= @from
               AND occurred_at < @before
            """,
            new { site = work.Site, from, before })!;

    private static IEnumerable<string> Conditions(AuditFilter filter)
    {
        if (filter.Actor is not null)
            yield return "actor = @Actor";
        if (filter.Action is not null)
            yield return "action = @Action";
        if (!string.IsNullOrWhiteSpace(filter.Lot))
            yield return "lot_number IN (@lot, UPPER(@lot))";
        if (!string.IsNullOrWhiteSpace(filter.Reason))
            yield return "sequence IN (SELECT r.sequence FROM audit_event r WHERE r.site = @site AND r.reason IS NOT NULL AND INSTR(LOWER(r.reason), LOWER(@words)) > 0)";
        if (filter.From is not null || filter.Before is not null)
            yield return "occurred_at >= @from AND occurred_at < @before";
    }

    private static string? Written(DateTimeOffset? time) => time is { } at ? FixedWidthTime.Of(at) : null;

    private sealed record SequenceSpan
    {
        public long? First { get; init; } = 0;
        public long? Last { get; init; } = long.MaxValue;
    }
}
