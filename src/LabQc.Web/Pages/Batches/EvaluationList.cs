using LabQc.People;
using LabQc.Review;

namespace LabQc.Web.Pages.Batches;

/// <summary>One verdict that was given on the lot.</summary>
internal sealed record EvaluationLine(long Ordinal, string Specification, string Title, string Verdict, string At, string By, string Address, bool IsShown, bool IsJudgement);

/// <summary>A specification that the lot can be evaluated by.</summary>
internal sealed record SpecificationChoice(string Name, string Words);

/// <summary>The verdicts on a lot by its specifications, and the others that it can be evaluated by.</summary>
internal sealed record EvaluationList
{
    public required IReadOnlyList<EvaluationLine> Lines { get; init; }
    /// <summary>Empty where the person cannot evaluate.</summary>
    public required IReadOnlyList<SpecificationChoice> Choices { get; init; }
    /// <summary>What was changed since the shown verdict was given, in a sentence; null where nothing was.</summary>
    public string? Stale { get; init; }

    /// <summary>The list, newest first.</summary>
    public static EvaluationList Of(LotReading reading, IReadOnlyList<TimelineEntry> timeline, Func<LabAction, bool> may)
    {
        var titles = reading.Definitions.Specifications.ToDictionary(s => (s.Product, s.Version), s => s.Title ?? "");
        return new EvaluationList
        {
            Lines = [.. reading.Evaluations.Reverse().Select(e => new EvaluationLine(
                e.Ordinal, $"{e.SpecificationProduct}@{e.SpecificationVersion}", titles.GetValueOrDefault((e.SpecificationProduct, e.SpecificationVersion), ""), e.Verdict,
                e.EvaluatedAt, e.EvaluatedBy, reading.Address($"?evaluation={e.Ordinal}#criteria"), e.Ordinal == reading.Shown?.Ordinal, e.Ordinal == reading.Judgement?.Ordinal))],
            Choices = may(LabAction.EvaluateLot)
                ? [.. reading.Definitions.Specifications
                    .OrderBy(s => s.Product != reading.State.Product).ThenBy(s => s.Product, StringComparer.Ordinal).ThenByDescending(s => s.Version)
                    .Select(s => new SpecificationChoice(s.Name, s.Title is { Length: > 0 } title ? $"{s.Name}, {title}" : s.Name))]
                : [],
            Stale = Changed(reading, timeline),
        };
    }

    private static string? Changed(LotReading reading, IReadOnlyList<TimelineEntry> timeline)
    {
        if (reading.Shown is not { } shown)
            return null;
        // Every evaluation is one event, in the order of the evaluations.
        var given = timeline.Where(e => e.Kind == TimelineKind.Evaluated).Reverse().ElementAtOrDefault((int)shown.Ordinal - 1)?.Sequence ?? long.MaxValue;
        var since = timeline.Where(e => e.Sequence > given)
            .Where(e => e.Kind is TimelineKind.Corrected or TimelineKind.Measured or TimelineKind.Entered or TimelineKind.Excluded or TimelineKind.Included or TimelineKind.Invalidated)
            .ToList();
        return since.Count == 0 ? null : $"{since[0].Words} by {since[0].By} after this verdict was given{(since.Count > 1 ? $", and {since.Count - 1} more" : "")}.";
    }
}
