using System.Diagnostics;
using System.Globalization;
using LabQc.Instruments;

namespace LabQc.Benchmarks;

/// <summary>
/// Reads a synthetic experiment summary of 5 videos and, where LABQC_REFERENCE names the reference data, every real one of 5
/// videos: throughput (median and best of many turns, all files in turns) and what one reading allocates.
/// </summary>
internal static class ReadingMeasurement
{
    private const int Videos = 5;
    private const int WarmUps = 20_000;
    private const int Turns = 60;
    private const int ReadingsPerTurn = 20;

    public static void Run()
    {
        var files = new List<(string Name, byte[] Content)> { ("synthetic.csv", SyntheticExperimentSummary.Of(Videos)) };
        files.AddRange(RealOnes());
        if (files.Count == 1)
            Console.WriteLine("LABQC_REFERENCE names no experiment summary of 5 videos: the synthetic file only.");
        for (var i = 0; i < WarmUps; i++)
            Read(files[i % files.Count]);
        var times = files.Select(_ => new List<double>(Turns)).ToList();
        for (var turn = 0; turn < Turns; turn++)
            for (var f = 0; f < files.Count; f++)
                times[f].Add(Timed(files[f]));
        Console.WriteLine("   bytes   median µs   MB/s   best MB/s   kB allocated   file");
        for (var f = 0; f < files.Count; f++)
        {
            var (median, least, bytes) = (times[f].Order().ElementAt(Turns / 2), times[f].Min(), files[f].Content.Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bytes,8}   {median,9:0.0}   {bytes / median,4:0}   {bytes / least,9:0}   {Allocated(files[f]) / 1000,12:0}   {files[f].Name}"));
        }
        Console.WriteLine("Target: at least 240 MB/s, under 1 MB allocated.");
    }

    private static IEnumerable<(string Name, byte[] Content)> RealOnes()
    {
        if (Environment.GetEnvironmentVariable("LABQC_REFERENCE") is not { Length: > 0 } folder || !Directory.Exists(Path.Combine(folder, "instruments")))
            return [];
        return Directory.EnumerateFiles(Path.Combine(folder, "instruments"), "*.csv", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Content: File.ReadAllBytes(path)))
            .Where(file => InstrumentReader.Read(file.Content, file.Name) is [{ Format: "nanosight-experiment-summary", Replicates.Count: Videos }]);
    }

    private static double Read((string Name, byte[] Content) file) => InstrumentReader.Read(file.Content, file.Name)[0].AveragedMetrics?.D50 ?? 0;

    /// <summary>Microseconds a reading.</summary>
    private static double Timed((string Name, byte[] Content) file)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < ReadingsPerTurn; i++)
            Read(file);
        return clock.Elapsed.TotalMicroseconds / ReadingsPerTurn;
    }

    private static double Allocated((string Name, byte[] Content) file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(file);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
