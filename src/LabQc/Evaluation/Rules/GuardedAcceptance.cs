using System.Globalization;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// The probability p that the quantity lies within the limits, on unrounded values, against the level: p >= level conforms,
/// p &lt;= 1 - level does not, anything between is inconclusive (JCGM 106; ISO/IEC 17025, 7.8.6). Inconclusive where the method
/// states no u_method or u_run is unknown; with u = 0 it is simple acceptance.
/// </summary>
internal static class GuardedAcceptance
{
    public const string Name = "guarded-acceptance";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        var value = judged.Value;
        if (judged.Criterion.Rule.Level is not { } level || value.Qualifier != Qualifier.Equal || !value.IsNumber)
            return null;
        if (Obstacle(judged) is { } obstacle)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, obstacle);
        if (judged.Uncertainty.Combined == 0)
            return SimpleAcceptance.Accept(judged, Name);
        return judged.Uncertainty.ProbabilityWithin(judged.Criterion.Limits, value.Value!.Value) is { } p
            ? Against(judged, level, p)
            : null;
    }

    private static string? Obstacle(CriterionCase judged)
    {
        if (judged.Method?.UncertaintyOf(judged.Attribute) is null)
            return $"guarded acceptance needs u_method, and the method states none for {judged.Attribute}";
        return judged.Uncertainty.Combined is null ? "guarded acceptance needs u_run, which is unknown" : null;
    }

    private static RuleAnswer Against(CriterionCase judged, EnteredNumber level, double p)
    {
        // A p that is not a number fails both comparisons and stays inconclusive.
        var verdict = p >= level.AsDouble ? CriterionVerdict.Conforms
            : p <= (double)(1 - level.Value) ? CriterionVerdict.DoesNotConform
            : CriterionVerdict.Inconclusive;
        var told = judged.Criterion.Attribute.Display(judged.Value.Value!.Value) + judged.UnitWords;
        var words = string.Create(CultureInfo.InvariantCulture, $"{told}, {judged.Required} with probability {level}; it is {Shown(p, level)}");
        return new RuleAnswer(Name, verdict, words);
    }

    // Never rounded across the level that it was held against.
    private static string Shown(double p, EnteredNumber level)
    {
        var decimals = Math.Min(Math.Max(level.Decimals + 1, 3), Rounding.MostDecimals - 1);
        var text = NumberText.Fixed(p, decimals);
        var isFaithful = Math.Sign(decimal.Parse(text, CultureInfo.InvariantCulture) - level.Value) == Math.Sign(p - level.AsDouble);
        return isFaithful ? text : NumberText.General(p);
    }
}
