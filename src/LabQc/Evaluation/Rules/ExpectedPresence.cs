using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>What is expected present or absent is exactly that; "not detected" is absent.</summary>
internal static class ExpectedPresence
{
    public const string Name = "expected-presence";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Criterion.Expected is not { } expected || judged.Value.Entered is not { } entered)
            return null;
        if (entered.Presence is not { } found)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"\"{entered.Text}\" says neither present nor absent");
        var verdict = found == expected ? CriterionVerdict.Conforms : CriterionVerdict.DoesNotConform;
        return new RuleAnswer(Name, verdict, $"{entered.Text} ({found.Word()}), required {expected.Word()}");
    }
}
