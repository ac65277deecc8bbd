using System.Globalization;

namespace LabQc.AuditTrail;

/// <summary>
/// Walks the events of all sites in order: each one's place, link, hash, HMAC and columns, and how it says that it found the
/// rows it changed. Leaves in the index how the last event left each row.
/// </summary>
internal sealed class ChainCheck(byte[]? hmacKey, RecordIndex index, RecordedRows recorded, ProblemList problems)
{
    private string? _site;
    private long _sequence;
    private string _hash = AuditChain.Beginning;

    public void Check(StoredEvent stored)
    {
        if (stored.Site != _site)
            (_site, _sequence, _hash) = (stored.Site, 0, AuditChain.Beginning);
        CheckPlace(stored);
        CheckHashes(stored);
        CheckContent(stored);
        (_sequence, _hash) = (stored.Sequence, stored.Hash);
    }

    private void CheckPlace(StoredEvent stored)
    {
        var expected = _sequence + 1;
        if (stored.Sequence != expected)
            problems.Add(ProblemKinds.EventMissing, StoredEvent.NameOf(stored.Site, expected),
                string.Create(CultureInfo.InvariantCulture, $"After event {_sequence} comes event {stored.Sequence}: what stood between them was taken out."));
        else if (stored.PreviousHash != _hash)
            problems.Add(ProblemKinds.EventLink, stored.Name,
                $"It names {RowComparison.Shown(stored.PreviousHash)} as the hash of the event before it, which is '{_hash}': one of the two was replaced.");
    }

    private void CheckHashes(StoredEvent stored)
    {
        var hash = AuditChain.Hash(stored.Site, stored.Sequence, stored.PreviousHash, stored.Canonical);
        if (stored.Hash != hash)
            problems.Add(ProblemKinds.EventHash, stored.Name,
                $"Its hash is {RowComparison.Shown(stored.Hash)}, but its content gives '{hash}': the event was changed after it was recorded.");
        else if (hmacKey is not null && stored.Hmac != AuditChain.Hmac(hmacKey, hash))
            problems.Add(ProblemKinds.EventHmac, stored.Name,
                "Its HMAC was not made with the registry's key: somebody without the key wrote this event.");
    }

    private void CheckContent(StoredEvent stored)
    {
        try
        {
            var content = CanonicalEvent.Read(stored.Canonical);
            foreach (var (column, says, inBytes) in stored.ColumnsUnlike(content))
                problems.Add(ProblemKinds.EventColumn, stored.Name,
                    $"Its column {column} says {RowComparison.Shown(says)}, its canonical bytes {RowComparison.Shown(inBytes)}: what is shown is not what was recorded.");
            foreach (var row in content.Rows)
                Follow(stored, row);
        }
        catch (FormatException unreadable)
        {
            problems.Add(ProblemKinds.EventUnreadable, stored.Name, $"Its canonical bytes are not those of an event: {unreadable.Message}");
        }
    }

    private void Follow(StoredEvent stored, RecordedRow row)
    {
        var key = Digest.OfKey(row.Table, row.Key.Span);
        var last = index.Find(key);
        if (!FoundAsLeft(row, last) && Difference(key, row, last) is { Length: > 0 } difference)
            problems.Add(ProblemKinds.RowChangedBetween, row.Name,
                $"The {stored.Name} found this row other than {Left(last)}: {difference}. It was changed outside LabQc in between.");
        index.Set(key, new RecordedState(Digest.Of(row.After.Span), row.IsThere, stored.Site, stored.Sequence));
    }

    private static bool FoundAsLeft(RecordedRow row, RecordedState? last) =>
        last is { IsThere: true } there ? there.Row == Digest.Of(row.Before.Span) : !row.WasThere;

    private string Difference(Digest key, RecordedRow row, RecordedState? last) =>
        RowComparison.Differences(recorded.Columns(key, last), RecordedRow.Columns(row.Before));

    private static string Left(RecordedState? last) =>
        last is { } state ? $"the {StoredEvent.NameOf(state.Site, state.Sequence)} left it" : "no event told of it before";
}
