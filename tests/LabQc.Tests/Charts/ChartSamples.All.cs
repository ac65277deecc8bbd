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
        ("size-working-range-inside", new SizeDistributionChart(Size() with { WorkingRange = new(20, 250) })),
        ("size-wide", new SizeDistributionChart(Size() with { D10 = new(61, 2), D50 = new(70, 3), D90 = new(640, 40) })),
        .. new[] { 0, 1, 2, 7, 8, 20, 40, 300 }.Select(n => ($"control-{n}-lots", (Chart)new ControlChart(Control(n)))),
        ("control-far-specification", new ControlChart(Control() with { LowerSpecification = 30, UpperSpecification = 180 })),
        ("control-missing-values", new ControlChart(WithGaps(Control()))),
        .. new[] { 0, 1, 2, 7, 8, 20, 40, 300 }.Select(n => ($"drift-{n}-lots", (Chart)new DriftChart(Drift(n)))),
        ("drift-upward", new DriftChart(Drift(30, 0.12))),
        ("drift-no-signal", new DriftChart(Drift(24, 0) with { EwmaSignal = null, CusumSignal = null, Onset = null })),
        .. new[] { 0, 1, 2, 7, 8, 20, 60, 300 }.Select(n => ($"capability-{n}-lots", (Chart)new CapabilityChart(Capability(n)))),
        ("capability-upper-limit-only", new CapabilityChart(Capability() with { LowerSpecification = null })),
        ("capability-far-limits", new CapabilityChart(Capability() with { LowerSpecification = 30, UpperSpecification = 150, IsNormal = false, Population = "released lots, truncated by release" })),
        ("capability-equal-values", new CapabilityChart(Capability() with { Values = [100, 100, 100], Sd = 0, Ppk = double.NaN, PpkInterval = null })),
        ("methods-three", new MethodsChart(ThreeMethods())),
        ("methods-none", new MethodsChart(Methods())),
        ("methods-one-lot", new MethodsChart(Methods(("Ultracentrifugation", 1, 4.5e10, 3.8e9)))),
        ("methods-two-and-seven", new MethodsChart(Methods(("Ultracentrifugation", 2, 4.5e10, 3.8e9), ("Precipitation", 7, 1.2e12, 7e8)) with { PurityLimit = null, ThisLot = "" })),
        ("methods-empty-among-others", new MethodsChart(Methods(("Ultracentrifugation", 8, 4.5e10, 3.8e9), ("Tangential-flow filtration", 0, 1, 1)))),
        ("methods-six", new MethodsChart(Methods(("Size-exclusion chromatography", 20, 1.2e11, 1.4e10), ("Ultracentrifugation", 14, 4.5e10, 3.8e9), ("Precipitation", 300, 1.2e12, 7e8), ("Tangential-flow filtration", 9, 3e11, 6e9), ("Density gradient", 8, 2e10, 3e10), ("Immunoaffinity", 3, 4e9, 5e10)))),
        .. new[] { 0, 1, 2, 7, 8, 20, 30, 300 }.Select(n => ($"hotelling-{n}-lots", (Chart)new HotellingChart(Hotelling(n)))),
        ("hotelling-in-trend", new HotellingChart(Hotelling(24, false) with { Contributions = [new("D50", 1.1, true), new("span", 2.2, false), new("log₁₀ concentration", 0, true)] })),
        ("hotelling-attribute-missing", new HotellingChart(Hotelling(24) with { Points = [.. Hotelling(24).Points.SkipLast(1), new ControlPoint("EX-26-024", double.NaN)], Contributions = [], NotComputed = "protein is missing" })),
        ("mini-size", new MiniSizeChart(MiniSize())),
        ("mini-size-out-of-trend", new MiniSizeChart(MiniSize(-40))),
        ("mini-size-nothing", new MiniSizeChart(new MiniSizeData { EdgesNm = [], Values = [], D50Nm = double.NaN })),
        .. new[] { 0, 1, 2, 7, 20, 300 }.Select(n => ($"mini-control-{n}-lots", (Chart)new MiniControlChart(MiniControl(n)))),
        ("mini-control-beyond", new MiniControlChart(MiniControl(20, "the lower control limit"))),
        .. new[] { 0, 1, 2, 4, 7 }.Select(n => ($"dilution-{n}", (Chart)new DilutionChart(Dilution(n)))),
        ("dilution-disagrees", new DilutionChart(Dilution(4, 0.55))),
        ("dilution-failed-run", new DilutionChart(Dilution(3) with { Dilutions = [.. Dilution(3).Dilutions, new DilutionPoint(8000, double.NaN, [])] })),
        .. new[] { 0, 1, 2, 7, 8, 20, 30, 300 }.Select(n => ($"beads-{n}-checks", (Chart)new BeadCheckChart(BeadChecks(n)))),
        ("envelope-out-of-trend", new EnvelopeChart(Envelope())),
        ("envelope-in-trend", new EnvelopeChart(Envelope(20, 1))),
        ("envelope-smaller-lot", new EnvelopeChart(Envelope(40, 0.75))),
        ("envelope-without-limit", new EnvelopeChart(Envelope(8, 1.1, null))),
        ("envelope-no-lots", new EnvelopeChart(Envelope(0, 1, null))),
        ("envelope-two-lots", new EnvelopeChart(Envelope(2, 1, null))),
        ("envelope-300-lots", new EnvelopeChart(Envelope(300, 1.02))),
        ("size-close-percentiles", new SizeDistributionChart(Size() with { D10 = new(101.2, 0.4), D50 = new(103.4, 0.3), D90 = new(105.9, 0.4) })),
    ];

    /// <summary>Every seventh value was not computed.</summary>
    private static ControlChartData WithGaps(ControlChartData data) =>
        data with { Points = [.. data.Points.Select((p, i) => i % 7 == 2 ? p with { Value = double.NaN } : p)] };

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
