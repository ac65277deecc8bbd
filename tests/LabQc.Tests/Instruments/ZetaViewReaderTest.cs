using System.Text;
using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Tests.Instruments;

public sealed class ZetaViewReaderTest
{
    [Fact]
    public void A_sound_file_is_read_and_its_dilution_applied()
    {
        var file = new ZetaViewExport().Read();

        Assert.Equal((InstrumentFormats.ZetaViewSize, FileStatus.Read, "EV_lot7-1000", "Admin"), (file.Format, file.Status, file.Sample, file.Operator));
        Assert.Equal((1000, DilutionSource.File, false, ConcentrationBasis.Undiluted), (file.Dilution.Factor, file.Dilution.Source, file.Dilution.AppliedInFile, file.ConcentrationBasis));
        var replicate = Assert.Single(file.Replicates);
        Assert.Equal(250, replicate.Tracks);
        Assert.Equal(250 * 1.5e5 * 1000, replicate.ConcentrationPerMl!.Value, 1e6);
        Assert.Equal(75.625, replicate.Reported.D50Nm);
        Assert.Equal(new DateTime(2025, 2, 27, 15, 55, 34), file.Captured);
        Assert.Equal(("ZetaView", "24-1152", "ZetaView 8.06", "488 nm", "Scatter", "30"), (file.SetUp.Instrument, file.SetUp.SerialNumber, file.SetUp.SoftwareMajor, file.SetUp.Laser, file.SetUp.Filter, file.SetUp.Threshold));
        Assert.Contains(new MetadataEntry("Conductivity", "26.000000; sensed"), file.Metadata);
        Assert.Contains(file.Metadata, m => m.Name.Contains('µ', StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_traces_is_a_failed_run_and_never_0_nm()
    {
        var file = new ZetaViewExport { Numbers = [] }.Read();

        Assert.Equal(FileStatus.FailedRun, file.Status);
        var replicate = Assert.Single(file.Replicates);
        Assert.Equal((false, 0, null, null, null), (replicate.Included, replicate.Tracks, replicate.ConcentrationPerMl, replicate.Metrics, replicate.Reported.D50Nm));
        Assert.Contains("0 traces", Of(file, "zetaview.no-traces").Message, StringComparison.Ordinal);
        Assert.Null(file.AveragedCurve);
    }

    [Fact]
    public void A_decimal_comma_throughout_changes_no_number()
    {
        var (point, comma) = (new ZetaViewExport().Read(), new ZetaViewExport { DecimalComma = true, Version = "8.05.16" }.Read());

        Assert.Equal(FileStatus.Read, comma.Status);
        Assert.Equal(point.AveragedMetrics, comma.AveragedMetrics);
        Assert.Equal(point.Replicates[0].Reported, comma.Replicates[0].Reported);
        Assert.Equal((point.SetUp.Laser, point.SetUp.CameraLevel), (comma.SetUp.Laser, comma.SetUp.CameraLevel));
        Assert.Equal(1000, comma.Dilution.Factor);
    }

    [Theory]
    [InlineData("1.250E+1\t", "1,250E+1\t")]
    [InlineData("Temperature:\t25.69", "Temperature:\t25,69")]
    [InlineData("Dilution::\t1000.0", "Dilution::\t1000,0")]
    public void Mixed_decimal_marks_are_refused(string one, string other)
    {
        var text = new ZetaViewExport().Text().Replace(one, other, StringComparison.Ordinal);

        Assert.Equal("zetaview.decimal-mixed", Refused(text).Rule);
    }

    [Theory]
    [InlineData("ZetaVIEW S/N:", "8.05.14 SP7")]
    [InlineData("ZetaView S/N:", "8.06.01 SP1")]
    public void Both_spellings_and_line_ends_are_read(string key, string version)
    {
        foreach (var end in new[] { "\n", "\r\n" })
            Assert.Equal(FileStatus.Read, new ZetaViewExport { SerialKey = key, Version = version, Line = end }.Read().Status);
    }

    [Fact]
    public void Without_the_linear_table_the_logarithmic_one_is_read_and_told()
    {
        var file = new ZetaViewExport { WithLinear = false }.Read();

        Assert.Equal(FileStatus.Read, file.Status);
        Assert.Equal(FindingSeverity.Warning, Of(file, "zetaview.linear-table-missing").Severity);
        Assert.Equal(200, file.AveragedCurve!.Bins.Count);
    }

    [Fact]
    public void A_correction_factor_is_multiplied_in_and_told()
    {
        var (plain, corrected) = (new ZetaViewExport().Read(), new ZetaViewExport { Correction = 1.5 }.Read());

        Assert.Equal(1.5, corrected.Replicates[0].ConcentrationPerMl!.Value / plain.Replicates[0].ConcentrationPerMl!.Value, 1e-9);
        Assert.Single(corrected.Findings, f => f.Rule == "zetaview.correction-factor");
    }

    [Fact]
    public void Few_traces_and_equal_maxima_are_told()
    {
        var file = new ZetaViewExport { Numbers = [0, 0, 0, 0, 20, 20, 19] }.Read();

        Assert.Contains("± ", Of(file, "zetaview.few-traces").Message, StringComparison.Ordinal);
        Assert.Contains("2 equal maxima", Of(file, "size.equal-maxima").Message, StringComparison.Ordinal);
        Assert.Equal(62.5, file.AveragedMetrics!.Value.Mode);
    }

    [Fact]
    public void Fluorescence_drift_and_stated_traces_that_differ_are_told()
    {
        var file = new ZetaViewExport { Filter = "500.000000", Traces = 300 }.Read();

        Assert.Single(file.Findings, f => f.Rule == "zetaview.fluorescence");
        Assert.Equal("500", file.SetUp.Filter);
        Assert.Contains("too high", Of(file, "zetaview.drift").Message, StringComparison.Ordinal);
        Assert.Contains("300", Of(file, "zetaview.traces-differ").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_at_zero_means_that_drift_was_never_checked() =>
        Assert.Equal(FindingSeverity.Info, Of(new ZetaViewExport { DriftChecked = "1904-01-01 05:30:00" }.Read(), "zetaview.drift-never-checked").Severity);

    [Fact]
    public void The_programs_median_lies_half_a_class_low_and_an_unknown_version_is_said_to_be_unknown()
    {
        Assert.Contains("-2.5 nm", Of(new ZetaViewExport().Read(), "zetaview.percentile-offset").Message, StringComparison.Ordinal);
        Assert.Contains("is unknown", Of(new ZetaViewExport { Version = "9.01" }.Read(), "zetaview.percentile-offset").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "1000", "500")]
    [InlineData(1, "1000", "1000")]
    public void A_stated_dilution_must_be_the_files(int agrees, string recorded, string stated)
    {
        var options = new ReadOptions { Dilution = new StatedDilution(double.Parse(stated, System.Globalization.CultureInfo.InvariantCulture), DilutionSource.Operator) };
        var file = new ZetaViewExport { Dilution = recorded + ".000000" }.Read(options);

        Assert.Equal(agrees == 1 ? FileStatus.Read : FileStatus.Refused, file.Status);
        Assert.Contains(file.Findings, f => f.Rule == (agrees == 1 ? "dilution.agrees" : "dilution.conflict"));
    }

    [Theory]
    [InlineData("Size / nm\t", "zetaview.table-missing")]
    [InlineData("-1.000E+0\t", "zetaview.truncated")]
    [InlineData("4.683E+0\t", null)]
    public void A_file_cut_off_before_a_part_is_refused_if_the_part_is_needed(string at, string? rule)
    {
        var text = new ZetaViewExport().Text();
        var cut = text[..text.IndexOf(at, StringComparison.Ordinal)];
        if (rule is not null)
            Assert.Equal(rule, Refused(cut).Rule);
        else
            Assert.Equal(FileStatus.Read, Assert.Single(InstrumentReader.Read(Encoding.Latin1.GetBytes(cut), "EV_lot7.txt")).Status);
    }

    [Fact]
    public void A_file_cut_off_within_a_row_or_the_second_table_is_refused()
    {
        var text = new ZetaViewExport().Text();

        Assert.Equal("zetaview.truncated", Refused(text[..^30]).Rule);
        Assert.Equal("zetaview.truncated", Refused(text[..(text[..^200].LastIndexOf('\n') + 1)]).Rule);
    }

    [Fact]
    public void Sizes_above_1000_nm_are_rebuilt_from_four_printed_figures() =>
        Assert.Equal(SizeBins.FiveNanometres1200, new ZetaViewExport().Read().AveragedCurve!.Bins);

    private static Finding Refused(string text)
    {
        var file = Assert.Single(InstrumentReader.Read(Encoding.Latin1.GetBytes(text), "EV_lot7.txt"));
        Assert.Equal(FileStatus.Refused, file.Status);
        return file.Findings[0];
    }

    private static Finding Of(InstrumentFile file, string rule) => Assert.Single(file.Findings, f => f.Rule == rule);
}
