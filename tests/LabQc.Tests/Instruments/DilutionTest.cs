using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

public sealed class DilutionTest
{
    private static readonly NanoSightExport NotRecorded = new();
    private static readonly NanoSightExport Recorded = new() { Dilution = "1.00e+04", Total = 1e12 };

    [Fact]
    public void An_unknown_dilution_leaves_the_concentration_as_measured_and_says_it_is_no_result()
    {
        var file = NotRecorded.Read();

        Assert.Equal((null, DilutionSource.Unknown, false), (file.Dilution.Factor, file.Dilution.Source, file.Dilution.AppliedInFile));
        Assert.Equal(ConcentrationBasis.AsMeasured, file.ConcentrationBasis);
        Assert.Contains("no result", Assert.Single(file.Findings, f => f.Rule == "dilution.unknown").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_dilution_is_already_in_the_values()
    {
        var file = Recorded.Read();

        Assert.Equal((10000, DilutionSource.File, true, ConcentrationBasis.Undiluted), (file.Dilution.Factor, file.Dilution.Source, file.Dilution.AppliedInFile, file.ConcentrationBasis));
        Assert.Equal(1e12, file.Summary!.ConcentrationPerMl.Mean!.Value, 1e8);
    }

    [Theory]
    [InlineData(DilutionSource.Operator)]
    [InlineData(DilutionSource.ConfirmedName)]
    public void A_stated_dilution_fills_an_unknown_one(DilutionSource source)
    {
        var file = NotRecorded.Read(new ReadOptions { Dilution = new StatedDilution(500, source) });

        Assert.Equal((500, source, false, ConcentrationBasis.Undiluted), (file.Dilution.Factor, file.Dilution.Source, file.Dilution.AppliedInFile, file.ConcentrationBasis));
        Assert.Equal(5e10, file.Summary!.ConcentrationPerMl.Mean!.Value, 5e6);
        Assert.Equal(file.AveragedMetrics!.Value.Total, file.Summary.ConcentrationPerMl.Mean!.Value, 1);
        Assert.DoesNotContain(file.Findings, f => f.Rule == "dilution.unknown");
    }

    [Fact]
    public void The_same_dilution_as_the_files_is_an_information()
    {
        var file = Recorded.Read(new ReadOptions { Dilution = new StatedDilution(10000, DilutionSource.Operator) });

        Assert.Equal(FindingSeverity.Info, Assert.Single(file.Findings, f => f.Rule == "dilution.agrees").Severity);
        Assert.Equal(1e12, file.Summary!.ConcentrationPerMl.Mean!.Value, 1e8);
    }

    [Fact]
    public void Another_dilution_than_the_files_refuses_it()
    {
        var file = Recorded.Read(new ReadOptions { Dilution = new StatedDilution(1000, DilutionSource.Operator) });

        Assert.Equal(FileStatus.Refused, file.Status);
        Assert.Equal("dilution.conflict", Assert.Single(file.Findings, f => f.Severity == FindingSeverity.Error).Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    public void A_dilution_below_one_is_none(double factor) =>
        Assert.Equal("dilution.unsound", NotRecorded.Read(new ReadOptions { Dilution = new StatedDilution(factor, DilutionSource.Operator) }).Findings[0].Rule);

    [Fact]
    public void A_name_proposes_and_is_not_taken()
    {
        var file = NotRecorded.Read(name: "folder/GD14_pexo_1000_-ExperimentSummary.csv");

        Assert.Equal(new DilutionProposal(1000, "GD14_pexo_1000"), file.Dilution.Proposed);
        Assert.Null(file.Dilution.Factor);
    }

    [Fact]
    public void Names_that_contradict_one_another_propose_nothing() =>
        Assert.Null((NotRecorded with { Sample = "lot7 1:500" }).Read(name: "lot7_1000_-ExperimentSummary.csv").Dilution.Proposed);

    [Fact]
    public void A_name_that_contradicts_the_file_is_told() =>
        Assert.Contains(Recorded.Read(name: "lot7_500_.csv").Findings, f => f.Rule == "dilution.name-differs" && f.Severity == FindingSeverity.Warning);

    [Theory]
    [InlineData("GD14_pexo_1000_-ExperimentSummary.csv", 1000)]
    [InlineData("Pexo_14_1500_00", 1500)]
    [InlineData("20250227_0020_EV_IP_P2_F8-1000R_size_488.txt", 1000)]
    [InlineData("20250227_0020_EV_IP_P2_F8-1000R1_size_488F500_11pos.txt", 1000)]
    [InlineData("lot 7 1:500", 500)]
    [InlineData("lot7_1to2000", 2000)]
    [InlineData("lot7 dil 2e4", 20000)]
    [InlineData("lot7_dil250", 250)]
    [InlineData("lot7 1:250,000", 250000)]
    [InlineData("lot7_x400", 400)]
    [InlineData("lot7_30x", 30)]
    [InlineData("lot7_10k-fold 1:10k", 10000)]
    [InlineData("lot7_1e5", 100000)]
    public void A_name_may_hold_a_dilution(string name, double factor) =>
        Assert.Equal(factor, DilutionNames.Propose(name)?.Factor);

    [Theory]
    [InlineData("AD_12h_C_LS 2020-10-27 11-47-48-ExperimentSummary.csv")]
    [InlineData("Sample2_35nm_1-5pool.txt")]
    [InlineData("beads_100nm")]
    [InlineData("beads_100 nm")]
    [InlineData("20250227_0150_EV_size_488.txt")]
    [InlineData("lot_488")]
    [InlineData("EX-2026-014")]
    [InlineData("lot_500_1000")]
    [InlineData("stdv34_00")]
    [InlineData("lot7")]
    [InlineData("")]
    public void Most_numbers_in_names_are_no_dilution(string name) => Assert.Null(DilutionNames.Propose(name));
}
