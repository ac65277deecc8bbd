namespace LabQc.Evaluation.Rules;

/// <summary>A category is one of those that the specification allows; upper and lower case are the same.</summary>
internal static class AllowedCategory
{
    public const string Name = "allowed-category";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Criterion.Allowed is not { Count: > 0 } allowed || judged.Value.Entered is not { } entered)
            return null;
        if (entered.Category is not { } found)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"\"{entered.Text}\" is no category");
        var verdict = allowed.Contains(found, StringComparer.OrdinalIgnoreCase) ? CriterionVerdict.Conforms : CriterionVerdict.DoesNotConform;
        return new RuleAnswer(Name, verdict, $"{found}, required {string.Join(" or ", allowed)}");
    }
}
