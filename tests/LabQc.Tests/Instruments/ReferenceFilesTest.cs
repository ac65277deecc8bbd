using System.Globalization;
using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Tests.Instruments;

/// <summary>Real files against values that two independent programs computed.</summary>
public sealed class ReferenceFilesTest
{
    private const double Concentration = 0.001;
    private const double Diameter = 0.02;
    private const double Points = 0.01;
    private readonly List<string> _wrong = [];

    [Fact]
    public void All_NanoSight_files_agree_with_their_expected_values()
    {
        var rows = ExpectedFiles.Of("EXPECTED_nanosight.tsv");
        foreach (var row in rows)
            HoldNanoSight(row, Assert.Single(InstrumentReader.Read(row.Bytes(), row.File)));

        Assert.Equal(57, rows.Count);
        Assert.Empty(_wrong);
    }

    [Fact]
    public void All_ZetaView_files_agree_with_their_expected_values()
    {
        var rows = ExpectedFiles.Of("EXPECTED_zetaview.tsv");
        foreach (var row in rows)
            HoldZetaView(row, Assert.Single(InstrumentReader.Read(row.Bytes(), row.File)));

        Assert.Equal(19, rows.Count);
        Assert.Empty(_wrong);
    }

    [Fact]
    public void Every_real_file_is_recognised_for_what_it_is()
    {
        var kinds = new Dictionary<string, (string Format, FileStatus Status)>
        {
            ["nanosight-experiment-summary"] = (InstrumentFormats.NanoSightExperimentSummary, FileStatus.Read),
            ["zetaview-size"] = (InstrumentFormats.ZetaViewSize, FileStatus.Read),
            ["zetaview-positions"] = (InstrumentFormats.ZetaViewPositionTable, FileStatus.Companion),
            ["zetaview-zeta-profile"] = (InstrumentFormats.ZetaViewZetaProfile, FileStatus.Companion),
            ["zmes-sqlite"] = (InstrumentFormats.Unknown, FileStatus.Refused),
        };
        foreach (var row in ExpectedFiles.Of("FILES.tsv"))
        {
            var read = InstrumentReader.Read(row.Bytes(), row.File);
            var expected = row["kind"] == "zetasizer-table" ? Zetasizer(row.File) : kinds[row["kind"]];
            if (read.Any(f => (f.Format, f.Status) != expected))
                _wrong.Add($"{row.File}: {read[0].Format} {read[0].Status} {read[0].Problem}");
        }
        Assert.Empty(_wrong);

        static (string Format, FileStatus Status) Zetasizer(string file) => file.Contains("zeta", StringComparison.Ordinal) && file.Contains("Potential", StringComparison.Ordinal)
            ? (InstrumentFormats.ZetasizerZetaTable, FileStatus.Companion)
            : (InstrumentFormats.ZetasizerSizeTable, FileStatus.Read);
    }

    [Fact]
    public void Each_real_position_table_belongs_to_the_size_file_of_its_name()
    {
        foreach (var row in ExpectedFiles.Of("FILES.tsv").Where(r => r["kind"] == "zetaview-positions"))
        {
            var sizeFile = row.File.Replace("_11pos", "", StringComparison.Ordinal);
            var options = new ReadOptions { PositionTable = new NamedBytes(row.File, row.Bytes()) };
            var file = Assert.Single(InstrumentReader.Read(File.ReadAllBytes(Reference.PathOf("instruments", sizeFile)), sizeFile, options));

            Assert.NotNull(file.PositionTable);
            Assert.Equal(file.Replicates[0].Tracks, file.PositionTable.TracesInUse);
            Assert.DoesNotContain(file.Findings, f => f.Severity == FindingSeverity.Error);
        }
    }

    [Fact]
    public void The_real_size_table_of_light_scattering_is_one_sample_of_three_runs()
    {
        var row = ExpectedFiles.Of("FILES.tsv").First(r => r.File.EndsWith("mxd_particleSize.txt", StringComparison.Ordinal));

        var file = Assert.Single(InstrumentReader.Read(row.Bytes(), row.File));

        Assert.Equal("20260916_SiNP_7", file.Sample);
        Assert.Equal(Weighting.Intensity, file.Weighting);
        Assert.Equal(["20260916_SiNP_7 1", "20260916_SiNP_7 2", "20260916_SiNP_7 3"], file.Replicates.Select(r => r.Name));
        Assert.All(file.Replicates, r => Assert.Equal((null, null, true), (r.ConcentrationPerMl, r.Tracks, r.Included)));
        Assert.All(file.Replicates, r => Assert.InRange(r.Metrics!.Value.D50, 95, 110));
        Assert.Equal(6, file.ExtraDistributions.Count);
        Assert.Equal(new DateTime(2026, 2, 25, 16, 2, 6), file.Captured);
    }

