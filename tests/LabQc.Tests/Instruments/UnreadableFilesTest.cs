using System.Text;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

public sealed class UnreadableFilesTest
{
    [Theory]
    [InlineData("", "x.csv", "file.empty")]
    [InlineData(" \r\n\t\n", "x.csv", "file.empty")]
    [InlineData("Sample,Mean,D50\nlot7,100,95\n", "lot7-ExperimentSummary.csv", "format.name-not-content")]
    [InlineData("Size / nm\tNumber\n2.5\t0\n", "lot7_size_488.txt", "format.name-not-content")]
    [InlineData("Sample,Mean,D50\nlot7,100,95\n", "results.csv", "format.unknown")]
    [InlineData("%PDF-1.4 …", "report.pdf", "format.pdf")]
    [InlineData("PK\u0003\u0004 …", "book.xlsx", "format.workbook")]
    [InlineData("SQLite format 3\0 … RecordParameterTypes …", "any.txt", "zetasizer.zmes")]
    [InlineData("SQLite format 3\0 … batches …", "any.zmes", "format.binary")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", "x.dat", "format.binary")]
    public void A_file_is_refused_for_what_it_is_whatever_its_name(string content, string name, string rule)
    {
        var file = Assert.Single(InstrumentReader.Read(Encoding.Latin1.GetBytes(content.Replace('…', '.')), name));

        Assert.Equal((InstrumentFormats.Unknown, FileStatus.Refused), (file.Format, file.Status));
        Assert.Equal(rule, Assert.Single(file.Findings).Rule);
        Assert.NotNull(file.Problem);
    }

    [Fact]
    public void The_refusal_says_what_was_expected_what_was_found_and_where()
    {
        var finding = InstrumentReader.Read("Sample,Mean\n"u8.ToArray(), "lot7-ExperimentSummary.csv")[0].Findings[0];

        Assert.Contains("NTA Experiment Summary File", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Sample,Mean", finding.Message, StringComparison.Ordinal);
        Assert.Equal("row 1", finding.Where);
    }

    [Fact]
    public void A_NanoSight_file_is_read_under_any_name() =>
        Assert.Equal(FileStatus.Read, new NanoSightExport().Read(name: "holiday.jpg").Status);
}
