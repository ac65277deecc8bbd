using LabQc.AuditTrail;

namespace LabQc.Review;

/// <summary>A value of a lot's record that is not, or was not all the time, what was entered first.</summary>
public sealed record ChangedValue
{
    /// <summary>What tells the value from every other of the lot, such as <c>assay.protein</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What it is in words, such as "Protein".</summary>
    public required string Field { get; init; }
    /// <summary>As it was entered first; null where nothing was.</summary>
    public string? First { get; init; }
    /// <summary>As it stands now.</summary>
    public string? Current { get; init; }
    /// <summary>How often it was changed.</summary>
    public required int Times { get; init; }
    public required string LastBy { get; init; }
    public required string LastAt { get; init; }
    public required long LastSequence { get; init; }
    public string? LastReason { get; init; }
}

/// <summary>Lists what was changed in a lot's record since it was entered first.</summary>
public static class ChangedSinceFirstEntry
{
    /// <summary>The changed values in the order of their last change; one that was changed back is listed too.</summary>
    public static IReadOnlyList<ChangedValue> Of(LabWork work, string lot)
    {
        var changed = new Dictionary<string, ChangedValue>(StringComparer.Ordinal);
        foreach (var step in LotHistory.Of(work, lot))
        {
            foreach (var change in step.Changes)
            {
                var before = changed.GetValueOrDefault(change.Id);
                changed[change.Id] = new ChangedValue
                {
                    Id = change.Id,
                    Field = change.Field,
                    First = before is null ? change.Before : before.First,
                    Current = change.After,
                    Times = (before?.Times ?? 0) + 1,
                    LastBy = step.Event.Actor,
                    LastAt = step.Event.OccurredAt,
                    LastSequence = step.Event.Sequence,
                    LastReason = step.Event.Reason,
                };
            }
        }
        return [.. changed.Values.OrderBy(c => c.LastSequence)];
    }
}
