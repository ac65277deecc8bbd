using LabQc.AuditTrail;

namespace LabQc.Review;

/// <summary>One event of a lot, and the values that it changed or gave for the first time.</summary>
internal sealed record HistoryStep(AuditEvent Event, IReadOnlyList<RecordedRow> Rows, IReadOnlyList<FieldChange> Changes, IReadOnlyList<FieldChange> FirstEntries);

/// <summary>Walks through all that happened to a lot, and says at each event which values stood before it.</summary>
internal static class LotHistory
{
    /// <summary>The steps, oldest first.</summary>
    public static IEnumerable<HistoryStep> Of(LabWork work, string lot)
    {
        var standing = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in new AuditEventStore(work.Session).OfLot(work.Site, lot))
        {
            var rows = CanonicalEvent.Read(happened.Canonical).Rows;
            var changes = new List<FieldChange>();
            var first = new List<FieldChange>();
            foreach (var row in rows.Where(r => r is { IsThere: true, WasThere: false }))
                Take(row, standing, changes, first);
            yield return new HistoryStep(happened, rows, changes, first);
        }
    }

    private static void Take(RecordedRow row, Dictionary<string, string?> standing, List<FieldChange> changes, List<FieldChange> first)
    {
        var values = RecordedValues.Of(row);
        var gone = row.Table == "batch_version" ? standing.Keys.Where(k => IsOfBatch(k) && values.All(v => v.Id != k)).ToList() : [];
        foreach (var (id, field, value) in values.Concat(gone.Select(k => new RecordedValue(k, k, null))))
        {
            var stood = standing.TryGetValue(id, out var before);
            before ??= stood ? null : RecordedValues.AtFirst(row);
            var isFirst = !stood && before is null && !IsLaterVersion(row);
            if (isFirst)
                first.Add(new FieldChange(id, field, null, value));
            else if (before != value)
                changes.Add(new FieldChange(id, field, before, value));
            standing[id] = value;
        }
    }

    private static bool IsOfBatch(string field) =>
        field.StartsWith("source", StringComparison.Ordinal) || field.StartsWith("method_parameters", StringComparison.Ordinal) || field.StartsWith("volumes", StringComparison.Ordinal);

    /// <summary>A member that a corrected form has for the first time was not there before.</summary>
    private static bool IsLaterVersion(RecordedRow row) =>
        row.Table == "batch_version" && RecordedRow.Columns(row.After).GetValueOrDefault("version") is not (null or "1");
}
