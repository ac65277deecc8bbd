using System.Text;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

public sealed class PositionTableTest
{
    private const string Header = "Use\tPosition\tMean Int.\tAv. No of Particles\tConc. (p./mL)\tOrig. Conc. (p./cm^3)\tNo. of Traces\tX50 (nm)\tPeak ø (nm)\tSpan\tDrift (µm/s)\tRemoval\n";

    private const string Table = Header
        + "X\t0.10\t4.4\t48.0\t2.1E+7\t2.1E+10\t150\t80.2\t80.8\t1.1\t29.2\t\n"
        + "\t0.15\t3.5\t49.0\t2.1E+7\t2.1E+10\t40\t62.5\t63.8\t1.5\t32.8\tMAX_DRIFT\n"
        + "X\t0.20\t3.5\t24.0\t1.1E+7\t1.1E+10\t100\t82.5\t83.8\t1.5\t2.8\t\n"
        + "\t0.30\t3.5\t0.0\t0\t0\t0\t5997.5\t0\t0\t2.8\tMIN_TRACES\n"
        + "\tMean\t4.5\t42.8\t1.8E+7\t1.8E+10\t125.0\t81.3\t81.7\t1.3\t11.4\t\n"
        + "\tSt.Dev.\t1.2\t9.0\t3.9E+6\t3.9E+9\t4.7\t1.6\t1.3\t0.5\t10.9\t\n"
        + "\tRel.St.Dev.\t27.8\t21.1\t2.1E+1\t2.1E+1\t18.6\t2.0\t2.0\t37.0\t95.2\t\n";

    [Fact]
    public void A_table_by_itself_is_a_companion()
    {
        var file = Assert.Single(InstrumentReader.Read(Encoding.Latin1.GetBytes(Table), "any name.txt"));

        Assert.Equal((InstrumentFormats.ZetaViewPositionTable, FileStatus.Companion), (file.Format, file.Status));
        Assert.Empty(file.Replicates);
        Assert.Equal((4, 250), (file.PositionTable!.Positions.Count, file.PositionTable.TracesInUse));
        Assert.Equal([KeyValuePair.Create("MAX_DRIFT", 1), KeyValuePair.Create("MIN_TRACES", 1)], file.PositionTable.Removals);
        Assert.Null(file.PositionTable.Positions[3].X50Nm);
        Assert.Equal(47.14, file.PositionTable.ParticlesCvPercent!.Value, 0.01);
    }

    [Fact]
    public void It_is_paired_with_the_run_whose_traces_it_holds()
    {
        var file = new ZetaViewExport().Read(With(Table));

        Assert.NotNull(file.PositionTable);
        Assert.Contains("1 × MAX_DRIFT", Assert.Single(file.Findings, f => f.Rule == "zetaview.positions").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X\t0.20", "\t0.20")]
    [InlineData("Use\tPosition", "Used\tPlace")]
    [InlineData("\t150\t80.2", "\tmany\t80.2")]
    public void One_that_does_not_fit_is_an_error_and_not_paired(string one, string other)
    {
        var file = new ZetaViewExport().Read(With(Table.Replace(one, other, StringComparison.Ordinal)));

        Assert.Equal(FileStatus.Read, file.Status);
        Assert.Null(file.PositionTable);
        Assert.Equal(FindingSeverity.Error, Assert.Single(file.Findings, f => f.Rule == "zetaview.position-table-mismatch").Severity);
    }

    [Fact]
    public void It_tells_why_a_run_has_no_traces()
    {
        var removed = Table.Replace("X\t0.10", "\t0.10", StringComparison.Ordinal).Replace("X\t0.20", "\t0.20", StringComparison.Ordinal).Replace("29.2\t\n", "29.2\tMIN_TRACES\n", StringComparison.Ordinal);

        var file = new ZetaViewExport { Numbers = [] }.Read(With(removed));

        Assert.Equal(FileStatus.FailedRun, file.Status);
        Assert.Contains("2 × MIN_TRACES", file.Replicates[0].Reason, StringComparison.Ordinal);
    }

    private static ReadOptions With(string table) =>
        new() { PositionTable = new NamedBytes("EV_lot7_11pos.txt", Encoding.Latin1.GetBytes(table)) };
}
