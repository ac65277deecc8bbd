namespace LabQc.AuditTrail;

/// <summary>Finds again what an event told of a row, where a digest alone does not say enough.</summary>
/// <param name="canonicalOf">The canonical bytes of the event that left a row so.</param>
internal sealed class RecordedRows(Func<RecordedState, byte[]> canonicalOf)
{
    /// <summary>The record of a row in the event that left it so.</summary>
    public RecordedRow Find(Digest key, RecordedState state) =>
        CanonicalEvent.Read(canonicalOf(state)).Rows.Last(r => Digest.OfKey(r.Table, r.Key.Span) == key);

    /// <summary>How an event left a row; nothing where no event did, or it left none.</summary>
    public IReadOnlyDictionary<string, string?> Columns(Digest key, RecordedState? state) =>
        state is { IsThere: true } there ? RecordedRow.Columns(Find(key, there).After) : new Dictionary<string, string?>();
}
