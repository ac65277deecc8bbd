using BenchmarkDotNet.Attributes;
using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.SizeDistributions;

namespace LabQc.Benchmarks;

/// <summary>Distributions from the registry to metrics. One operation is a bin: operations a second are bins a second.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks : IDisposable
{
    private const int Lots = 20;
    private const int FilesPerLot = 10;
    private const int Bins = Lots * FilesPerLot * 5 * 1000;

    private readonly DistributionBuffer _buffer = new();
    private ScratchRegistry? _registry;
    private LabWork? _work;

    [GlobalSetup]
    public void Fill()
    {
        _registry = new ScratchRegistry(Lots);
        _work = _registry.Begin();
        var intake = new MeasurementIntake(_work, _registry.Root);
        foreach (var row in _registry.WriteFiles(Lots * FilesPerLot, Lots))
            intake.Take([row]);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _work?.Dispose();
        _registry?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The measurements of every lot, whole, with the metrics of each replicate's distribution.</summary>
    [Benchmark(OperationsPerInvoke = Bins)]
    public double WholeMeasurements()
    {
        var store = new MeasurementStore(_work!);
        var sum = 0.0;
        for (var lot = 0; lot < Lots; lot++)
            foreach (var replicate in store.OfLot(ScratchRegistry.LotName(lot)).SelectMany(m => m.Runs).SelectMany(r => r.Replicates))
                sum += DistributionCodec.Metrics(replicate.Distribution, SizeRange.Exosomes, _buffer)!.Value.D50;
        return sum;
    }

    /// <summary>The same without the database: what unpacking and metrics alone take.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public double UnpackingAndMetrics() => DistributionCodec.Metrics(One(), SizeRange.Exosomes, _buffer)!.Value.D50;

    private byte[] One() => _one ??= new MeasurementStore(_work!).OfLot(ScratchRegistry.LotName(0))[0].Runs[0].Replicates[0].Distribution!;

    private byte[]? _one;
}
