using LabQc.Measurements;

namespace LabQc.Tests.Cli;

/// <summary>Past lots from a table: all of it or nothing, kept whole, marked for ever, and comparable.</summary>
public sealed class ImportHistoryTest : IDisposable
{
    private const string Mark = "historical, not verified";
    private readonly Labqc _labqc = HistoryForms.Registry();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Past_lots_are_kept_with_their_table_marked_and_verified()
    {
        var table = _labqc.Scratch("past.csv", HistoryForms.Table(24));

        var taken = _labqc.Done("import-history", table, "--as", "Mira", "--json").Json;

        Assert.Equal(24, taken.GetProperty("added").GetArrayLength());
        Assert.Equal(Mark, taken.GetProperty("mark").GetString());
        var shown = _labqc.Done("show", "H001", "--json").Json;
        Assert.Equal(Mark, shown.GetProperty("mark").GetString());
        Assert.Equal(RawFileStore.Sha256Of(File.ReadAllBytes(table)), shown.GetProperty("historical").GetProperty("source_sha256").GetString());
        Assert.Contains(Mark, _labqc.Done("show", "H001").Output, StringComparison.Ordinal);
        _labqc.Done("verify");
    }

    [Fact]
    public void The_same_table_again_adds_nothing_and_writes_no_event()
    {
        var table = _labqc.Scratch("past.csv", HistoryForms.Table(3));
        _labqc.Done("import-history", table);
        var events = Events();

        var again = _labqc.Done("import-history", table, "--json").Json;

        Assert.Equal(0, again.GetProperty("added").GetArrayLength());
        Assert.Equal(3, again.GetProperty("unchanged").GetArrayLength());
        Assert.Equal(events, Events());
    }

    [Fact]
    public void All_problems_are_named_at_once_and_nothing_is_stored()
    {
        var table = _labqc.Scratch("bad.csv", HistoryForms.Header + "\n"
            + $"A,MSC-EV,ultracentrifugation,{HistoryForms.SetUp},2024-01-08,released,Eva,95.1,1.1,1e11,1e10\n"
            + $"B,NONE,filtering,{HistoryForms.SetUp},08.01.2024,fine,,\"95,1\",1.1,0,1e10\n"
            + $"A,MSC-EV,ultracentrifugation,{HistoryForms.SetUp},2999-01-08,released,Eva,,,,\n");

        var run = _labqc.Run("import-history", table);

        Assert.Equal(1, run.ExitCode);
        foreach (var part in new[]
        {
            "line 3: declared_by is empty", "product \"NONE\" is not defined", "isolation method \"filtering\"", "08.01.2024", "\"fine\"", "95,1",
            "yield.particles_per_ml is more than 0", "lot A stands twice", "line 4: no attribute has a value", "2999-01-08",
        })
            Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, _labqc.Run("consistency", "A").ExitCode);
        Assert.Equal(1, _labqc.Run("show", "A").ExitCode);
    }

    [Theory]
    [InlineData("lot,product\nA,MSC-EV\n", "declared_by")]
    [InlineData("lot,product,isolation_method,set_up,isolated_on,disposition,declared_by,size.d5\nA,MSC-EV,ultracentrifugation,s,2024-01-01,released,Eva,95\n", "size.d5")]
    [InlineData("lot,product,isolation_method,set_up,isolated_on,disposition,declared_by,size.d50\n", "no lot")]
    public void A_table_of_another_shape_is_refused(string text, string named)
    {
        var run = _labqc.Run("import-history", _labqc.Scratch("t.csv", text));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_that_stands_with_other_content_is_refused()
    {
        _labqc.Done("import-history", _labqc.Scratch("one.csv", HistoryForms.Table(2)));

        var run = _labqc.Run("import-history", _labqc.Scratch("two.csv", HistoryForms.Table(2, d50: 120)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("H002", run.Error, StringComparison.Ordinal);
        Assert.Contains("never changes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_another_encoding_is_refused()
    {
        var file = _labqc.Scratch("latin.csv");
        File.WriteAllBytes(file, [.. "lot,product\nA"u8, 0xB5, .. ",MSC-EV\n"u8]);

        var run = _labqc.Run("import-history", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_lots_can_be_in_a_reference_set_which_marks_them()
    {
        _labqc.Done("import-history", _labqc.Scratch("past.csv", HistoryForms.Table(24)));
        string[] lots = [.. Enumerable.Range(1, 23).Select(k => $"H{k:000}")];
        _labqc.Done(["reference-set", "freeze", "past", .. lots, "--reason", "what we have"]);

        var answer = _labqc.Run("consistency", "H024", "--json").Json;

        Assert.Equal("sufficient", answer.GetProperty("status").GetString());
        Assert.Equal(24, answer.GetProperty("reference_set").GetProperty("historical_not_verified").GetArrayLength());
        Assert.Contains("no size distribution", answer.GetProperty("distribution").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("hotelling").GetProperty("t2").GetDouble() > 0);
        Assert.Contains(Mark, _labqc.Done("reference-set", "show").Output, StringComparison.Ordinal);
        _labqc.Done("verify");
    }

    private int Events() => _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32();
}
