using LabQc.Assays;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>One attribute of the grid: what stands, or what is being typed.</summary>
internal sealed record ResultRow
{
    public required LabAttribute Attribute { get; init; }
    public required string Title { get; init; }
    /// <summary>What the lot's specification demands; null for an attribute that it does not name.</summary>
    public Criterion? Criterion { get; init; }
    /// <summary>The result that stands; null while there is none.</summary>
    public AssayResult? Standing { get; init; }
    /// <summary>The newest verdict on it; null where there is none.</summary>
    public AnsweredCriterion? Verdict { get; init; }
    public required string Qualifier { get; init; }
    public required string Value { get; init; }
    /// <summary>Why the typed value is outside the specification; null where it is not.</summary>
    public string? Outside { get; init; }
    public required string Method { get; init; }
    public required IReadOnlyList<Choice> Methods { get; init; }
    public required string MeasuredOn { get; init; }
    public required string MeasuredBy { get; init; }

    public string Code => Attribute.Code;

    /// <summary>What was typed although another result stands by now; null where nothing was.</summary>
    public string? NotStored => Standing is not null && Value.Length > 0 && TypedResult.Text(Qualifier, Value) != Standing.EnteredText ? TypedResult.Text(Qualifier, Value) : null;

    /// <summary>What the specification accepts, in words.</summary>
    public string Limits => Criterion is null ? "not in the specification" : $"{NumberView.Limits(Criterion)}\u00A0{(Criterion.Limits.AreOpen ? "" : NumberView.Unit(Attribute.Unit))}".TrimEnd('\u00A0');

    /// <summary>What to choose from where the value is no number; null where it is typed.</summary>
    public IReadOnlyList<Choice>? Choices => Attribute.Kind == AttributeKind.Presence ? PresenceWords : null;

    private static readonly IReadOnlyList<Choice> PresenceWords =
        [new Choice("", "\u2013"), .. Choice.Of(["present", "absent", "detected", "not detected", "positive", "negative", "growth", "no growth"])];
}
