namespace LabQc.Tests.Cli;

/// <summary>The demonstration: every sample lot against the verdict that it was made for.</summary>
public sealed class DemonstrationTest : IDisposable
{
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Every_sample_lot_gets_the_verdict_it_was_made_for_and_a_chart_and_the_registry_verifies()
    {
        var demo = _labqc.Done("demo", "--samples", SampleBatchFolder.Path, "--json").Json;

        var lots = demo.GetProperty("lots").EnumerateArray().ToList();
        Assert.Equal(96, lots.Count);
        Assert.All(lots, lot => Assert.Empty(lot.GetProperty("differences").EnumerateArray()));
        // The lot whose only run failed has no distribution to draw.
        Assert.Equal(95, Directory.GetFiles(Path.Combine(_labqc.Data, "charts"), "*.svg").Length);
        _labqc.Done("verify");

        var events = _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32();
        _labqc.Done("demo", "--samples", SampleBatchFolder.Path);
        Assert.Equal(events, _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32());
    }

    [Fact]
    public void A_laboratorys_registry_never_becomes_a_demonstration()
    {
        _labqc.Done("init");

        var run = _labqc.Run("demo", "--samples", SampleBatchFolder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--data", run.Error, StringComparison.Ordinal);
    }
}
