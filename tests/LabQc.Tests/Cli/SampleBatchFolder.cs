using LabQc.Demonstration;

namespace LabQc.Tests.Cli;

/// <summary>The sample batches of the project.</summary>
internal static class SampleBatchFolder
{
    public static string Path { get; } =
        SampleLot.FindSamples(AppContext.BaseDirectory) ?? throw new DirectoryNotFoundException("sample-batches is not above the tests.");

    public static string File(params IReadOnlyList<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
