using System.Globalization;

namespace LabQc.AuditTrail;

/// <summary>
/// An event's row as it stands, whatever was done to it: a text that is no text reads as empty, and so fits nothing.
/// </summary>
internal sealed class StoredEvent
{
    /// <summary>Each column that repeats a member of the canonical bytes, and that member.</summary>
    private static readonly (string Column, string Member)[] Repeated =
    [
        ("site", "site"),
        ("sequence", "sequence"),
        ("occurred_at", "at"),
        ("actor", "actor"),
        ("account", "account"),
        ("authentication", "authentication"),
        ("action", "action"),
        ("lot_number", "lot"),
        ("reason", "reason"),
    ];

    private readonly Dictionary<string, object?> _columns;

    public StoredEvent(IEnumerable<KeyValuePair<string, object?>> row) => _columns = new(row, StringComparer.Ordinal);

    public string Site => Text("site");

    public long Sequence => _columns.GetValueOrDefault("sequence") as long? ?? 0;

    public byte[] Canonical => _columns.GetValueOrDefault("canonical") as byte[] ?? [];

    public string PreviousHash => Text("previous_hash");

    public string Hash => Text("hash");

    public string Hmac => Text("hmac");

    /// <summary>What to call it in a message.</summary>
    public string Name => NameOf(Site, Sequence);

    public static string NameOf(string site, long sequence) => string.Create(CultureInfo.InvariantCulture, $"event {sequence} of site {site}");

    /// <summary>The columns that say other than the canonical bytes: name, what it says, what the bytes say.</summary>
    public IEnumerable<(string Column, string? Says, string? Recorded)> ColumnsUnlike(CanonicalEvent content) =>
        from repeated in Repeated
        let says = CanonicalJson.Text(_columns.GetValueOrDefault(repeated.Column))
        let recorded = content.Member(repeated.Member)
        where says != recorded
        select (repeated.Column, says, recorded);

    private string Text(string column) => _columns.GetValueOrDefault(column) as string ?? "";
}
