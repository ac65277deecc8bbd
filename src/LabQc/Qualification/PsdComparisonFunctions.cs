using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Distances between two binned size distributions, as reference cases call them.</summary>
internal static class PsdComparisonFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>(StringComparer.Ordinal)
    {
        ["distance"] = Distance,
    };

    private static CaseAnswer Distance(CaseInput input)
    {
        var (edges1, counts1) = (input.Numbers("edges1"), input.Numbers("counts1"));
        var (edges2, counts2) = (input.Numbers("edges2"), input.Numbers("counts2"));
        Histogram.CheckEdges(edges1, counts1.Length);
        Histogram.CheckEdges(edges2, counts2.Length);
        var difference = HistogramDistances.Compare(edges1, counts1, edges2, counts2);
        return new CaseAnswer
        {
            { "wasserstein1", HistogramDistances.Wasserstein1(edges1, counts1, edges2, counts2) },
            { "ks", difference.KolmogorovSmirnov },
            { "overlap", difference.Overlap },
            { "hellinger", difference.Hellinger },
            { "mean_shift", UniformMean(edges2, counts2) - UniformMean(edges1, counts1) },
            { "discrete_w1", HistogramDistances.Wasserstein1AtCentres(edges1, counts1, edges2, counts2) },
            { "ks_p_asymptotic", AsymptoticP(difference.KolmogorovSmirnov, counts1, counts2) },
        };
    }

    private static double UniformMean(double[] edges, double[] counts) =>
        HistogramMoments.Mean(edges, counts, BinCentre.Arithmetic, BinMoments.UniformInBin);

    /// <summary>Only counts have a sample size; null for shares and concentrations.</summary>
    private static double? AsymptoticP(double ks, double[] counts1, double[] counts2)
    {
        if (Array.Exists(counts1, c => c != Math.Floor(c)) || Array.Exists(counts2, c => c != Math.Floor(c)))
            return null;
        var (n, m) = (counts1.Sum(), counts2.Sum());
        return KolmogorovDistribution.UpperTail(Math.Sqrt(n * m / (n + m)) * ks);
    }
}
