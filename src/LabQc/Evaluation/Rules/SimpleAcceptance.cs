using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// The reportable value, rounded half away from zero to the criterion's decimals, against its limits (as USP General Notices 7.20).
/// </summary>
internal static class SimpleAcceptance
{
    public const string Name = "simple-acceptance";

    public static RuleAnswer? Judge(CriterionCase judged) =>
        judged.Criterion.Rule.IsGuarded ? null : Accept(judged, Name);

    /// <summary>Simple acceptance, also where guarded acceptance comes down to it; null where there is nothing to hold against limits.</summary>
    public static RuleAnswer? Accept(CriterionCase judged, string rule)
    {
        var criterion = judged.Criterion;
        if (criterion.Limits.AreOpen || judged.Value.Qualifier != Qualifier.Equal || judged.Value.Exact is not { } exact)
            return null;
        var rounded = Rounding.HalfAwayFromZero(exact, criterion.Decimals);
        var verdict = criterion.Limits.Hold(rounded) ? CriterionVerdict.Conforms : CriterionVerdict.DoesNotConform;
        return new RuleAnswer(rule, verdict, $"{Shown(judged, exact, rounded)}{judged.UnitWords}, {judged.Required}");
    }

    /// <summary>A computed value cut off, not rounded: 150.04999 must not look like one that rounds up.</summary>
    private static string Shortened(decimal exact, int decimals)
    {
        var cut = Math.Round(exact, Math.Min(decimals, 28), MidpointRounding.ToZero);
        return cut == exact ? NumberText.General((double)exact) : NumberText.Fixed(cut, decimals) + "…";
    }

    private static string Shown(CriterionCase judged, decimal exact, decimal rounded)
    {
        var criterion = judged.Criterion;
        if (criterion.Attribute.Scale == AttributeScale.Log10)
            return NumberText.PowersOfTen(judged.Value.Value!.Value);
        var told = NumberText.Fixed(rounded, criterion.Decimals);
        return exact == rounded ? told : $"{told} (rounded from {judged.Value.Entered?.Text ?? Shortened(exact, criterion.Decimals + 3)})";
    }
}
