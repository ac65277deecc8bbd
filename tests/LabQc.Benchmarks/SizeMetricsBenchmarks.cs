using BenchmarkDotNet.Attributes;
using LabQc.SizeDistributions;
using LabQc.Statistics;

namespace LabQc.Benchmarks;

/// <summary>Metrics and distances of distributions with 1000 bins.</summary>
[MemoryDiagnoser]
public class SizeMetricsBenchmarks
{
    private readonly double[] _one = SyntheticExperimentSummary.Column(0);
    private readonly double[] _two = SyntheticExperimentSummary.Column(7);
    private readonly double[] _otherEdges = [.. Enumerable.Range(0, 1001).Select(i => i * 1.01)];
    private readonly double[] _full = [.. Enumerable.Range(0, 1000).Select(i => 1.0 + i % 7)];
    private readonly DistributionBuffer _buffer = new();
    private byte[] _packed = [];

    [GlobalSetup]
    public void Pack() =>
        _packed = DistributionCodec.Encode(new SizeDistribution(SizeBins.Nanometres1000, _one, Weighting.Number));

    [Benchmark]
    public double Metrics() =>
        SizeMetrics.Of(SizeBins.Nanometres1000.Edges, _one, BinCentre.Arithmetic, SizeRange.Exosomes)!.Value.D50;

    [Benchmark]
    public double MetricsWithoutEmptyBins() =>
        SizeMetrics.Of(SizeBins.Nanometres1000.Edges, _full, BinCentre.Arithmetic, SizeRange.Exosomes)!.Value.D50;

    [Benchmark]
    public double Wasserstein1OfEqualBins() =>
        HistogramDistances.Wasserstein1(SizeBins.Nanometres1000.Edges, _one, SizeBins.Nanometres1000.Edges, _two);

    [Benchmark]
    public double Wasserstein1OfDifferentBins() =>
        HistogramDistances.Wasserstein1(SizeBins.Nanometres1000.Edges, _full, _otherEdges, _two);

    /// <summary>From the stored form to metrics: 1000 bins an operation.</summary>
    [Benchmark(OperationsPerInvoke = 1)]
    public double PackedToMetrics() => DistributionCodec.Metrics(_packed, SizeRange.Exosomes, _buffer)!.Value.D50;
}
