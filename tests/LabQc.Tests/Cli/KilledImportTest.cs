using System.Text;

namespace LabQc.Tests.Cli;

/// <summary>An import that is killed leaves whole measurements or none, and running it again finishes it.</summary>
public sealed class KilledImportTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";
    private const int Measurements = 60;
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void An_import_killed_at_any_moment_leaves_whole_measurements_and_is_finished_by_running_it_again()
    {
        var manifest = Prepare();
        foreach (var patience in new[] { 300, 500, 700, 900 })
        {
            using var process = _labqc.Start(["import", manifest]);
            // The moment of the kill is arbitrary by design: whatever it is, the registry must hold whole measurements.
            if (!process.WaitForExit(patience))
                process.Kill();
            process.WaitForExit();
            Assert.All(Replicates(), n => Assert.Equal(5, n));
            _labqc.Done("verify");
        }

        _labqc.Done("import", manifest);

        Assert.Equal(Enumerable.Repeat(5, Measurements), Replicates());
        _labqc.Done("verify");
    }

    /// <summary>A manifest of many files that differ in one byte of a remark each.</summary>
    private string Prepare()
    {
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(Lot, "batch.json"));
        var export = File.ReadAllText(Directory.GetFiles(SampleBatchFolder.File(Lot), "MSC*ExperimentSummary.csv").Single(), Encoding.Latin1);
        var rows = new StringBuilder("file,lot,measurement,dilution\n");
        for (var i = 0; i < Measurements; i++)
        {
            var name = $"copy{i}.csv";
            File.WriteAllText(_labqc.Scratch(name), export.Replace("Remarks,", $"Remarks,copy {i}", StringComparison.Ordinal), Encoding.Latin1);
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name},{Lot},M{i},500\n");
        }
        return _labqc.Scratch("manifest.csv", rows.ToString());
    }

    private List<int> Replicates() =>
        [.. _labqc.Done("show", Lot, "--json").Json.GetProperty("measurements").EnumerateArray()
            .Select(m => m.GetProperty("runs")[0].GetProperty("replicates").GetArrayLength())];
}
