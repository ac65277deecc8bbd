using LabQc.Evaluation.Rules;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>The verdict on one criterion with its components.</summary>
public sealed record CriterionAnswer
{
    public required Criterion Criterion { get; init; }

    public required CriterionVerdict Verdict { get; init; }

    /// <summary>Why, in words for people.</summary>
    public required string Reason { get; init; }

    /// <summary>The reportable value.</summary>
    public required ReportableValue Value { get; init; }

    public required Uncertainty Uncertainty { get; init; }

    /// <summary>The 95 % interval; null where the uncertainty is unknown.</summary>
    public (double Lower, double Upper)? Interval { get; init; }

    /// <summary>The probability that the quantity conforms; null where the uncertainty is unknown or there is no limit.</summary>
    public double? ConformanceProbability { get; init; }

    /// <summary>What each rule that concerned the criterion said.</summary>
    public IReadOnlyList<RuleAnswer> Rules { get; init; } = [];

    /// <summary>The reportable measurements; none for an assay.</summary>
    public IReadOnlyList<string> Measurements { get; init; } = [];

    /// <summary>Included replicates over the reportable measurements; null for an assay.</summary>
    public int? Replicates { get; init; }

    /// <summary>Tracks over the included replicates; null for an assay or where they are unknown.</summary>
    public int? Tracks { get; init; }

    public string Attribute => Criterion.Attribute.Code;

    public bool IsMandatory => Criterion.IsMandatory;
}
