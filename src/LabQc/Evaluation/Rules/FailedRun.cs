namespace LabQc.Evaluation.Rules;

/// <summary>Where every measurement is a failed run, the criterion is missing.</summary>
internal static class FailedRun
{
    public const string Name = "failed-run";

    public static RuleAnswer? Judge(CriterionCase judged) =>
        judged.Selection is { Status: SelectionStatus.Failed } selection
            ? new RuleAnswer(Name, CriterionVerdict.Missing, selection.Reason)
            : null;
}
