namespace LabQc.Evaluation.Rules;

/// <summary>
/// The rules that judge a criterion. All of them run, whatever the ones before said. One that does not concern the criterion gives
/// no answer; one that breaks is answered for as inconclusive, so that an error is never a pass.
/// </summary>
internal static class CriterionRules
{
    // In the order in which their reasons are told.
    private static readonly IReadOnlyList<(string Name, Func<CriterionCase, RuleAnswer?> Judge)> InOrder =
    [
        (WithoutLimits.Name, WithoutLimits.Judge),
        (MissingResult.Name, MissingResult.Judge),
        (FailedRun.Name, FailedRun.Judge),
        (UnknownDilution.Name, UnknownDilution.Judge),
        (PlannedMeasurements.Name, PlannedMeasurements.Judge),
        (UndefinedValue.Name, UndefinedValue.Judge),
        (MinimumTracks.Name, MinimumTracks.Judge),
        (MinimumReplicates.Name, MinimumReplicates.Judge),
        (MaximumVariation.Name, MaximumVariation.Judge),
        (DilutionSeries.Name, DilutionSeries.Judge),
        (VisibleRange.Name, VisibleRange.Judge),
        (QualifiedResult.Name, QualifiedResult.Judge),
        (ExpectedPresence.Name, ExpectedPresence.Judge),
        (AllowedCategory.Name, AllowedCategory.Judge),
        (SimpleAcceptance.Name, SimpleAcceptance.Judge),
        (GuardedAcceptance.Name, GuardedAcceptance.Judge),
    ];

    private static readonly CriterionVerdict[] Precedence =
    [
        CriterionVerdict.Reported,
        CriterionVerdict.Missing,
        CriterionVerdict.Inconclusive,
        CriterionVerdict.DoesNotConform,
        CriterionVerdict.Conforms,
    ];

    /// <summary>Every rule's answer.</summary>
    public static IReadOnlyList<RuleAnswer> Answers(CriterionCase judged) =>
        [.. InOrder.Select(rule => Guarded(rule.Name, rule.Judge, judged)).OfType<RuleAnswer>()];

    /// <summary>The verdict that the answers make, and their reasons for it. No verdict among them is inconclusive.</summary>
    public static (CriterionVerdict Verdict, string Reason) Decide(IReadOnlyList<RuleAnswer> answers)
    {
        foreach (var verdict in Precedence)
        {
            var reasons = answers.Where(a => a.Verdict == verdict).Select(a => a.Reason).ToList();
            if (reasons.Count > 0)
                return (verdict, string.Join("; ", reasons));
        }
        return (CriterionVerdict.Inconclusive, "no rule could judge it");
    }

    internal static RuleAnswer? Guarded(string name, Func<CriterionCase, RuleAnswer?> judge, CriterionCase judged)
    {
        try
        {
            return judge(judged);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return new RuleAnswer(name, CriterionVerdict.Inconclusive, $"the rule {name} broke: {broken.Message}");
        }
    }
}
