using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Measurements;

/// <summary>One criterion judged twice.</summary>
internal sealed record EffectRow(string Name, string Left, string LeftVerdict, string Right, string RightVerdict)
{
    /// <summary>Whether the two differ in value or verdict.</summary>
    public bool Differs => Left != Right || LeftVerdict != RightVerdict;
}

/// <summary>The verdict on a lot twice, side by side: as it stands, and with a replicate's inclusion turned.</summary>
internal sealed record EffectView
{
    public required string LeftHead { get; init; }
    public required string RightHead { get; init; }
    public required string LeftVerdict { get; init; }
    public required string RightVerdict { get; init; }

    /// <summary>The criteria that rest on measurements, and whatever else differs.</summary>
    public required IReadOnlyList<EffectRow> Rows { get; init; }

    /// <summary>What a proposal would change.</summary>
    public static EffectView Of(ExclusionEffect effect, bool included, AttributeCatalogue catalogue) => Of(
        RecordedAnswer.Of(EvaluationJson.Text(effect.AsItStands)),
        RecordedAnswer.Of(EvaluationJson.Text(effect.Proposed)),
        included ? "As it stands, without it" : "As it stands, with it",
        included ? "With it back in" : "Without it",
        catalogue);

    /// <summary>Two answers under the same specification.</summary>
    public static EffectView Of(RecordedAnswer left, RecordedAnswer right, string leftHead, string rightHead, AttributeCatalogue catalogue) => new()
    {
        LeftHead = leftHead,
        RightHead = rightHead,
        LeftVerdict = left.Verdict,
        RightVerdict = right.Verdict,
        Rows = [.. left.Criteria.Zip(right.Criteria, (l, r) => (Row: Row(l, r, catalogue), Measured: l.Measurements.Count > 0 || r.Measurements.Count > 0))
            .Where(row => row.Measured || row.Row.Differs).Select(row => row.Row)],
    };

    private static EffectRow Row(AnsweredCriterion left, AnsweredCriterion right, AttributeCatalogue catalogue)
    {
        var attribute = catalogue.Find(left.Attribute);
        return new EffectRow(AttributeNames.Of(left.Attribute, left.PercentRange), Value(left, attribute), left.Verdict, Value(right, attribute), right.Verdict);
    }

    private static string Value(AnsweredCriterion criterion, LabAttribute? attribute) =>
        criterion.Value is not { } value ? Figures.None
        : $"{(attribute is null ? Figures.Of(value, 2) : Figures.Of(attribute, value))} {NumberView.Unit(criterion.Unit)}".TrimEnd();
}
