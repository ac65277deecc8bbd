namespace LabQc.Evaluation.Rules;

/// <summary>What one rule says about one criterion.</summary>
/// <param name="Rule">The rule's name, as <c>minimum-tracks</c>.</param>
/// <param name="Verdict">The verdict that it gives; null: it was asked and stands in no one's way.</param>
/// <param name="Reason">Why, as a clause that people read.</param>
public sealed record RuleAnswer(string Rule, CriterionVerdict? Verdict, string Reason);
