using BenchmarkDotNet.Attributes;
using LabQc.Instruments;

namespace LabQc.Benchmarks;

/// <summary>Reading plus metrics of experiment summaries that are in memory; file size over time is the throughput.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _file = [];

    /// <summary>5 videos are the usual file, 222 the largest that was seen.</summary>
    [Params(5, 222)]
    public int Videos { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _file = SyntheticExperimentSummary.Of(Videos);
        if (Read() <= 0)
            throw new InvalidOperationException("The synthetic file was refused.");
        Console.WriteLine($"// {Videos} videos: {_file.Length} bytes");
    }

    [Benchmark]
    public double Read() => InstrumentReader.Read(_file, "lot7.csv")[0].AveragedMetrics?.D50 ?? 0;
}
