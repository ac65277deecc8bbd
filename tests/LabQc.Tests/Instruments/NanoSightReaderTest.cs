using System.Text;
using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Tests.Instruments;

public sealed class NanoSightReaderTest
{
    [Fact]
    public void A_sound_file_is_read_with_all_that_it_says()
    {
        var file = new NanoSightExport().Read();

        Assert.Equal((InstrumentFormats.NanoSightExperimentSummary, FileStatus.Read, "NTA 3.4 Build 3.4.003", "lot7"), (file.Format, file.Status, file.Software, file.Sample));
        Assert.Equal(["lot7_00", "lot7_01", "lot7_02"], file.Replicates.Select(r => r.Name));
        Assert.Equal((1872, 4677), (file.Replicates[0].Tracks, file.Replicates[0].CompletedTracks));
        Assert.Equal(1e8, file.Replicates[0].ConcentrationPerMl!.Value, 1e4);
        Assert.Equal(95, file.Replicates[0].Metrics!.Value.D50, 0.1);
        Assert.Equal(new DateTime(2020, 6, 16, 11, 52, 4), file.Captured);
        Assert.Equal(("NTA 3.4", "Blue488", "11", "5", "number"), (file.SetUp.SoftwareMajor, file.SetUp.Laser, file.SetUp.CameraLevel, file.SetUp.Threshold, file.SetUp.Weighting));
        Assert.Contains(new MetadataEntry("Temperature/C", "22.000"), file.Metadata);
        Assert.Equal(3 * 1872, file.PooledTracks);
    }

    [Fact]
    public void An_empty_video_is_left_out_with_its_reason_and_never_averaged_in()
    {
        var file = new NanoSightExport { EmptyVideos = [1] }.Read();

        Assert.Equal(FileStatus.Read, file.Status);
        Assert.Equal([true, false, true], file.Replicates.Select(r => r.Included));
        Assert.Contains("Unreliable, No Data, Too dim, no frame analysed", file.Replicates[1].Reason, StringComparison.Ordinal);
        Assert.Equal((null, null), (file.Replicates[1].ConcentrationPerMl, file.Replicates[1].Metrics));
        Assert.Equal(2, file.Summary!.N);
        Assert.Equal(1e8, file.AveragedMetrics!.Value.Total, 1e4);
        Assert.Equal("column 3", Of(file, "nanosight.zero-video").Where);
    }

    [Fact]
    public void Only_empty_videos_are_a_failed_run()
    {
        var file = new NanoSightExport { EmptyVideos = [0, 1, 2] }.Read();

        Assert.Equal(FileStatus.FailedRun, file.Status);
        Assert.Equal((null, null), (file.AveragedCurve, file.AveragedMetrics));
        Assert.Equal(0, file.Summary!.N);
        Assert.Null(file.Summary.D50.Mean);
        Assert.Equal(FindingSeverity.Error, Of(file, "nanosight.failed-run").Severity);
    }

    [Fact]
    public void One_video_has_a_mean_and_no_spread()
    {
        var file = new NanoSightExport { Videos = 1 }.Read();

        Assert.NotNull(file.Summary!.D50.Mean);
        Assert.Equal((null, null, null), (file.Summary.D50.Sd, file.Summary.D50.Se, file.Summary.D50.CvPercent));
    }

    [Fact]
    public void Two_hundred_and_twenty_two_videos_are_read()
    {
        var file = new NanoSightExport { Videos = 222 }.Read();

        Assert.Equal(222, file.Replicates.Count);
        Assert.Equal(222, file.Summary!.N);
        Assert.Equal(95 + 221, file.Replicates[221].Metrics!.Value.D50, 0.2);
    }

