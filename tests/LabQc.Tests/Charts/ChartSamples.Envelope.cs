using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    /// <summary>A lot whose upper tail is longer than those of a steady set, by a factor at its largest diameters.</summary>
    public static EnvelopeChartData Envelope(int lots = 24, double tail = 1.35, double? limit = 4.6)
    {
        var levels = Enumerable.Range(1, 199).Select(k => k / 200.0).ToArray();
        var noise = Normal(2 * lots + 2, 11);
        double Quantile(double p, double median, double gsd) => median * Math.Exp(Math.Log(gsd) * InverseNormal(p));
        var members = Enumerable.Range(0, lots)
            .Select(i => levels.Select(p => Quantile(p, 105 * (1 + 0.03 * noise[i]), 1.36 + 0.015 * noise[lots + i])).ToArray())
            .ToList();
        double[] Across(Func<double[], double> pick) =>
            levels.Select((_, k) => members.Count == 0 ? double.NaN : pick([.. members.Select(m => m[k]).Order()])).ToArray();
        var mean = Across(v => v.Average());
        double Distance(double[] q) => q.Zip(mean, (a, b) => Math.Abs(a - b)).Average();
        var lot = levels.Select(p => Quantile(p, 107, 1.36) * (1 + (tail - 1) * Math.Pow(p, 6))).ToArray();
        return new EnvelopeChartData
        {
            Lot = "EX-2026-017",
            ReferenceSet = "reference set 1",
            Lots = lots,
            Levels = levels,
            LotNm = lot,
            LowerNm = Across(v => v[(int)(0.05 * v.Length)]),
            MedianNm = Across(v => v[v.Length / 2]),
            UpperNm = Across(v => v[(int)(0.95 * (v.Length - 1))]),
            MeanNm = mean,
            DistancesNm = members.Select(Distance).ToArray(),
            DistanceNm = members.Count == 0 ? double.NaN : Distance(lot),
            LimitNm = limit,
            Verdict = limit is null ? TrendVerdict.NotJudged : members.Count > 0 && Distance(lot) > limit ? TrendVerdict.OutOfTrend : TrendVerdict.InTrend,
        };
    }

    /// <summary>A bell's quantiles near enough for a picture: those of the logistic distribution.</summary>
    private static double InverseNormal(double p) => Math.Log(p / (1 - p)) / 1.702;
}
