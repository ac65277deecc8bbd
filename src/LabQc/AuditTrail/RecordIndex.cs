using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace LabQc.AuditTrail;

/// <summary>The 32 bytes of a SHA-256, as a value.</summary>
internal readonly record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return MemoryMarshal.Read<Digest>(hash);
    }

    /// <summary>The digest of a row's table and key.</summary>
    public static Digest OfKey(string table, ReadOnlySpan<byte> key) => Of([.. Encoding.UTF8.GetBytes(table), (byte)'\n', .. key]);
}

/// <summary>How an event left a row.</summary>
internal readonly record struct RecordedState(Digest Row, bool IsThere, string Site, long Sequence)
{
    /// <summary>Whether the row was met in its table.</summary>
    public bool Seen { get; init; }
}

/// <summary>
/// For every row that events tell of, how the last of them left it: digests only, so that millions of rows take some hundred
/// megabytes at most.
/// </summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<Digest, RecordedState> _states = [];

    /// <summary>How the last event left a row, or null where none told of it.</summary>
    public RecordedState? Find(Digest key) => _states.TryGetValue(key, out var state) ? state : null;

    public void Set(Digest key, RecordedState state) => _states[key] = state;

    public void MarkSeen(Digest key, RecordedState state) => _states[key] = state with { Seen = true };

    /// <summary>Rows that should be there and were not met, in the order of the events that recorded them.</summary>
    public IEnumerable<KeyValuePair<Digest, RecordedState>> Unseen() =>
        _states.Where(s => s.Value is { IsThere: true, Seen: false })
            .OrderBy(s => s.Value.Site, StringComparer.Ordinal).ThenBy(s => s.Value.Sequence);
}
