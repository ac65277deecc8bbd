using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>
/// Writes changes and their audit events, together or not at all: the event stands in the same transaction as what it tells.
/// </summary>
public sealed class Trail(LabSession session, string site, Actor actor, byte[] hmacKey, TimeProvider clock)
{
    private readonly AuditEventStore _events = new(session);

    /// <summary>The site whose chain this is.</summary>
    public string Site => site;

    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>The time now, as the registry writes it.</summary>
    public string Now() => FixedWidthTime.Of(clock.GetUtcNow());

    /// <summary>
    /// Runs a change and records it: the rows named, as they are before and after it. If anything fails, the change is taken
    /// back; nothing is kept for good until the unit of work commits.
    /// </summary>
    /// <param name="action">What is done, such as <c>batch.registered</c>.</param>
    /// <param name="lot">The lot it is about, if any.</param>
    /// <param name="reason">Why, where a reason is due.</param>
    /// <param name="rows">Every row that the change writes.</param>
    /// <param name="change">The change itself.</param>
    /// <exception cref="UnrecordedChangeException">The change wrote more rows than were named.</exception>
    public AuditEvent Record(string action, string? lot, string? reason, IReadOnlyList<RecordKey> rows, Action change)
    {
        AuditEvent? happened = null;
        rows = [.. rows.Distinct(SameRow.Comparer)];
        session.Atomically(() =>
        {
            var writtenBefore = session.RowsWritten;
            var before = rows.Select(Read).ToList();
            change();
            var written = session.RowsWritten - writtenBefore;
            if (written > rows.Count)
                throw new UnrecordedChangeException($"{action} wrote {written} rows and named {rows.Count}.");
            happened = Append(action, lot, reason, [.. rows.Select((row, i) => RecordOf(row, before[i], Read(row)))]);
            session.CountRecorded(written + 1);
        });
        return happened!;
    }

    private AuditEvent Append(string action, string? lot, string? reason, IReadOnlyList<object?> records)
    {
        var last = _events.Last(site);
        var sequence = (last?.Sequence ?? 0) + 1;
        var now = Now();
        var clockWentBack = last is not null && string.CompareOrdinal(now, last.OccurredAt) < 0;
        var canonical = CanonicalJson.Write(new Dictionary<string, object?>
        {
            ["account"] = actor.Account,
            ["action"] = action,
            ["actor"] = actor.Name,
            ["at"] = now,
            ["authentication"] = actor.Authentication,
            ["flag"] = clockWentBack ? "clock-went-back" : null,
            ["lot"] = lot,
            ["reason"] = reason,
            ["records"] = records,
            ["sequence"] = sequence,
            ["site"] = site,
        });
        var previousHash = last?.Hash ?? AuditChain.Beginning;
        var hash = AuditChain.Hash(site, sequence, previousHash, canonical);
        var happened = new AuditEvent
        {
            Site = site,
            Sequence = sequence,
            OccurredAt = now,
            Actor = actor.Name,
            Account = actor.Account,
            Authentication = actor.Authentication,
            Action = action,
            LotNumber = lot,
            Reason = reason,
            Canonical = canonical,
            PreviousHash = previousHash,
            Hash = hash,
            Hmac = AuditChain.Hmac(hmacKey, hash),
        };
        _events.Append(happened);
        return happened;
    }

    private IReadOnlyList<KeyValuePair<string, object?>>? Read(RecordKey row) => session.Rows.Find(row.Table, row.Key);

    private static Dictionary<string, object?> RecordOf(
        RecordKey row,
        IReadOnlyList<KeyValuePair<string, object?>>? before,
        IReadOnlyList<KeyValuePair<string, object?>>? after) => new()
        {
            ["after"] = after,
            ["before"] = before,
            ["key"] = row.Key,
            ["table"] = row.Table,
        };

    /// <summary>Two keys name the same row where their values are the same in canonical form.</summary>
    private sealed class SameRow : IEqualityComparer<RecordKey>
    {
        public static SameRow Comparer { get; } = new();

        public bool Equals(RecordKey? x, RecordKey? y) =>
            x!.Table == y!.Table && x.Key.Select(CanonicalJson.Text).SequenceEqual(y.Key.Select(CanonicalJson.Text), StringComparer.Ordinal);

        public int GetHashCode(RecordKey row)
        {
            var hash = new HashCode();
            hash.Add(row.Table);
            foreach (var part in row.Key)
                hash.Add(CanonicalJson.Text(part), StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }
}
