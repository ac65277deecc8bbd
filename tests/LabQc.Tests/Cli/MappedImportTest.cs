namespace LabQc.Tests.Cli;

/// <summary>Tables of instruments whose own format is not known, through a column mapping.</summary>
public sealed class MappedImportTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";

    private const string Mapping =
        """
        {"name":"benchtop","version":1,"delimiter":"comma","header_row":1,
         "size":{"column":1,"place":"centre","unit":"nm","spacing":"linear"},
         "values":{"columns":[{"column":2},{"column":3}],"meaning":"particles-per-ml","dilution_applied":false,"weighting":"number"}}
        """;

    private const string Table = "size,run 1,run 2\n60,1e7,1.1e7\n80,4e7,4.2e7\n100,5e7,4.9e7\n120,3e7,2.8e7\n140,1e7,1e7\n160,2e6,3e6\n";

    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void A_table_is_imported_through_a_mapping_that_is_saved_and_recorded_with_the_measurement()
    {
        Prepare();
        var mapping = _labqc.Scratch("benchtop.json", Mapping);

        _labqc.Done("import", _labqc.Scratch("a.csv", Table), "--lot", Lot, "--measurement", "M1", "--dilution", "100", "--instrument", "NTA-1", "--mapping", mapping);
        _labqc.Done("import", _labqc.Scratch("b.csv", Table + "\n"), "--lot", Lot, "--measurement", "M2", "--dilution", "100", "--mapping", "benchtop");

        var measurements = _labqc.Done("show", Lot, "--json").Json.GetProperty("measurements").EnumerateArray().ToList();
        Assert.Equal(2, measurements.Count);
        Assert.All(measurements, m => Assert.Equal("benchtop@1", m.GetProperty("runs")[0].GetProperty("row").GetProperty("mapping").GetString()));
        Assert.Equal("nta", measurements[0].GetProperty("row").GetProperty("technique").GetString());
        Assert.InRange(measurements[0].GetProperty("runs")[0].GetProperty("replicates")[0].GetProperty("concentration_per_ml").GetDouble(), 1.41e10, 1.43e10);
        _labqc.Done("verify");
    }

    [Fact]
    public void A_saved_version_of_a_mapping_never_changes_and_an_unknown_one_is_refused()
    {
        Prepare();
        var table = _labqc.Scratch("a.csv", Table);
        _labqc.Done("import", table, "--lot", Lot, "--dilution", "100", "--mapping", _labqc.Scratch("m.json", Mapping));
        var changed = _labqc.Scratch("n.json", Mapping.Replace("\"dilution_applied\":false", "\"dilution_applied\":true", StringComparison.Ordinal));

        var other = _labqc.Run("import", _labqc.Scratch("b.csv", Table + "\n"), "--lot", Lot, "--dilution", "100", "--mapping", changed);
        var unknown = _labqc.Run("import", _labqc.Scratch("c.csv", Table + "\n\n"), "--lot", Lot, "--mapping", "nobody");

        Assert.Equal(1, other.ExitCode);
        Assert.Contains("version 2", other.Error, StringComparison.Ordinal);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("benchtop@1", unknown.Error, StringComparison.Ordinal);
    }

    private void Prepare()
    {
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(Lot, "batch.json"));
    }
}