    [Fact]
    public void Other_weightings_are_kept_beside_and_never_judged()
    {
        var file = new NanoSightExport { WithOtherWeightings = true }.Read();

        Assert.Equal(Weighting.Number, file.Weighting);
        Assert.Equal(95, file.Replicates[0].Metrics!.Value.D50, 0.1);
        Assert.Equal(6, file.ExtraDistributions.Count);
        Assert.Equal([Weighting.SurfaceArea, Weighting.Volume], file.ExtraDistributions.Select(e => e.Distribution.Weighting).Distinct());
        Assert.True(file.ExtraDistributions[3].Distribution.Quantile(0.5) > 110);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Any_line_end_will_do(string end) =>
        Assert.Equal(3, new NanoSightExport { Line = end }.Read().Replicates.Count);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_is_read_with_and_without_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes(new NanoSightExport().Text());

        Assert.Equal(FileStatus.Read, Read([.. encoding.GetPreamble(), .. text]).Status);
        Assert.Equal(FileStatus.Read, Read(text).Status);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_title() =>
        Assert.Equal(FileStatus.Read, Read([0xEF, 0xBB, 0xBF, .. new NanoSightExport().Bytes()]).Status);

    [Fact]
    public void Padding_by_Excel_and_missing_commas_at_the_end_change_nothing()
    {
        var text = new NanoSightExport().Text();
        var padded = string.Join('\n', text.Split('\n').Select(l => l + new string(',', 14)));
        var bare = string.Join('\n', text.Split('\n').Select(l => l.TrimEnd(',')));

        Assert.Equal(3, Read(Encoding.Latin1.GetBytes(padded)).Replicates.Count);
        Assert.Equal(3, Read(Encoding.Latin1.GetBytes(bare)).Replicates.Count);
    }

    [Fact]
    public void A_file_saved_by_a_German_Excel_has_semicolons_and_decimal_commas()
    {
        var text = new NanoSightExport().Text().Replace(".", "#", StringComparison.Ordinal).Replace(",", ";", StringComparison.Ordinal).Replace("#", ",", StringComparison.Ordinal)
            .Replace("NTA 3,4 Build 3,4,003", "NTA 3.4 Build 3.4.003", StringComparison.Ordinal);

        var file = Read(Encoding.Latin1.GetBytes(text));

        Assert.Equal(FileStatus.Read, file.Status);
        Assert.Equal(new NanoSightExport().Read().AveragedMetrics, file.AveragedMetrics);
        Assert.Equal(new NanoSightExport().Read().Replicates[0].Reported, file.Replicates[0].Reported);
    }

    [Fact]
    public void Quoted_remarks_may_hold_commas_and_line_ends()
    {
        var file = new NanoSightExport { Remarks = "488 laser, no filter,\nsecond day" }.Read();

        Assert.Equal(FileStatus.Read, file.Status);
        Assert.Contains(file.Metadata, m => m.Text.Contains("no filter", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_differ_between_manifest_and_data_are_told_and_columns_go_by_position()
    {
        var file = new NanoSightExport { Cells = new Dictionary<string, string> { ["Data name 1"] = "other" } }.Read();

        Assert.Equal("lot7_01", file.Replicates[1].Name);
        Assert.Equal(FindingSeverity.Warning, Of(file, "nanosight.names-differ").Severity);
    }

    [Fact]
    public void What_the_instrument_warns_of_is_told_with_its_place()
    {
        var file = new NanoSightExport
        {
            Cells = new Dictionary<string, string> { ["Validity"] = "Not Calibrated", ["Vibration 2"] = "Moderate vibration", ["Particles per frame 0"] = "Too Low" },
        }.Read();

        Assert.Contains("all 3 videos", Of(file, "nanosight.validity").Message, StringComparison.Ordinal);
        Assert.EndsWith("column 4", Of(file, "nanosight.vibration").Where, StringComparison.Ordinal);
        Assert.EndsWith("column 2", Of(file, "nanosight.particles-per-frame").Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Pooled_experiments_and_settings_that_differ_are_told()
    {
        var file = new NanoSightExport
        {
            Remarks = "Created from combined experiments: a.nano, b.nano",
            Cells = new Dictionary<string, string> { ["Camera Level 1"] = "15" },
        }.Read();

        Assert.Contains("b.nano", Of(file, "nanosight.combined-experiments").Message, StringComparison.Ordinal);
        Assert.Contains("11; 15", Of(file, "nanosight.settings-differ").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NTA 3.4 Build 3.4.003", 0.0, FindingSeverity.Info, "as LabQc computes them")]
    [InlineData("NTA 3.2 Dev Build 3.2.16", -1.0, FindingSeverity.Info, "known difference")]
    [InlineData("NTA 3.2 Dev Build 3.2.16", 0.0, FindingSeverity.Warning, "is known to report")]
    [InlineData("NTA 3.4 Build 3.4.4", -2.0, FindingSeverity.Info, "is unknown; they differ from LabQc's interpolation between bin edges in this file by -1.99")]
    public void The_programs_own_percentiles_are_explained(string software, double offset, FindingSeverity severity, string words)
    {
        var finding = Of(new NanoSightExport { Software = software, Offset = offset }.Read(), "nanosight.percentile-offset");

        Assert.Equal(severity, finding.Severity);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_concentration_that_is_not_the_sum_of_its_bins_is_told()
    {
        var file = new NanoSightExport { Cells = new Dictionary<string, string> { ["Concentration 1"] = "1.02e+008" } }.Read();

        Assert.StartsWith("lot7_01", Of(file, "nanosight.concentration-differs").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_another_experiments_content_is_told() =>
        Assert.Contains("AD_T0_LS", Of(new NanoSightExport { Experiment = "AD_T0_LS.nano", Sample = "AD_T0_LS" }.Read(name: "AD_0h_A-ExperimentSummary.csv"), "name.differs").Message, StringComparison.Ordinal);

    private static InstrumentFile Read(byte[] bytes) => Assert.Single(InstrumentReader.Read(bytes, "lot7_-ExperimentSummary.csv"));

    private static Finding Of(InstrumentFile file, string rule) => Assert.Single(file.Findings, f => f.Rule == rule);
}
