using System.Text;
using CsCheck;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

public sealed class NanoSightRefusalTest
{
    private static readonly string Text = new NanoSightExport().Text();
    private static readonly byte[][] Damaged = [new NanoSightExport { Videos = 2 }.Bytes(), new ZetaViewExport().Bytes()];

    [Fact]
    public void A_title_without_the_sections_is_no_experiment_summary() =>
        Refused("NTA Experiment Summary File,\nSample,D50\nlot7,95\n", "nanosight.section-missing");

    [Fact]
    public void A_summary_of_a_single_video_is_refused_with_advice() =>
        Refused(new NanoSightExport { Title = "NTA Single Analysis Summary File" }.Text(), "nanosight.single-analysis-summary", InstrumentFormats.Unknown);

    [Fact]
    public void A_list_of_particles_is_refused_with_advice() =>
        Refused("Particle ID,Size/nm,Diffusion coefficient/nm^2 s^-1\n1,95,4.5e6\n", "nanosight.particle-data", InstrumentFormats.Unknown);

    [Fact]
    public void A_file_cut_off_within_a_row_says_where()
    {
        var cut = Text[..(Text.IndexOf("\n500.5,", StringComparison.Ordinal) + 9)];

        Assert.Matches(@"^row \d+, column \d$", Refused(cut, "nanosight.truncated").Where);
    }

    [Theory]
    [InlineData("\n500.5,", "500 bins and 0 of 101")]
    [InlineData("\n50,", "1000 bins and 50 of 101")]
    [InlineData("\nPercentile,", "1000 bins and 0 of 101")]
    public void A_file_cut_off_between_rows_says_how_much_is_there(string at, string message) =>
        Assert.Contains(message, Refused(Text[..(Text.LastIndexOf(at, StringComparison.Ordinal) + 1)], "nanosight.truncated").Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_off_before_a_listed_table_is_refused()
    {
        var text = new NanoSightExport { WithOtherWeightings = true }.Text();
        var cut = text[..text.IndexOf("Weighting,Volume", StringComparison.Ordinal)];

        Assert.Contains("Volume", Refused(cut, "nanosight.truncated").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_no_number_is_named_with_its_place()
    {
        var finding = Refused(Text.Replace("\n95.5,", "\n95.5,abc", StringComparison.Ordinal), "nanosight.not-a-number");

        Assert.Contains("abc", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("column 2", finding.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData("1e999")]
    public void No_bin_is_empty_or_infinite(string cell) =>
        Refused(Text.Replace("\n0.5,0,", $"\n0.5,{cell},", StringComparison.Ordinal), "nanosight.not-a-number");

    [Fact]
    public void A_negative_bin_is_refused() =>
        Assert.EndsWith("column 2", Refused(Text.Replace("\n0.5,0,", "\n0.5,-3,", StringComparison.Ordinal), "nanosight.negative-value").Where, StringComparison.Ordinal);

    [Fact]
    public void Columns_must_be_as_many_as_videos() =>
        Refused(Text.Replace("Filename:,lot7_00,", "Filename:,", StringComparison.Ordinal), "nanosight.column-count");

    [Fact]
    public void Bins_must_be_evenly_spaced() =>
        Refused(Text.Replace("\n95.5,", "\n95.7,", StringComparison.Ordinal), "nanosight.bins-irregular");

    [Fact]
    public void Without_number_weighting_there_is_nothing_to_judge() =>
        Refused(Text.Replace("Weighting,Number", "Weighting,Volume", StringComparison.Ordinal).Replace("Number weighting", "Volume weighting", StringComparison.Ordinal), "nanosight.no-number-weighting");

    [Fact]
    public void Without_videos_there_is_nothing_to_read() =>
        Refused(Text.Replace("Filename:,lot7_00,lot7_01,lot7_02", "Filename:", StringComparison.Ordinal), "nanosight.column-count");

    [Fact]
    public void Videos_of_different_dilutions_are_no_replicates() =>
        Refused(new NanoSightExport { Cells = new Dictionary<string, string> { ["Dilution 1"] = "1.00e+003" } }.Text(), "nanosight.dilution-mixed");

    [Fact]
    public void Any_beginning_of_a_file_is_refused_or_read_and_breaks_nothing()
    {
        var bytes = new NanoSightExport { Videos = 2 }.Bytes();
        for (var length = 0; length < bytes.Length; length += 211)
            Assert.NotNull(Assert.Single(InstrumentReader.Read(bytes.AsMemory(0, length), "x.csv")));
    }

    [Fact]
    public void Random_damage_is_refused_or_read_and_breaks_nothing() => Gen.Select(Gen.Int[0, 1].Select(i => Damaged[i]), Gen.Select(Gen.Double[0, 1], Gen.Byte, Gen.Int[0, 50]).Array[1, 6]).Sample((sound, damages) =>
    {
        var bytes = sound.ToList();
        foreach (var (where, with, gone) in damages)
        {
            var at = (int)(where * (bytes.Count - 51));
            bytes.RemoveRange(at, gone);
            bytes.Insert(at, with);
        }
        foreach (var file in InstrumentReader.Read(bytes.ToArray(), "x.csv"))
        {
            Assert.Equal(file.Status == FileStatus.Read, file.AveragedMetrics is not null);
            Assert.True(file.Status is not FileStatus.Refused || file.Problem is not null);
        }
    }, iter: 300);

    [Fact]
    public void Another_weighting_that_is_damaged_refuses_the_file()
    {
        var text = new NanoSightExport { WithOtherWeightings = true }.Text();
        var volume = text.IndexOf("Weighting,Volume", StringComparison.Ordinal);

        Refused(text[..volume] + text[volume..].Replace("\n0.5,0,", "\n0.5,-3,", StringComparison.Ordinal), "nanosight.negative-value");
    }

    [Fact]
    public void Files_beyond_the_limits_are_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Text);

        Assert.Equal("file.too-large", Rule(bytes, new ReadLimits(1000, 100, 5000)));
        Assert.Equal("file.too-many-rows", Rule(bytes, new ReadLimits(1 << 20, 100, 30)));
        Assert.Equal("file.too-many-columns", Rule(bytes, new ReadLimits(1 << 20, 3, 5000)));

        static string Rule(byte[] bytes, ReadLimits limits) =>
            InstrumentReader.Read(bytes, "x.csv", new ReadOptions { Limits = limits })[0].Findings[0].Rule;
    }

    private static Finding Refused(string text, string rule, string format = InstrumentFormats.NanoSightExperimentSummary)
    {
        var file = Assert.Single(InstrumentReader.Read(Encoding.Latin1.GetBytes(text), "lot7_-ExperimentSummary.csv"));

        Assert.Equal((format, FileStatus.Refused), (file.Format, file.Status));
        Assert.Empty(file.Replicates);
        Assert.Contains(rule, file.Findings.Select(f => f.Rule));
        return file.Findings.First(f => f.Rule == rule);
    }
}
