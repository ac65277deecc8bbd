using LabQc.Qualification;
using LabQc.Reports;
using LabQc.Tests.Qualification;
using Microsoft.Extensions.Time.Testing;

namespace LabQc.Tests.Reports;

public sealed class QualificationReportTest
{
    private const string Cases =
        """
        {"cases": [
          {"name": "half <b>bold</b>", "function": "wilks_rank", "parameters": {"n": [59], "coverage": 0.95, "confidence": 0.95},
           "expected": {"59": {"r": 1, "confidence": 0.9}}, "rtol": 1e-9},
          {"name": "unheard of", "function": "crystal_ball", "expected": {"y": 1}, "rtol": 0}]}
        """;

    private static readonly string Page = new QualificationReport(
        Installation.OfThisProgram(),
        QualificationRun.Run([OwnCases.Read("own", Cases), OwnCases.Read("broken & bent", "{")], StatisticsFunctions.All),
        new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(1)))).Html();

    [Fact]
    public void The_installation_stands_with_machine_runtime_time_files_and_schema()
    {
        var installed = Installation.OfThisProgram();

        Assert.Contains(Environment.MachineName, Page, StringComparison.Ordinal);
        Assert.Contains(installed.Runtime, Page, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 07:30:00 UTC", Page, StringComparison.Ordinal);
        Assert.Contains(installed.Files, f => f.Name == "LabQc.Core.dll");
        Assert.All(installed.Files, f => Assert.Contains(f.Sha256, Page, StringComparison.Ordinal));
        Assert.All(installed.SchemaSteps, s => Assert.Contains(s.Sha256, Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_stands_with_what_was_expected_and_computed_its_error_tolerance_and_result()
    {
        Assert.Contains("<td>59.confidence</td><td>0.9</td><td>0.95150547475", Page, StringComparison.Ordinal);
        Assert.Contains("</td><td>5.4e-2</td><td>1e-9</td><td class=\"failed\">failed</td>", Page, StringComparison.Ordinal);
        Assert.Contains("<td>59.r</td><td>1</td><td>1</td><td>0</td><td>1e-9</td><td class=\"passed\">passed</td>", Page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"unsupported\">unsupported</td>", Page, StringComparison.Ordinal);
        Assert.Contains("1 of 3 values agree; 1 do not, 1 are unsupported, and 1 files could not be read.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_case_file_says_is_text_and_no_markup()
    {
        Assert.Contains("half &lt;b&gt;bold&lt;/b&gt;", Page, StringComparison.Ordinal);
        Assert.Contains("broken &amp; bent", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_persons_sign_and_nothing_is_loaded_from_elsewhere()
    {
        Assert.Equal(2, Page.Split("<small>Signature</small>").Length - 1);
        Assert.Contains("Performed by", Page, StringComparison.Ordinal);
        Assert.Contains("Reviewed by", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", Page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("validated")]
    [InlineData("compliant")]
    [InlineData("approved")]
    public void The_report_supports_and_does_not_attest(string word)
    {
        Assert.Contains("supports the qualification", Page, StringComparison.Ordinal);
        Assert.DoesNotContain(word, Page, StringComparison.OrdinalIgnoreCase);
    }
}
