using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Whether one event is what its hash, its HMAC and the event before it say; the whole registry is for <see cref="Verification"/>.</summary>
public sealed record EventCheck
{
    /// <summary>Whether the hash is that of place, previous hash and content.</summary>
    public required bool HashFits { get; init; }

    /// <summary>Whether it names the hash of the event before it.</summary>
    public required bool LinkFits { get; init; }

    /// <summary>Whether the HMAC was made with the registry's key; null where the key is not there.</summary>
    public required bool? HmacFits { get; init; }

    /// <summary>Columns that say other than the canonical bytes; <c>canonical</c> where those are no event's.</summary>
    public required IReadOnlyList<string> ColumnsUnlike { get; init; }

    public bool Fits => HashFits && LinkFits && HmacFits != false && ColumnsUnlike.Count == 0;

    /// <summary>Checks an event where it stands.</summary>
    public static EventCheck Of(LabWork work, AuditEvent happened)
    {
        var hash = AuditChain.Hash(happened.Site, happened.Sequence, happened.PreviousHash, happened.Canonical);
        var before = happened.Sequence == 1 ? AuditChain.Beginning : new AuditEventStore(work.Session).At(happened.Site, happened.Sequence - 1)?.Hash;
        return new EventCheck
        {
            HashFits = hash == happened.Hash,
            LinkFits = happened.PreviousHash == before,
            HmacFits = work.FindHmacKey() is { } key ? AuditChain.Hmac(key, hash) == happened.Hmac : null,
            ColumnsUnlike = Unlike(work.Session, happened),
        };
    }

    private static IReadOnlyList<string> Unlike(LabSession session, AuditEvent happened)
    {
        var row = session.Rows.Find("audit_event", [happened.Site, happened.Sequence]);
        try
        {
            return row is null ? [] : [.. new StoredEvent(row).ColumnsUnlike(CanonicalEvent.Read(happened.Canonical)).Select(u => u.Column)];
        }
        catch (FormatException)
        {
            return ["canonical"];
        }
    }
}
