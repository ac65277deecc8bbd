using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Statistics of one binned size distribution, as reference cases call them.</summary>
internal static class PsdHistogramFunctions
{
    private const BinMoments Centres = BinMoments.AtCentres;
    private const BinMoments Uniform = BinMoments.UniformInBin;

    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>(StringComparer.Ordinal)
    {
        ["metrics"] = Metrics,
        ["edges_from_centres"] = EdgesFromCentres,
    };

    private static CaseAnswer EdgesFromCentres(CaseInput input)
    {
        var centres = input.Numbers("centres");
        var edges = new double[centres.Length + 1];
        Histogram.EdgesFromCentres(centres, Rule(input.Text("rule", "arithmetic")), edges);
        return new CaseAnswer { { "edges", edges } };
    }

    private static CaseAnswer Metrics(CaseInput input)
    {
        var (edges, counts) = (input.Numbers("edges"), input.Numbers("counts"));
        Histogram.CheckEdges(edges, counts.Length);
        var centre = Rule(input.Text("centre", "arithmetic"));
        var total = Histogram.Total(counts);
        var answer = new CaseAnswer { { "total", total } };
        if (total <= 0)
            return answer;
        AddMoments(answer, edges, counts, centre, input.Flag("integer_counts"));
        AddUniformMoments(answer, edges, counts, centre);
        AddQuantiles(answer, edges, counts);
        AddModes(answer, edges, counts, centre);
        var volumes = Volumes(edges, counts, centre);
        AddVolumeQuantiles(answer, edges, volumes);
        AddFractions(answer, edges, counts, volumes, input);
        return answer;
    }

    private static void AddMoments(CaseAnswer answer, double[] edges, double[] counts, BinCentre centre, bool integerCounts)
    {
        var mean = HistogramMoments.Mean(edges, counts, centre, Centres);
        var sd = HistogramMoments.StandardDeviation(edges, counts, centre, Centres);
        var geometric = HistogramMoments.Geometric(edges, counts, centre);
        answer.Add("mean", mean);
        answer.Add("sd", sd);
        answer.Add("cv", mean > 0 ? sd / mean : null);
        answer.Add("pdi", mean > 0 ? sd / mean * (sd / mean) : null);
        answer.Add("sd_sample", integerCounts ? HistogramMoments.SampleStandardDeviation(edges, counts, centre) : null);
        answer.Add("D43", mean > 0 ? HistogramMoments.MomentRatio(edges, counts, centre, 4, 3, Centres) : null);
        answer.Add("D32", mean > 0 ? HistogramMoments.MomentRatio(edges, counts, centre, 3, 2, Centres) : null);
        answer.Add("geometric_mean", geometric?.Mean);
        answer.Add("gsd", geometric?.StandardDeviation);
    }

    private static void AddUniformMoments(CaseAnswer answer, double[] edges, double[] counts, BinCentre centre)
    {
        answer.Add("mean_uniform", HistogramMoments.Mean(edges, counts, centre, Uniform));
        answer.Add("sd_uniform", HistogramMoments.StandardDeviation(edges, counts, centre, Uniform));
        answer.Add("D43_uniform", HistogramMoments.MomentRatio(edges, counts, centre, 4, 3, Uniform));
        answer.Add("D32_uniform", HistogramMoments.MomentRatio(edges, counts, centre, 3, 2, Uniform));
    }

    private static void AddQuantiles(CaseAnswer answer, double[] edges, double[] counts)
    {
        double D(double p) => HistogramQuantiles.Quantile(edges, counts, p);
        answer.Add("D10", D(0.1));
        answer.Add("D50", D(0.5));
        answer.Add("D90", D(0.9));
        answer.Add("span", D(0.5) > 0 ? (D(0.9) - D(0.1)) / D(0.5) : null);
        foreach (var (key, p) in new[] { ("D10_log", 0.1), ("D50_log", 0.5), ("D90_log", 0.9) })
            answer.Add(key, edges[0] > 0 ? HistogramQuantiles.LogarithmicQuantile(edges, counts, p) : null);
    }

    private static void AddModes(CaseAnswer answer, double[] edges, double[] counts, BinCentre centre)
    {
        double? CentreOf(int? bin) => bin is { } b ? Histogram.Centre(edges[b], edges[b + 1], centre) : null;
        answer.Add("mode", CentreOf(HistogramMode.OfDensity(edges, counts)));
        answer.Add("mode_count_bin", CentreOf(HistogramMode.OfValues(counts)));
        answer.Add("mode_grouped", HistogramMode.Grouped(edges, counts));
    }

    private static double[] Volumes(double[] edges, double[] counts, BinCentre centre)
    {
        var volumes = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var x = Histogram.Centre(edges[i], edges[i + 1], centre);
            volumes[i] = counts[i] * x * x * x;
        }
        return volumes;
    }

    private static void AddVolumeQuantiles(CaseAnswer answer, double[] edges, double[] volumes)
    {
        var any = Histogram.Total(volumes) > 0;
        double? D(double p) => any ? HistogramQuantiles.Quantile(edges, volumes, p) : null;
        answer.Add("Dv10", D(0.1));
        answer.Add("Dv50", D(0.5));
        answer.Add("Dv90", D(0.9));
        answer.Add("span_volume", D(0.5) > 0 ? (D(0.9) - D(0.1)) / D(0.5) : null);
    }

    private static void AddFractions(CaseAnswer answer, double[] edges, double[] counts, double[] volumes, CaseInput input)
    {
        if (input.Parameters.ValueKind != System.Text.Json.JsonValueKind.Object || !input.Parameters.TryGetProperty("spec", out var given)
            || given.ValueKind != System.Text.Json.JsonValueKind.Array)
            return;
        var spec = input.ParameterNumbers("spec");
        var low = double.IsNaN(spec[0]) ? double.NegativeInfinity : spec[0];
        var high = double.IsNaN(spec[1]) ? double.PositiveInfinity : spec[1];
        double Percent(double[] values, double from, double to) => 100 * HistogramQuantiles.FractionWithin(edges, values, from, to);
        answer.Add("pct_in_spec", Percent(counts, low, high));
        answer.Add("pct_below", Percent(counts, double.NegativeInfinity, low));
        answer.Add("pct_above", Percent(counts, high, double.PositiveInfinity));
        answer.Add("pct_volume_in_spec", Histogram.Total(volumes) > 0 ? Percent(volumes, low, high) : null);
    }

    private static BinCentre Rule(string words) =>
        words.StartsWith("geometric", StringComparison.OrdinalIgnoreCase) ? BinCentre.Geometric
        : words.StartsWith("arithmetic", StringComparison.OrdinalIgnoreCase) ? BinCentre.Arithmetic
        : throw new ArgumentException($"\"{words}\": bins have arithmetic or geometric centres.");
}
