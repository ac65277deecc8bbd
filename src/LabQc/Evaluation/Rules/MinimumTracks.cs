using System.Globalization;

namespace LabQc.Evaluation.Rules;

/// <summary>Too few tracks over the included replicates of a measurement, or an unknown number, leave the criterion inconclusive.</summary>
internal static class MinimumTracks
{
    public const string Name = "minimum-tracks";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Criterion.MinimumTracks is not { } least || judged.Reportable.Count == 0)
            return null;
        var tracks = judged.Reportable.Select(m => SizeValue.Tracks([m])).ToList();
        if (tracks.Any(t => t is null))
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, Words($"the number of tracks is unknown, at least {least} are demanded"));
        var fewest = tracks.Min()!.Value;
        return fewest < least
            ? new RuleAnswer(Name, CriterionVerdict.Inconclusive, Words($"too few tracks: {fewest}, at least {least} are demanded"))
            : new RuleAnswer(Name, null, Words($"{fewest} tracks, at least {least} are demanded"));
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
