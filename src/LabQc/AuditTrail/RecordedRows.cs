using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Finds again what an event told of a row, where a digest alone does not say enough.</summary>
internal sealed class RecordedRows(LabSession session)
{
    /// <summary>The record of a row in the event that left it so.</summary>
    public RecordedRow Find(Digest key, RecordedState state)
    {
        var row = session.Rows.Find("audit_event", [state.Site, state.Sequence])!;
        return CanonicalEvent.Read(new StoredEvent(row).Canonical).Rows.Last(r => Digest.OfKey(r.Table, r.Key.Span) == key);
    }

    /// <summary>How an event left a row; nothing where no event did, or it left none.</summary>
    public IReadOnlyDictionary<string, string?> Columns(Digest key, RecordedState? state) =>
        state is { IsThere: true } there ? RecordedRow.Columns(Find(key, there).After) : new Dictionary<string, string?>();
}