    private void HoldNanoSight(ExpectedFiles.Row row, InstrumentFile file)
    {
        var (videos, zeros) = (row.Number("videos"), row.Number("zero_videos"));
        Hold(row, "videos", file.Replicates.Count, videos, 0);
        Hold(row, "zero_videos", file.Replicates.Count(r => !r.Included), zeros, 0);
        HoldText(row, "software", file.Software, row["software"]);
        HoldText(row, "dilution", file.Dilution.Factor?.ToString("0", CultureInfo.InvariantCulture) ?? "Not recorded", row["dilution"] == "Not recorded" ? "Not recorded" : "10000");
        var curve = file.AveragedMetrics!.Value;
        HoldRelative(row, "sum_bins_avgcurve", curve.Total, row.Number("sum_bins_avgcurve") * videos / (videos - zeros));
        HoldRelative(row, "reported_conc_avg", file.Replicates.Average(r => r.Reported.ConcentrationPerMl ?? 0), row.Number("reported_conc_avg"), 0.01);
        Hold(row, "avgcurve_mean", curve.Mean, row.Number("avgcurve_mean"), Diameter);
        Hold(row, "avgcurve_D10", curve.D10, row.Number("avgcurve_D10"), Diameter);
        Hold(row, "avgcurve_D50", curve.D50, row.Number("avgcurve_D50"), Diameter);
        Hold(row, "avgcurve_D90", curve.D90, row.Number("avgcurve_D90"), Diameter);
        Hold(row, "avgcurve_mode_bin", curve.Mode, row.Number("avgcurve_mode_bin"), Diameter);
        Hold(row, "pct30_150_avgcurve", curve.PercentInRange, row.Number("pct30_150_avgcurve"), Points);
        Hold(row, "pct30_150_mean_of_videos", file.Summary!.PercentInRange.Mean ?? 0, row.Number("pct30_150_mean_of_videos"), Points);
        Hold(row, "conc_CV_pct", file.Summary.ConcentrationPerMl.CvPercent ?? 0, row.Number("conc_CV_pct"), 0.3);
    }

    private void HoldZetaView(ExpectedFiles.Row row, InstrumentFile file)
    {
        var curve = file.AveragedMetrics!.Value;
        var replicate = Assert.Single(file.Replicates);
        Hold(row, "traces", replicate.Tracks ?? 0, row.Number("traces"), 0);
        Hold(row, "dilution", file.Dilution.Factor ?? 0, row.Number("dilution"), 0);
        HoldRelative(row, "stock_conc_per_mL", replicate.ConcentrationPerMl ?? 0, row.Number("stock_conc_per_mL"));
        HoldRelative(row, "measured_conc_per_mL", (replicate.ConcentrationPerMl ?? 0) / row.Number("dilution"), row.Number("measured_conc_per_mL"));
        Hold(row, "mean", curve.Mean, row.Number("mean"), Diameter);
        Hold(row, "SD", curve.Sd, row.Number("SD"), Diameter);
        Hold(row, "mode_bin", curve.Mode, row.Number("mode_bin"), Diameter);
        Hold(row, "D10_edge", curve.D10, row.Number("D10_edge"), Diameter);
        Hold(row, "D50_edge", curve.D50, row.Number("D50_edge"), Diameter);
        Hold(row, "D90_edge", curve.D90, row.Number("D90_edge"), Diameter);
        Hold(row, "D50_header", replicate.Reported.D50Nm ?? 0, row.Number("D50_header"), 1e-6);
        Hold(row, "pct30_150", curve.PercentInRange, row.Number("pct30_150"), Points);
    }

    private void HoldRelative(ExpectedFiles.Row row, string column, double value, double expected, double tolerance = Concentration) =>
        Hold(row, column, value, expected, tolerance * expected);

    private void Hold(ExpectedFiles.Row row, string column, double value, double expected, double tolerance)
    {
        if (!(Math.Abs(value - expected) <= tolerance))
            _wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{row.File}: {column} is {value}, expected {expected}"));
    }

    private void HoldText(ExpectedFiles.Row row, string column, string? value, string expected)
    {
        if (value != expected)
            _wrong.Add($"{row.File}: {column} is {value}, expected {expected}");
    }
}
