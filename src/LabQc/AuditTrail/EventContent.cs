using System.Globalization;
using System.Text.Json;

namespace LabQc.AuditTrail;

/// <summary>One column of a row before and after an event.</summary>
/// <param name="Name">The column.</param>
/// <param name="Before">What stood in it; null where nothing did.</param>
/// <param name="After">What stands in it since; null where nothing does.</param>
public sealed record MemberChange(string Name, string? Before, string? After)
{
    public bool IsChanged => Before != After;
}

/// <summary>One row that an event wrote.</summary>
public sealed record RowChange
{
    public required string Table { get; init; }

    /// <summary>The values of its key without the site.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Whether there was a row before: the same row, or the version that this one takes the place of.</summary>
    public required bool HasBefore { get; init; }

    /// <summary>Whether there is a row since.</summary>
    public required bool HasAfter { get; init; }

    /// <summary>Whether the row before is an earlier version, which stands on beside this one.</summary>
    public bool IsNewVersion { get; init; }

    /// <summary>All columns, in the order of their names.</summary>
    public required IReadOnlyList<MemberChange> Members { get; init; }

    /// <summary>Table and key, as people read them.</summary>
    public string Name => $"{Table.Replace('_', ' ')} {string.Join(" / ", Key)}";
}

/// <summary>What an event tells, as its canonical bytes hold it.</summary>
public sealed record EventContent
{
    /// <summary>What the machine noticed when the event was recorded, such as <c>clock-went-back</c>; null where nothing.</summary>
    public string? Flag { get; init; }

    public required IReadOnlyList<RowChange> Rows { get; init; }

    /// <summary>
    /// Reads an event's bytes. A row that is a later version of something is set against the version before, which is never
    /// overwritten and so stands in the registry.
    /// </summary>
    /// <exception cref="FormatException">They are not an event's.</exception>
    public static EventContent Read(LabWork work, byte[] canonical)
    {
        var content = CanonicalEvent.Read(canonical);
        return new EventContent { Flag = content.Member("flag"), Rows = [.. content.Rows.Select(row => Change(work, row))] };
    }

    private static RowChange Change(LabWork work, RecordedRow row)
    {
        var key = JsonSerializer.Deserialize<string?[]>(row.Key.Span) ?? [];
        var before = row.WasThere ? RecordedRow.Columns(row.Before) : null;
        var earlier = before is null && row.IsThere ? Earlier(work, row.Table, key) : null;
        before ??= earlier;
        var after = row.IsThere ? RecordedRow.Columns(row.After) : null;
        return new RowChange
        {
            Table = row.Table,
            Key = [.. key.Skip(1).Select(k => k ?? "")],
            HasBefore = before is not null,
            HasAfter = after is not null,
            IsNewVersion = earlier is not null,
            Members = Members(before, after),
        };
    }

    private static IReadOnlyList<MemberChange> Members(IReadOnlyDictionary<string, string?>? before, IReadOnlyDictionary<string, string?>? after) =>
        [.. (before?.Keys ?? []).Union(after?.Keys ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new MemberChange(name, before?.GetValueOrDefault(name), after?.GetValueOrDefault(name)))];

    private static Dictionary<string, string?>? Earlier(LabWork work, string table, string?[] key)
    {
        if (!work.Session.Rows.Tables().Contains(table)
            || work.Session.Rows.KeyColumns(table) is not [.., "version"]
            || !long.TryParse(key[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 2)
            return null;
        object[] earlier = [.. key.SkipLast(1).Select(k => k ?? ""), version - 1];
        return work.Session.Rows.Find(table, earlier)?.ToDictionary(c => c.Key, c => CanonicalJson.Text(c.Value), StringComparer.Ordinal);
    }
}
