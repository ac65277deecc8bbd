namespace LabQc.Evaluation.Rules;

/// <summary>Results that give no finite number where one is needed leave the criterion inconclusive: a NaN is never a pass.</summary>
internal static class UndefinedValue
{
    public const string Name = "undefined-value";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        var value = judged.Value;
        if (value.UndefinedBecause is { } because)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, because);
        return value.Value is not null && !value.IsNumber
            ? new RuleAnswer(Name, CriterionVerdict.Inconclusive, "the value is not a number")
            : null;
    }
}
