using LabQc.Demonstration;

namespace LabQc.Web.Tests.Measurements;

/// <summary>Files of the sample batches, also of lots that a small demonstration does not hold.</summary>
internal static class SampleFiles
{
    public static string Folder { get; } = SampleLot.FindSamples(AppContext.BaseDirectory)!;

    public static byte[] Read(params string[] path) => File.ReadAllBytes(Path.Combine([Folder, .. path]));

    /// <summary>The instrument's files of a lot, as a browser sends them.</summary>
    public static IReadOnlyList<(string Field, string FileName, byte[] Content)> Of(string lot, string holding = "") =>
        [.. Directory.GetFiles(Path.Combine(Folder, lot)).Order(StringComparer.Ordinal)
            .Where(f => Path.GetExtension(f) == ".txt" || f.EndsWith("ExperimentSummary.csv", StringComparison.Ordinal))
            .Where(f => Path.GetFileName(f).Contains(holding, StringComparison.Ordinal))
            .Select(f => ("upload", Path.GetFileName(f), File.ReadAllBytes(f)))];
}
