namespace LabQc.Evaluation.Rules;

/// <summary>
/// As many measurements as the specification said beforehand. With fewer the criterion is missing. A further one, which would let
/// somebody choose, makes it inconclusive, until an invalidation names the cause why one does not count.
/// </summary>
internal static class PlannedMeasurements
{
    public const string Name = "planned-measurements";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Value.Unplanned is { } unplanned)
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, unplanned);
        return judged.Selection switch
        {
            { Status: SelectionStatus.FewerThanPlanned } fewer => new RuleAnswer(Name, CriterionVerdict.Missing, fewer.Reason),
            { Status: SelectionStatus.MoreThanPlanned } more => new RuleAnswer(Name, CriterionVerdict.Inconclusive, more.Reason),
            { Status: SelectionStatus.AsPlanned } planned => new RuleAnswer(Name, null, planned.Reason),
            _ => null,
        };
    }
}
