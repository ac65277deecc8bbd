using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Statistics;

namespace LabQc.Reports;

/// <summary>A lot's whole distribution over the envelope of its reference set.</summary>
public static class LotEnvelopeChart
{
    /// <summary>The chart, or null where the lot or its set has no distribution to compare.</summary>
    public static EnvelopeChart? Of(LotNeighbours neighbours)
    {
        var curves = neighbours.Others.Select(o => o.Quantiles).OfType<double[]>().ToList();
        if (neighbours.Judged.Quantiles is not { } lot || curves.Count < 2)
            return null;
        var answer = neighbours.Answer.Distribution;
        return new EnvelopeChart(new EnvelopeChartData
        {
            Lot = neighbours.Judged.Lot,
            ReferenceSet = Name(neighbours.Set),
            Lots = curves.Count,
            Levels = [.. Enumerable.Range(1, lot.Length).Select(k => (k - 0.5) / lot.Length)],
            LotNm = lot,
            LowerNm = Across(curves, 0.05),
            MedianNm = Across(curves, 0.5),
            UpperNm = Across(curves, 0.95),
            MeanNm = QuantileFunctions.Mean(curves),
            DistancesNm = answer.OwnDistances,
            DistanceNm = answer.DistanceNm ?? double.NaN,
            LimitNm = answer.LimitNm,
            Verdict = VerdictOf(answer.Verdict),
        });
    }

    /// <summary>A set as charts call it.</summary>
    internal static string Name(ReferenceSet set) =>
        set.IsFrozen ? $"reference set \"{set.Name}\" version {set.Version}" : "the first comparable lots";

    internal static TrendVerdict VerdictOf(ConsistencyVerdict verdict) => verdict switch
    {
        ConsistencyVerdict.InTrend => TrendVerdict.InTrend,
        ConsistencyVerdict.OutOfTrend => TrendVerdict.OutOfTrend,
        _ => TrendVerdict.NotJudged,
    };

    private static double[] Across(List<double[]> curves, double p)
    {
        var across = new double[curves[0].Length];
        for (var k = 0; k < across.Length; k++)
            across[k] = Descriptive.Quantile([.. curves.Select(c => c[k])], p);
        return across;
    }
}
