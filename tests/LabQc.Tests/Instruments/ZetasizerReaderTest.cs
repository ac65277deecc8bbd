using System.Globalization;
using System.Text;
using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Tests.Instruments;

public sealed class ZetasizerReaderTest
{
    private static readonly string[] Sizes = ["58.77", "68.06", "78.82", "91.28", "105.7", "122.4", "141.8", "1.642e2"];

    [Fact]
    public void Each_sample_is_an_entry_and_its_runs_are_replicates()
    {
        var files = Read(Header() + Run("lot7 1") + Run("lot7 2") + Run("lot8 1"));

        Assert.Equal(["lot7", "lot8"], files.Select(f => f.Sample));
        Assert.Equal([2, 1], files.Select(f => f.Replicates.Count));
        Assert.All(files, f => Assert.Equal((InstrumentFormats.ZetasizerSizeTable, FileStatus.Read, Weighting.Intensity), (f.Format, f.Status, f.Weighting)));
        Assert.All(files[0].Replicates, r => Assert.Equal((null, null), (r.ConcentrationPerMl, r.Tracks)));
        Assert.Null(files[0].Summary!.ConcentrationPerMl.Mean);
        Assert.DoesNotContain(files[0].Findings, f => f.Rule == "dilution.unknown");
        Assert.Equal("1.642e2", Sizes[7]);
        Assert.Equal(Math.Sqrt(141.8 * 164.2), files[0].AveragedCurve!.Edges[7], 1e-9);
    }

    [Fact]
    public void Two_tables_under_one_another_are_put_together()
    {
        var scalars = "Type\tSample Name\tZ-Average (d.nm)\tPdI\tPdI Width (d.nm)\tIntensity Mean (d.nm)\tS/W Version\r\n"
            + "Size\tlot7 1\t101.5\t0.123\t35.6\t110.2\t7.11\r\nSize\tlot7 2\t102.5\t0.125\t36.6\t111.2\t7.11\r\n";

        var file = Assert.Single(Read(scalars + Header() + Run("lot7 1") + Run("lot7 2")));

        Assert.Equal(2, file.Replicates.Count);
        Assert.Equal(111.2, file.Replicates[1].Reported.MeanNm);
        Assert.Equal("Zetasizer 7.11", file.Software);
        Assert.Contains("Z-average 102.0 nm, polydispersity index 0.124", Assert.Single(file.Findings, f => f.Rule == "zetasizer.z-average").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_weightings_are_kept_beside_whatever_their_order()
    {
        var file = Assert.Single(Read(Header("Numbers", "Intensities") + Run("lot7 1", "0.0", "10.0")));

        Assert.Equal(Weighting.Intensity, file.Weighting);
        Assert.Equal(Weighting.Number, Assert.Single(file.ExtraDistributions).Distribution.Weighting);
    }

    [Fact]
    public void Zeta_potentials_are_a_companion_beside_the_sizes()
    {
        var zeta = "Type\tSample Name\tZeta Potential (mV)\r\nZeta\tlot7 1\t-16.8\r\n";

        var files = Read(Header() + Run("lot7 1") + zeta);

        Assert.Equal([FileStatus.Read, FileStatus.Companion], files.Select(f => f.Status));
        Assert.Equal(InstrumentFormats.ZetasizerZetaTable, files[1].Format);
    }

    [Fact]
    public void A_run_of_nothing_but_zeros_is_left_out_and_nothing_else_is_a_failed_run()
    {
        var one = Assert.Single(Read(Header() + Run("lot7 1", "0.0") + Run("lot7 2")));
        var none = Assert.Single(Read(Header() + Run("lot7 1", "0.0")));

        Assert.Equal([false, true], one.Replicates.Select(r => r.Included));
        Assert.Equal(FileStatus.FailedRun, none.Status);
    }

    [Fact]
    public void A_decimal_comma_is_read() =>
        Assert.Equal(
            Read(Header() + Run("lot7 1"))[0].AveragedMetrics,
            Read(Header() + Run("lot7 1").Replace('.', ','))[0].AveragedMetrics);

    [Theory]
    [InlineData("Type\tSample Name\tZ-Average (d.nm)\r\nSize\tlot7 1\t100\r\n", "zetasizer.no-distribution")]
    [InlineData("Type\tSample Name\tZ-Average (d.nm)\r\n", "zetasizer.no-rows")]
    [InlineData("Type\tSample Name\tSizes[1] (d.nm)\tSizes[2] (d.nm)\tIntensities[1]\tIntensities[2]\r\nSize\tlot7 1\t10\t20\t50\r\n", "zetasizer.not-a-number")]
    [InlineData("Type\tSample Name\tSizes[1] (d.nm)\tSizes[2] (d.nm)\tIntensities[1]\tIntensities[2]\r\nSize\tlot7 1\t20\t10\t50\t50\r\n", "zetasizer.table-unsound")]
    [InlineData("Type\tSample Name\tSizes[1] (d.nm)\tSizes[2] (d.nm)\tIntensities[1]\tIntensities[2]\r\nSize\tlot7 1\t10\t20\t50\t50\t7\r\n", "zetasizer.column-count")]
    [InlineData("Type\tSample Name\tSizes[1] (inch)\tSizes[2] (inch)\tIntensities[1]\tIntensities[2]\r\nSize\tlot7 1\t10\t20\t50\t50\r\n", "zetasizer.unit")]
    public void What_is_no_size_table_is_refused_with_its_reason(string text, string rule)
    {
        var file = Assert.Single(Read(text));

        Assert.Equal((FileStatus.Refused, rule), (file.Status, file.Findings[0].Rule));
    }

    private static IReadOnlyList<InstrumentFile> Read(string text) => InstrumentReader.Read(Encoding.Latin1.GetBytes(text), "sizes.txt");

    private static string Header(params string[] arrays) =>
        "Type\tSample Name\t" + string.Join('\t', Numbered("Sizes", "d.nm"), string.Join('\t', (arrays.Length == 0 ? ["Intensities"] : arrays).Select(a => Numbered(a, "Percent"))), "Sample Name", "Temperature (°C)") + "\r\n";

    private static string Numbered(string name, string unit) =>
        string.Join('\t', Enumerable.Range(1, Sizes.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}[{i}] ({unit})")));

    private static string Run(string name, params string[] shares) =>
        $"Size\t{name}\t{string.Join('\t', Sizes)}\t{string.Join('\t', (shares.Length == 0 ? ["12.5"] : shares).SelectMany(s => Enumerable.Repeat(s, Sizes.Length)))}\t\t25.0\r\n";
}
