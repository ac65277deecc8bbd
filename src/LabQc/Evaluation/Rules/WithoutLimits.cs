namespace LabQc.Evaluation.Rules;

/// <summary>An attribute without limits is reported, whether there is a value or not, and decides nothing.</summary>
internal static class WithoutLimits
{
    public const string Name = "without-limits";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (!judged.Criterion.IsReportedOnly)
            return null;
        var value = judged.Value;
        var told = value.Entered?.Text ?? (value.IsNumber ? judged.Criterion.Attribute.Display(value.Value!.Value) : null);
        var text = told is null ? "no value" : told + judged.UnitWords;
        return new RuleAnswer(Name, CriterionVerdict.Reported, $"{text}; the specification sets no limits");
    }
}
