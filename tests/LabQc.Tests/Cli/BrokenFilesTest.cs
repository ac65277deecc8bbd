namespace LabQc.Tests.Cli;

/// <summary>What lies in sample-batches/broken is refused, each for what its name says, and nothing of it is stored.</summary>
public sealed class BrokenFilesTest : IDisposable
{
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Every_broken_instrument_file_is_refused_with_its_reason()
    {
        var exports = Files(name => !IsManifest(name) && !IsDefinitions(name));

        var run = _labqc.Run(["read", .. exports, "--json"]);

        Assert.Equal(1, run.ExitCode);
        var read = run.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(exports.Count, read.Count);
        Assert.All(read, f =>
        {
            Assert.Equal("refused", f.GetProperty("status").GetString());
            Assert.Contains(f.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "error");
        });
    }

    [Fact]
    public void Every_broken_manifest_and_definitions_file_is_refused_and_nothing_is_stored()
    {
        const string lot = "MSC-UC-2411A";
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"));
        var events = _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32();

        Assert.All(Files(IsManifest), manifest => Assert.Equal(1, _labqc.Run("import", manifest).ExitCode));
        Assert.All(Files(IsDefinitions), definitions => Assert.Equal(1, _labqc.Run("define", definitions).ExitCode));

        Assert.Equal(events, _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32());
    }

    private static List<string> Files(Func<string, bool> wanted)
    {
        var files = Directory.GetFiles(SampleBatchFolder.File("broken")).Where(f => wanted(Path.GetFileName(f))).Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 5);
        return files;
    }

    private static bool IsManifest(string name) => name.StartsWith("manifest-", StringComparison.Ordinal);

    private static bool IsDefinitions(string name) => name.StartsWith("definitions-", StringComparison.Ordinal);
}
