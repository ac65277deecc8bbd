using LabQc.Specifications;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Specifications;

/// <summary>Two specifications beside each other, as pages show them.</summary>
internal sealed record ComparedSpecification
{
    public required string Before { get; init; }
    public required string After { get; init; }
    /// <summary>What the specifications say as a whole: only what differs.</summary>
    public required IReadOnlyList<DiffLine> Whole { get; init; }
    /// <summary>Every criterion in one line on both sides; null on the side where it is not.</summary>
    public required IReadOnlyList<DiffLine> Criteria { get; init; }
    /// <summary>What was done to each criterion that differs, in sentences.</summary>
    public required IReadOnlyList<string> Changes { get; init; }
    public required bool AreAlike { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="comparison">What differs.</param>
    /// <param name="before">What the earlier side is called.</param>
    /// <param name="after">What the later side is called.</param>
    public static ComparedSpecification Of(SpecificationComparison comparison, string before, string after) => new()
    {
        Before = before,
        After = after,
        Whole = [.. comparison.Fields.Select(f => new DiffLine(f.Field, f.Before.Length > 0 ? f.Before : null, f.After.Length > 0 ? f.After : null))],
        Criteria = [.. comparison.Criteria.Select(c => new DiffLine(NameOf(c), Sentence(c.Before), Sentence(c.After)))],
        Changes = [.. comparison.Criteria.Where(c => c.Kind != CriterionChangeKind.Same).Select(Words)],
        AreAlike = comparison.AreAlike,
    };

    private static string? Sentence(Criterion? criterion) => criterion is null ? null : CriterionRow.Of(criterion).Sentence;

    private static string NameOf(CriterionChange change) => CriterionRow.Of((change.After ?? change.Before)!).Name;

    private static string Words(CriterionChange change) => change.Kind switch
    {
        CriterionChangeKind.Added => $"{NameOf(change)}: added.",
        CriterionChangeKind.Removed => $"{NameOf(change)}: removed.",
        _ => $"{NameOf(change)}: {string.Join("; ", change.Fields.Select(f => $"{f.Field.ToLowerInvariant()} from {Said(f.Before)} to {Said(f.After)}"))}.",
    };

    private static string Said(string text) => text.Length > 0 ? text : "nothing";
}
