using LabQc.Evaluation;

namespace LabQc.Demonstration;

/// <summary>Holds a verdict against the one that a sample lot was made for.</summary>
internal static class VerdictDifference
{
    public static IReadOnlyList<string> Of(ExpectedVerdict expected, RecordedEvaluation evaluation)
    {
        var differences = new List<string>();
        if (evaluation.Verdict != expected.Verdict)
            differences.Add($"expected {expected.Verdict}");
        var criteria = RecordedCriterion.All(evaluation).ToDictionary(c => c.Attribute, c => c.Verdict);
        foreach (var (attribute, verdict) in expected.Criteria)
        {
            var given = criteria.GetValueOrDefault(attribute);
            if (given != verdict)
                differences.Add($"{attribute} is {given ?? "not judged"}, expected {verdict}");
        }
        return differences;
    }
}
