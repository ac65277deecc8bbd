namespace LabQc.Evaluation.Rules;

/// <summary>Without a measurement, an assay result or what a calculated attribute needs, the criterion is missing.</summary>
internal static class MissingResult
{
    public const string Name = "missing-result";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        var reason = judged.Selection is { Status: SelectionStatus.None } selection ? selection.Reason : judged.Value.MissingBecause;
        return reason is null ? null : new RuleAnswer(Name, CriterionVerdict.Missing, reason);
    }
}
