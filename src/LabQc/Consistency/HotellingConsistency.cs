using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Compares several attributes of a lot together by Hotelling's T².</summary>
internal static class HotellingConsistency
{
    /// <summary>The attributes that are taken together: at most four, or the table of lots would be too short for them.</summary>
    private static readonly IReadOnlyList<string> Together =
        [AttributeCatalogue.SizeD50, AttributeCatalogue.SizeSpan, AttributeCatalogue.ParticlesPerMl, AttributeCatalogue.ParticlesPerUgProtein];

    public static HotellingComparison Of(ConsistencyProfile judged, IReadOnlyList<ConsistencyProfile> others, AttributeCatalogue catalogue)
    {
        var attributes = Together.Select(code => catalogue.Find(code)!).ToList();
        if (attributes.FirstOrDefault(a => ScaledValues.Of(a, judged) is null) is { } lacking)
            return NotComputed($"the lot has no {lacking.Code}");
        var rows = others.Select(o => Row(attributes, o)).OfType<double[]>().ToList();
        var needed = Math.Max(20, 5 * attributes.Count);
        if (rows.Count < needed)
            return NotComputed($"{rows.Count} other lots of the set have every attribute, {needed} are needed");
        try
        {
            var judgement = HotellingReference.Of(rows).Judge(Row(attributes, judged)!);
            return new HotellingComparison
            {
                Attributes = Together,
                TSquared = judgement.TSquared,
                Limit = judgement.Limit,
                Contributions = judgement.Contributions,
                Verdict = judgement.Beyond ? ConsistencyVerdict.OutOfTrend : ConsistencyVerdict.InTrend,
            };
        }
        catch (ArgumentException singular)
        {
            return NotComputed(singular.Message);
        }
    }

    private static double[]? Row(List<LabAttribute> attributes, ConsistencyProfile lot)
    {
        var values = attributes.Select(a => ScaledValues.Of(a, lot)).ToList();
        return values.TrueForAll(v => v is not null) ? [.. values.Select(v => v!.Value)] : null;
    }

    private static HotellingComparison NotComputed(string reason) =>
        new() { Attributes = Together, Verdict = ConsistencyVerdict.NotJudged, Reason = "not computed: " + reason };
}
