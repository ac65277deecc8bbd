using System.Globalization;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>
/// What makes a lot out of trend: Nelson's rule 1 or 2 on a charted attribute, the distribution's distance or T² above its limit,
/// and what a laboratory lets count besides.
/// </summary>
internal static class OutOfTrend
{
    private static readonly IReadOnlyList<RunRule> Counting = [RunRule.N1, RunRule.N2];

    public static IReadOnlyList<string> Reasons(
        ReferenceSet set, IReadOnlyList<AttributeComparison> attributes, DistributionComparison distribution, HotellingComparison hotelling)
    {
        var reasons = attributes.Where(a => a.IsCharted).SelectMany(a => Reasons(set, a)).ToList();
        if (distribution.Verdict == ConsistencyVerdict.OutOfTrend)
            reasons.Add(string.Create(CultureInfo.InvariantCulture,
                $"the distribution lies {distribution.DistanceNm:0.0} nm from the set's mean distribution, the limit is {distribution.LimitNm:0.0} nm"));
        if (hotelling.Verdict == ConsistencyVerdict.OutOfTrend)
            reasons.Add(string.Create(CultureInfo.InvariantCulture,
                $"T² of {string.Join(", ", hotelling.Attributes)} is {hotelling.TSquared:0.0}, the limit is {hotelling.Limit:0.0}"));
        return reasons;
    }

    /// <summary>
    /// The mean number of in-control lots until the rules that count signal falsely on one attribute. Rules that have no exact
    /// run length together are counted as independent: the reciprocals add up.
    /// </summary>
    public static double AverageRunLength(ReferenceSet set)
    {
        var rules = set.Counted.Contains(CountedFinding.OtherRules) ? RunRules.Nelson.Where(HasRunLength).ToList() : Counting;
        var rate = 1 / Statistics.AverageRunLength.RunRules([.. rules], shift: 0);
        if (set.Counted.Contains(CountedFinding.Ewma))
            rate += 1 / Statistics.AverageRunLength.Ewma(EwmaChart.UsualLambda, EwmaChart.UsualWidth, shift: 0);
        if (set.Counted.Contains(CountedFinding.Cusum))
            rate += 1 / Statistics.AverageRunLength.Cusum(CusumChart.UsualAllowance, CusumChart.UsualDecisionInterval, shift: 0);
        if (set.Counted.Contains(CountedFinding.PredictionInterval))
            rate += 0.05;
        return 1 / rate;
    }

    // Trends and alternations depend on the order of readings and not on zones alone, so the Markov chain has no state for them.
    private static bool HasRunLength(RunRule rule) => rule is RunRule.N1 or RunRule.N2 or RunRule.N5 or RunRule.N6;

    private static IEnumerable<string> Reasons(ReferenceSet set, AttributeComparison attribute)
    {
        foreach (var rule in attribute.RuleViolations)
            if (Counting.Any(c => c.ToString() == rule) || set.Counted.Contains(CountedFinding.OtherRules))
                yield return $"{attribute.Attribute} completes {Words(rule)}";
        if (attribute.EwmaSignal == true && set.Counted.Contains(CountedFinding.Ewma))
            yield return $"{attribute.Attribute}: the EWMA signals";
        if (attribute.CusumSignal == true && set.Counted.Contains(CountedFinding.Cusum))
            yield return $"{attribute.Attribute}: a CUSUM signals";
        if (attribute.OutsidePrediction == true && set.Counted.Contains(CountedFinding.PredictionInterval))
            yield return $"{attribute.Attribute} lies outside the 95 % prediction interval";
    }

    private static string Words(string rule) => rule switch
    {
        "N1" => "Nelson's rule 1: beyond 3 sigma",
        "N2" => "Nelson's rule 2: nine in a row on one side of the centre",
        _ => $"Nelson's rule {rule[1..]}",
    };
}
