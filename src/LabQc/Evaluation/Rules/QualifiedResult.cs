using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// A result below x ("&lt; x") conforms to an upper limit U if x &lt;= U, does not conform to a lower limit L if x &lt;= L, and is
/// inconclusive otherwise; "&gt; x" mirrored. "Not detected" is "&lt; detection limit" of the method's version, and inconclusive
/// without one.
/// </summary>
internal static class QualifiedResult
{
    public const string Name = "qualified-result";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        var value = judged.Value;
        if (judged.Criterion.Attribute.Kind != AttributeKind.Numeric || judged.Criterion.Limits.AreOpen || value.Qualifier == Qualifier.Equal)
            return null;
        if (value.Qualifier == Qualifier.NotDetected)
            return NotDetected(judged);
        return value.Exact is { } x ? Bounded(judged, value.Qualifier, x, $"{value.Qualifier.Word()} {Shown(judged)}{judged.UnitWords}") : null;
    }

    private static RuleAnswer NotDetected(CriterionCase judged)
    {
        var limit = judged.Method?.DetectionLimitOf(judged.Attribute);
        return limit is null
            ? new RuleAnswer(Name, CriterionVerdict.Inconclusive, "not detected, and the method's version states no detection limit")
            : Bounded(judged, Qualifier.LessThan, limit.Value, $"not detected, which is < {limit}{judged.UnitWords} by {judged.Method!.Reference}");
    }

    private static RuleAnswer Bounded(CriterionCase judged, Qualifier qualifier, decimal x, string told)
    {
        var limits = judged.Criterion.Limits;
        var (towards, away) = qualifier == Qualifier.LessThan ? (limits.Upper, limits.Lower) : (limits.Lower, limits.Upper);
        bool IsCertain(Limit limit) => qualifier == Qualifier.LessThan ? x <= limit.Value : x >= limit.Value;
        var verdict = away is not null
            ? IsCertain(away) ? CriterionVerdict.DoesNotConform : CriterionVerdict.Inconclusive
            : IsCertain(towards!) ? CriterionVerdict.Conforms : CriterionVerdict.Inconclusive;
        return new RuleAnswer(Name, verdict, $"{told}, {judged.Required}");
    }

    private static string Shown(CriterionCase judged) =>
        judged.Value.Entered?.Number?.Text ?? judged.Criterion.Attribute.Display(judged.Value.Value!.Value);
}
