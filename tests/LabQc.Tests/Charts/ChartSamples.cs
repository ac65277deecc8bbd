using LabQc.Charts;

namespace LabQc.Tests.Charts;

/// <summary>Invented results of known shape, the same at every run.</summary>
public static partial class ChartSamples
{
    /// <summary>A sum of log-normal humps as amounts in classes.</summary>
    internal static double[] Humps(IReadOnlyList<double> edges, params (double Median, double Gsd, double Amount)[] humps)
    {
        var values = new double[edges.Count - 1];
        for (var i = 0; i < values.Length; i++)
        {
            var nm = (edges[i] + edges[i + 1]) / 2;
            var density = humps.Sum(h => h.Amount * Math.Exp(-0.5 * Math.Pow(Math.Log(nm / h.Median) / Math.Log(h.Gsd), 2))
                / (nm * Math.Log(h.Gsd) * Math.Sqrt(2 * Math.PI)));
            values[i] = density * (edges[i + 1] - edges[i]);
        }
        return values;
    }

    internal static double[] Edges(double from, double step, int classes) =>
        Enumerable.Range(0, classes + 1).Select(i => from + step * i).ToArray();

    /// <summary>Standard normal numbers of a fixed seed.</summary>
    internal static double[] Normal(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count)
            .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))
            .ToArray();
    }

    public static SizeChartData Size(int replicates = 5, int excluded = 0)
    {
        var edges = Edges(0, 1, 1000);
        var shift = Normal(replicates + 3 * excluded + 20, 7);
        var all = Enumerable.Range(0, replicates + excluded)
            .Select(i => new SizeReplicate(
                $"video {i + 1}",
                Humps(edges, (103 + 5 * shift[i], 1.22, 5.4e11 * (1 + 0.1 * shift[i + 5])), (162 + 9 * shift[i + 3], 1.2, 2.2e11), (265, 1.15, 3e10 + 2e10 * Math.Abs(shift[i]))),
                i < replicates,
                i < replicates ? "" : "vibration"))
            .ToList();
        var included = all.Where(r => r.Included).ToList();
        var mean = included.Count == 0 ? [] : Enumerable.Range(0, 1000).Select(i => included.Average(r => r.Values[i])).ToArray();
        return new SizeChartData
        {
            Lot = "EX-2026-014",
            Technique = "nanoparticle tracking analysis",
            EdgesNm = edges,
            Replicates = all,
            MeanCurve = mean,
            D10 = included.Count == 0 ? Estimate.None : new(84.2, 1.9),
            D50 = included.Count == 0 ? Estimate.None : new(113.1, 3.6),
            D90 = included.Count == 0 ? Estimate.None : new(188.4, 9.2),
            PercentInRange = included.Count == 0 ? Estimate.None : new(77.9, 3.4),
            WorkingRange = new(60, 1000),
            ConcentrationPerMl = 7.94e11,
            Traces = 8931,
            Origin = "NanoSight NTA 3.2, scatter · 5 captures of 60 s · dilution 1 000 (from the file name, confirmed by the analyst)",
        };
    }

    /// <summary>Few particles in wide classes, each a count.</summary>
    public static SizeChartData FewTraces()
    {
        var edges = Edges(0, 5, 200);
        var noise = Normal(200, 3);
        var counts = Humps(edges, (88, 1.5, 374)).Select((v, i) => Math.Max(0, Math.Round(v + Math.Sqrt(v) * noise[i]))).ToArray();
        return new SizeChartData
        {
            Lot = "EX-2026-021",
            Technique = "nanoparticle tracking analysis",
            EdgesNm = edges,
            Replicates = [new SizeReplicate("11 positions", counts.Select(c => c * 1.1e8).ToArray())],
            MeanCurve = counts.Select(c => c * 1.1e8).ToArray(),
            D10 = new(52.4),
            D50 = new(88.9),
            D90 = new(148.1),
            PercentInRange = new(89.6),
            PercentInterval = new(86.1, 92.3),
            WorkingRange = new(60, 1000),
            ConcentrationPerMl = 4.11e10,
            Traces = 374,
            Origin = "ZetaView 8.06, scatter 488 nm · 11 positions pooled · dilution 10 000 (from the file)",
        };
    }
}
