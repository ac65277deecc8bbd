using BenchmarkDotNet.Attributes;
using LabQc.Statistics;

namespace LabQc.Benchmarks;

/// <summary>The exact two-sided tolerance factor, which solves an equation with an integral over an equation.</summary>
[MemoryDiagnoser]
public class ToleranceFactorBenchmarks
{
    [Params(2, 20, 1000)]
    public int N { get; set; }

    [Params(0.95, 0.99)]
    public double Coverage { get; set; }

    [Benchmark]
    public double TwoSided() => ToleranceFactor.TwoSided(N, Coverage, 0.95);

    [Benchmark]
    public double OneSided() => ToleranceFactor.OneSided(N, Coverage, 0.95);
}
