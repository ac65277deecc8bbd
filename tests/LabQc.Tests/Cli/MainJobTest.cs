using System.Text.Json;
using LabQc.Measurements;

namespace LabQc.Tests.Cli;

/// <summary>The main job from the command line, on one sample lot: from an instrument's file to a verdict and a decision.</summary>
public sealed class MainJobTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void A_lot_goes_from_its_file_to_a_recorded_decision_and_everything_verifies()
    {
        TakeLot(Lot);

        var verdict = _labqc.Done("evaluate", Lot, "--json").Json;
        Assert.Equal("conforms", verdict.GetProperty("verdict").GetString());
        Assert.Equal("MSC-EV", verdict.GetProperty("specification").GetProperty("product").GetString());
        var d50 = Criterion(verdict, "size.d50");
        Assert.InRange(d50.GetProperty("value").GetDouble(), 85, 105);
        Assert.Contains("30–60 nm not observed", d50.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal([60, 150], verdict.GetProperty("visible_range_nm").EnumerateArray().Select(v => v.GetDouble()));

        _labqc.Done("disposition", Lot, "released", "--reason", "All criteria conform.", "--as", "Dr Elena Varga");

        var listed = Assert.Single(_labqc.Done("list", "--json").Json.GetProperty("batches").EnumerateArray());
        Assert.Equal("released", listed.GetProperty("disposition").GetString());
        Assert.Equal("conforms", listed.GetProperty("verdict").GetString());
        _labqc.Done("verify");
    }

    [Fact]
    public void A_lots_yield_stands_per_mL_in_all_per_mL_of_start_and_per_million_cells()
    {
        TakeLot(Lot);

        var shown = _labqc.Done("show", Lot, "--json").Json;

        var yields = shown.GetProperty("yields").EnumerateArray()
            .ToDictionary(y => y.GetProperty("attribute").GetString()!, y => y.GetProperty("value").GetDouble());
        var volumes = shown.GetProperty("versions")[0].GetProperty("details").GetProperty("volumes").EnumerateArray()
            .Select(v => double.Parse(v.GetProperty("volume_ml").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var particles = yields["yield.particles_per_ml"] * volumes[^1];
        Assert.Equal(1, yields["yield.particles"] / particles, 1e-12);
        Assert.Equal(1, yields["yield.particles_per_ml_start"] / (particles / volumes[0]), 1e-12);
        Assert.InRange(yields["yield.particles_per_million_cells"], 1e7, 1e11);
    }

    [Fact]
    public void The_same_inputs_give_the_recorded_evaluation_again_and_write_nothing()
    {
        TakeLot(Lot);

        var first = _labqc.Done("evaluate", Lot, "--json").Output;
        var events = Events();
        var second = _labqc.Done("evaluate", Lot, "--json").Output;

        Assert.Equal(first, second);
        Assert.Equal(events, Events());
    }

    [Fact]
    public void The_same_file_imported_twice_is_one_measurement()
    {
        TakeLot(Lot);
        var events = Events();

        var again = _labqc.Done("import", SampleBatchFolder.File(Lot, "manifest.csv"), "--json").Json;

        Assert.All(again.GetProperty("files").EnumerateArray(), f => Assert.Equal("standing", f.GetProperty("outcome").GetString()));
        Assert.Equal(events, Events());
    }

    [Fact]
    public void A_correction_is_a_new_version_with_its_reason_and_the_old_one_stays_readable()
    {
        TakeLot(Lot);

        var entered = File.ReadLines(SampleBatchFolder.File(Lot, "assays.csv")).Single(l => l.StartsWith("safety.endotoxin,", StringComparison.Ordinal)).Split(',')[1];
        _labqc.Done("correct", Lot, "volumes.final", "1.5", "--reason", "read off the wrong line", "--as", "Mira");
        _labqc.Done("correct", Lot, "safety.endotoxin", "0.12", "--reason", "digits swapped", "--as", "Mira");

        var shown = _labqc.Done("show", Lot, "--json").Json;
        var versions = shown.GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(2, versions.Count);
        Assert.Equal("1.5", versions[1].GetProperty("details").GetProperty("volumes").EnumerateArray().Last().GetProperty("volume_ml").GetString());
        Assert.Equal("read off the wrong line", versions[1].GetProperty("reason").GetString());
        var endotoxin = shown.GetProperty("assays").EnumerateArray().Where(a => a.GetProperty("attribute").GetString() == "safety.endotoxin").ToList();
        Assert.Equal([entered, "0.12"], endotoxin.Select(a => a.GetProperty("entered_text").GetString()));
        _labqc.Done("verify");
    }

    [Fact]
    public void A_replicate_excluded_after_a_verdict_shows_the_verdict_with_and_without_it_for_ever()
    {
        TakeLot(Lot);
        _labqc.Done("evaluate", Lot);
        var replicate = _labqc.Done("show", Lot, "--json").Json.GetProperty("measurements")[0].GetProperty("runs")[0]
            .GetProperty("replicates")[0].GetProperty("name").GetString()!;

        _labqc.Done("exclude", Lot, replicate, "--reason", "drift in the first video", "--as", "Mira");
        var verdict = _labqc.Done("evaluate", Lot, "--json").Json;

        Assert.Equal(4, Criterion(verdict, "size.d50").GetProperty("replicates").GetInt32());
        Assert.Equal(5, Criterion(verdict.GetProperty("without_exclusions"), "size.d50").GetProperty("replicates").GetInt32());
    }

    [Fact]
    public void A_lot_that_does_not_conform_is_released_only_with_a_named_deviation()
    {
        const string outOfSpecification = "MSC-UC-2610A";
        TakeLot(outOfSpecification);

        var refused = _labqc.Run("disposition", outOfSpecification, "released", "--reason", "urgent", "--as", "Eva");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--deviation", refused.Error, StringComparison.Ordinal);

        _labqc.Done("disposition", outOfSpecification, "released", "--reason", "urgent", "--deviation", "DEV-12: for research only", "--as", "Eva");
        Assert.Contains("recorded, not signed", _labqc.Done("show", outOfSpecification).Output, StringComparison.Ordinal);

        Assert.Equal(1, _labqc.Run("disposition", outOfSpecification, "rejected", "--reason", "again", "--as", "Eva").ExitCode);
    }

    [Fact]
    public void An_invalidated_measurement_does_not_count_and_the_one_beside_it_does()
    {
        const string twoMeasurements = "MSC-SEC-2603A";
        TakeLot(twoMeasurements);
        var before = _labqc.Run("evaluate", twoMeasurements, "--json");
        Assert.Equal(1, before.ExitCode);
        Assert.Contains("2 measurements, no plan", Criterion(before.Json, "size.d50").GetProperty("reason").GetString(), StringComparison.Ordinal);
        var first = _labqc.Done("show", twoMeasurements, "--json").Json.GetProperty("measurements")[0].GetProperty("row").GetProperty("name").GetString()!;

        _labqc.Done("invalidate", twoMeasurements, first, "--reason", "pump leaked", "--as", "Mira");

        Assert.Equal("conforms", _labqc.Done("evaluate", twoMeasurements, "--json").Json.GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_dilution_that_nobody_knew_can_be_said_later()
    {
        const string unknownDilution = "HEK-UC-2506A";
        TakeLot(unknownDilution);
        var before = _labqc.Run("evaluate", unknownDilution, "--json").Json;
        Assert.Equal("missing", Criterion(before, "yield.particles_per_ml").GetProperty("verdict").GetString());
        Assert.Equal("conforms", Criterion(before, "size.d50").GetProperty("verdict").GetString());

        var corrected = _labqc.Done("correct", unknownDilution, "dilution", "1000", "--reason", "found in the notebook", "--as", "Mira");
        Assert.Contains($"judge it anew with `labqc evaluate {unknownDilution}`", corrected.Error, StringComparison.Ordinal);

        var after = _labqc.Run("evaluate", unknownDilution, "--json").Json;
        Assert.NotEqual("missing", Criterion(after, "yield.particles_per_ml").GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_third_partys_value_stands_beside_ours_with_the_difference_and_its_uncertainty()
    {
        TakeLot(Lot);
        _labqc.Done("evaluate", Lot);
        var certificate = _labqc.Scratch("certificate.pdf", "the certificate, whole");

        _labqc.Done("validation", "add", Lot, "size.d50", "97.1", "--certificate", certificate, "--laboratory", "Vesicle Metrology",
            "--method", "NTA", "--uncertainty", "6.0", "--accreditation", "ISO/IEC 17025, no. 123", "--as", "Eva");

        var shown = Assert.Single(_labqc.Done("validation", "list", Lot, "--json").Json.GetProperty("validations").EnumerateArray());
        var ours = shown.GetProperty("ours").GetProperty("value").GetDouble();
        Assert.Equal(ours - 97.1, shown.GetProperty("difference").GetDouble(), 1e-9);
        Assert.Equal(3, shown.GetProperty("theirs").GetProperty("standard_uncertainty").GetDouble(), 1e-12);
        Assert.InRange(Math.Abs(shown.GetProperty("en").GetDouble()), 0, 1);
        Assert.Equal(RawFileStore.Sha256Of(File.ReadAllBytes(certificate)), shown.GetProperty("certificate").GetProperty("sha256").GetString());
        _labqc.Done("verify");
    }

    [Theory]
    [InlineData("chart.svg", false)]
    [InlineData("chart-log.png", true)]
    public void A_lots_chart_is_drawn(string name, bool logarithmic)
    {
        TakeLot(Lot);
        var file = _labqc.Scratch(name);

        _labqc.Done(["chart", Lot, "--out", file, .. logarithmic ? new[] { "--log" } : []]);

        Assert.InRange(new FileInfo(file).Length, 5_000, 500_000);
    }

    [Fact]
    public void Without_a_usable_font_charts_are_refused_with_the_packages_name_and_all_else_works()
    {
        TakeLot(Lot);
        var run = _labqc.RunWith("LABQC_FONTS", _labqc.Keys, "chart", Lot, "--out", _labqc.Scratch("none.svg"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("fonts-liberation", run.Error, StringComparison.Ordinal);
    }

    private void TakeLot(string lot)
    {
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        _labqc.Done("register", SampleBatchFolder.File(lot, "batch.json"), "--as", "Mira");
        _labqc.Done("import", SampleBatchFolder.File(lot, "manifest.csv"), "--as", "Mira");
        _labqc.Done("assay", lot, "--file", SampleBatchFolder.File(lot, "assays.csv"), "--as", "Mira");
    }

    private static JsonElement Criterion(JsonElement verdict, string attribute) =>
        verdict.GetProperty("criteria").EnumerateArray().Single(c => c.GetProperty("attribute").GetString() == attribute);

    private int Events() => _labqc.Done("verify", "--json").Json.GetProperty("events").GetInt32();
}
