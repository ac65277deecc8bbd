namespace LabQc.Tests.Cli;

/// <summary>What the command line answers to what cannot be: a clear message, the right exit code, and nothing stored.</summary>
public sealed class RefusalsTest : IDisposable
{
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Wrong_usage_ends_with_2()
    {
        Assert.Equal(2, _labqc.Run("evaluat").ExitCode);
        Assert.Equal(2, _labqc.Run("evaluate").ExitCode);
        Assert.Equal(2, _labqc.Run("import", "a.csv", "--lot", "X", "--dilution", "0.5").ExitCode);
        Assert.Equal(2, _labqc.Run("import", "a.csv", "--lot", "X", "--dilutoin", "500").ExitCode);
        Assert.Equal(2, _labqc.Run("disposition", "X", "maybe", "--reason", "r", "--as", "E").ExitCode);
    }

    [Fact]
    public void Without_a_registry_the_answer_says_how_to_make_one()
    {
        var run = _labqc.Run("list");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("labqc init", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_registry_lists_nothing_and_says_what_fills_it()
    {
        _labqc.Done("init");

        Assert.Contains("labqc register", _labqc.Done("list").Error, StringComparison.Ordinal);
        Assert.Empty(_labqc.Done("list", "--json").Json.GetProperty("batches").EnumerateArray());
        Assert.Equal(1, _labqc.Run("init").ExitCode);
    }

    [Fact]
    public void A_registry_without_specification_creates_no_limits_of_its_own()
    {
        _labqc.Done("init");
        _labqc.Done("define", _labqc.Scratch("p.json", """{"products":[{"code":"MSC-EV","version":1,"name":"MSC small EV"}]}"""));
        _labqc.Done("register", SampleBatchFolder.File("MSC-UC-2411A", "batch.json"));

        var run = _labqc.Run("evaluate", "MSC-UC-2411A");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("labqc define", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_of_a_product_that_nobody_defined_is_refused()
    {
        _labqc.Done("init");

        var run = _labqc.Run("register", SampleBatchFolder.File("MSC-UC-2411A", "batch.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("MSC-EV", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defined_version_never_changes()
    {
        _labqc.Done("init");
        _labqc.Done("define", _labqc.Scratch("a.json", """{"products":[{"code":"P","version":1,"name":"One"}]}"""));

        var run = _labqc.Run("define", _labqc.Scratch("b.json", """{"products":[{"code":"P","version":1,"name":"Two"}]}"""));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("version 2", run.Error, StringComparison.Ordinal);
        _labqc.Done("define", _labqc.Scratch("a.json"));
    }

    [Fact]
    public void One_broken_file_of_a_manifest_stops_none_of_the_other_measurements()
    {
        const string lot = "MSC-UC-2411A";
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"));
        var good = Directory.GetFiles(SampleBatchFolder.File(lot), "MSC*ExperimentSummary.csv").Single();
        File.Copy(good, _labqc.Scratch("good.csv"));
        _labqc.Scratch("broken.csv", File.ReadAllText(good)[..20_000]);
        var manifest = _labqc.Scratch("manifest.csv", $"file,lot,measurement,dilution\nbroken.csv,{lot},M1,500\ngood.csv,{lot},M2,500\nmissing.csv,{lot},M3,500\n");

        var run = _labqc.Run("import", manifest, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["refused", "recorded", "refused"], run.Json.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("outcome").GetString()));
        Assert.Equal("M2", Assert.Single(_labqc.Done("show", lot, "--json").Json.GetProperty("measurements").EnumerateArray()).GetProperty("row").GetProperty("name").GetString());
    }

    [Fact]
    public void A_refused_file_holds_back_the_whole_measurement()
    {
        const string lot = "MSC-UC-2411A";
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"));
        var good = Directory.GetFiles(SampleBatchFolder.File(lot), "MSC*ExperimentSummary.csv").Single();
        _labqc.Scratch("broken.csv", "this is no export");

        var run = _labqc.Run("import", good, _labqc.Scratch("broken.csv"), "--lot", lot, "--measurement", "M1", "--json");

        Assert.Equal(["held-back", "refused"], run.Json.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("outcome").GetString()));
        Assert.Empty(_labqc.Done("show", lot, "--json").Json.GetProperty("measurements").EnumerateArray());
    }

    [Fact]
    public void A_file_belongs_to_one_measurement_only()
    {
        const string lot = "MSC-UC-2411A";
        const string other = "MSC-UC-2411B";
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"), SampleBatchFolder.File(other, "batch.json"));
        _labqc.Done("import", SampleBatchFolder.File(lot, "manifest.csv"));
        var file = Directory.GetFiles(SampleBatchFolder.File(lot), "MSC*ExperimentSummary.csv").Single();

        var run = _labqc.Run("import", file, "--lot", other);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{lot}/M1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_cannot_be_are_all_named_and_none_is_entered()
    {
        const string lot = "MSC-UC-2411A";
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"));
        var table = _labqc.Scratch("assays.csv", "attribute,value,unit\nassay.protein,412,µg/mL\nsafety.endotoxin,\"0,05\",EU/mL\nsafety.sterility,maybe,\nsize.d50,95,nm\n");

        var run = _labqc.Run("assay", lot, "--file", table);

        Assert.Equal(1, run.ExitCode);
        Assert.All(["safety.endotoxin", "safety.sterility", "size.d50"], a => Assert.Contains(a, run.Error, StringComparison.Ordinal));
        Assert.Empty(_labqc.Done("show", lot, "--json").Json.GetProperty("assays").EnumerateArray());
    }
}
