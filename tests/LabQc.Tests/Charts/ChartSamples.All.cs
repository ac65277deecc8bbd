using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    /// <summary>One or more of every chart, by the name of what is particular about it.</summary>
    public static IReadOnlyList<(string Name, Chart Chart)> All() =>
    [
        ("size-linear", new SizeDistributionChart(Size())),
        ("size-logarithmic", new SizeDistributionChart(Size() with { Logarithmic = true })),
        ("size-few-traces", new SizeDistributionChart(FewTraces())),
        ("size-excluded", new SizeDistributionChart(Size(4, 1) with { Verdict = "Conforms for 60–150 nm; 30–60 nm not observed." })),
        ("size-one-replicate-as-measured", new SizeDistributionChart(Size(1) with { AsMeasured = true, D50 = new(113.1), Logarithmic = true })),
        ("size-none-usable", new SizeDistributionChart(Size(0, 2))),
        ("size-nothing-at-all", new SizeDistributionChart(Bare([], []))),
        ("size-single-class", new SizeDistributionChart(Bare([50, 150], [4e10]))),
        ("size-not-a-number", new SizeDistributionChart(Bare(Edges(0, 10, 20), [.. Enumerable.Range(0, 20).Select(i => i % 3 == 0 ? double.NaN : 1e9 * i)]))),
        ("size-wide", new SizeDistributionChart(Size() with { D10 = new(61, 2), D50 = new(70, 3), D90 = new(640, 40) })),
        ("envelope-out-of-trend", new EnvelopeChart(Envelope())),
        ("envelope-in-trend", new EnvelopeChart(Envelope(20, 1))),
        ("envelope-smaller-lot", new EnvelopeChart(Envelope(40, 0.75))),
        ("envelope-without-limit", new EnvelopeChart(Envelope(8, 1.1, null))),
        ("envelope-no-lots", new EnvelopeChart(Envelope(0, 1, null))),
        ("envelope-two-lots", new EnvelopeChart(Envelope(2, 1, null))),
        ("envelope-300-lots", new EnvelopeChart(Envelope(300, 1.02))),
        ("size-close-percentiles", new SizeDistributionChart(Size() with { D10 = new(101.2, 0.4), D50 = new(103.4, 0.3), D90 = new(105.9, 0.4) })),
    ];

    private static SizeChartData Bare(double[] edges, double[] values) => new()
    {
        Lot = "EX-2026-001",
        Technique = "dynamic light scattering",
        EdgesNm = edges,
        Replicates = values.Length == 0 ? [] : [new SizeReplicate("run 1", values)],
        MeanCurve = values,
        D10 = Estimate.None,
        D50 = Estimate.None,
        D90 = Estimate.None,
        PercentInRange = Estimate.None,
    };
}
