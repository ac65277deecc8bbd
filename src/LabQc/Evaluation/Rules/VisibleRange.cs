using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// An instrument that sees nothing of the specified range, or less of it than the specification demands, leaves a size criterion
/// inconclusive.
/// </summary>
internal static class VisibleRange
{
    public const string Name = "visible-range";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (SpecifiedRange(judged) is not { } specified || judged.Reportable.Count == 0)
            return null;
        var least = judged.Specification.MinimumVisibleFraction;
        if (judged.Selection?.WorkingRange is not { } working)
            return new RuleAnswer(Name, least is null ? null : CriterionVerdict.Inconclusive, $"what the instrument sees of {specified} is unknown");
        var fraction = specified.FractionWithin(working);
        var seen = $"the instrument sees {NumberText.Fixed(100 * fraction, 0)} % of {specified}";
        if (fraction <= 0)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"the instrument sees nothing of {specified}");
        return least is not null && fraction < least.AsDouble
            ? new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"{seen}, a fraction of at least {least} is demanded")
            : new RuleAnswer(Name, null, seen);
    }

    /// <summary>The part of the criterion's own range that was seen and the parts that were not; null where none is blind or known.</summary>
    public static (NanometreRange Seen, string Blind)? BlindPart(CriterionCase judged)
    {
        if (judged.Criterion.SpecifiedRange is not { } specified || judged.Selection?.WorkingRange is not { } working)
            return null;
        var blind = specified.Without(working);
        return blind.Count > 0 && specified.Intersect(working) is { } seen
            ? (seen, string.Join(" and ", blind) + " not observed")
            : null;
    }

    private static NanometreRange? SpecifiedRange(CriterionCase judged) =>
        AttributeCatalogue.IsSize(judged.Attribute)
            ? judged.Criterion.SpecifiedRange ?? judged.Specification.SpecifiedRange
            : null;
}
