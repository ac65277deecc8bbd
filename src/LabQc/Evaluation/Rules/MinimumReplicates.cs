using System.Globalization;

namespace LabQc.Evaluation.Rules;

/// <summary>Too few included replicates of a measurement leave the criterion inconclusive.</summary>
internal static class MinimumReplicates
{
    public const string Name = "minimum-replicates";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Criterion.MinimumReplicates is not { } least || judged.Reportable.Count == 0)
            return null;
        var fewest = judged.Reportable.Min(m => m.Included.Count);
        return fewest < least
            ? new RuleAnswer(Name, CriterionVerdict.Inconclusive, Words($"too few replicates: {fewest} included, at least {least} are demanded"))
            : new RuleAnswer(Name, null, Words($"{fewest} replicates included, at least {least} are demanded"));
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
