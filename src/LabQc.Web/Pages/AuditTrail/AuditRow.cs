using LabQc.AuditTrail;
using LabQc.Review;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>One event as the list shows it.</summary>
internal sealed record AuditRow
{
    private const int Longest = 80;

    /// <summary>Columns that every new version has another value in, and that say nothing of what was changed.</summary>
    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal)
    {
        "version", "row_version", "ordinal", "reason", "recorded_at", "recorded_by", "changed_at", "changed_by", "measured_by", "updated_at",
    };

    public required AuditLine Line { get; init; }

    /// <summary>What was done, in words.</summary>
    public required string What { get; init; }

    /// <summary>What it was done to; null where the event names nothing, or too much.</summary>
    public string? Subject { get; init; }

    /// <summary>What stood before and after, where something that stood was changed; and a result that was entered.</summary>
    public required IReadOnlyList<MemberChange> Changes { get; init; }

    /// <summary>Looks into an event.</summary>
    public static AuditRow Of(LabWork work, AuditLine line)
    {
        var rows = Rows(work, line);
        return new AuditRow
        {
            Line = line,
            What = EventWords.Of(line.Action),
            Subject = rows.Count switch { 0 => null, 1 => Named(rows[0]), var n => FormattableString.Invariant($"{Named(rows[0])} and {n - 1} more") },
            Changes = [.. rows.SelectMany(Changed)],
        };
    }

    /// <summary>A value that fits a line.</summary>
    public static string Short(string? value) => value switch
    {
        null => "–",
        { Length: > Longest } => value[..Longest] + "…",
        _ => value,
    };

    /// <summary>A row's name with its hashes cut short.</summary>
    private static string Named(RowChange row) =>
        $"{row.Table.Replace('_', ' ')} {string.Join(" / ", row.Key.Select(k => k.Length == 64 && k.All(char.IsAsciiHexDigitLower) ? k[..8] + "…" : k))}";

    private static IReadOnlyList<RowChange> Rows(LabWork work, AuditLine line)
    {
        try
        {
            return line.Canonical is { } canonical ? EventContent.Read(work, canonical).Rows : [];
        }
        catch (FormatException)
        {
            // What is damaged is for the verification to say; the list still shows that something stands there.
            return [];
        }
    }

    private static IEnumerable<MemberChange> Changed(RowChange row) => row switch
    {
        { HasBefore: true, HasAfter: true } => row.Members.Where(m => m.IsChanged && !Bookkeeping.Contains(m.Name)),
        { Table: "assay_result" or "validation_record", HasAfter: true } => row.Members.Where(m => m.Name == "entered_text"),
        _ => [],
    };
}
