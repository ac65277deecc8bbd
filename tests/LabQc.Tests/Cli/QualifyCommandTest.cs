using System.Text.Json;

namespace LabQc.Tests.Cli;

public sealed class QualifyCommandTest : IDisposable
{
    private const string Right = """{"cases": [{"name": "59 lots", "function": "wilks_rank", "parameters": {"n": [59], "coverage": 0.95, "confidence": 0.95}, "expected": {"59": {"r": 1}}, "rtol": 0}]}""";

    private readonly Labqc _labqc = new();

    [Fact]
    public void An_installation_qualifies_itself_without_any_other_file()
    {
        var json = _labqc.Done("qualify", "--json").Json;

        Assert.True(json.GetProperty("passed").GetInt32() > 1500);
        Assert.Equal((0, 0), (json.GetProperty("failed").GetInt32(), json.GetProperty("unsupported").GetInt32()));
        Assert.Equal(json.GetProperty("passed").GetInt32(), json.GetProperty("cases").GetArrayLength());
        Assert.False(Directory.Exists(_labqc.Data));
    }

    [Fact]
    public void Each_entry_has_exactly_the_members_that_scripts_rely_on()
    {
        var json = _labqc.Run("qualify", "--json", "--cases", Folder(("own", Right))).Json;

        Assert.Equal(["cases", "passed", "failed", "unsupported"], json.EnumerateObject().Select(p => p.Name));
        var entry = json.GetProperty("cases").EnumerateArray().Last();
        Assert.Equal(
            ["topic", "function", "name", "key", "expected", "computed", "relative_error", "tolerance", "passed"],
            entry.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["rtol", "atol"], entry.GetProperty("tolerance").EnumerateObject().Select(p => p.Name));
        Assert.Equal(("own", "59.r", 1.0), (entry.GetProperty("topic").GetString(), entry.GetProperty("key").GetString(), entry.GetProperty("computed").GetDouble()));
    }

    [Fact]
    public void A_case_of_an_unknown_function_is_unsupported_and_ends_with_1()
    {
        var run = _labqc.Run("qualify", "--json", "--cases", Folder(("own", Right.Replace("wilks_rank", "crystal_ball", StringComparison.Ordinal))));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal((0, 1), (run.Json.GetProperty("failed").GetInt32(), run.Json.GetProperty("unsupported").GetInt32()));
    }

    [Fact]
    public void A_wrong_expectation_fails_ends_with_1_and_is_listed_for_people()
    {
        var run = _labqc.Run("qualify", "--cases", Folder(("own", Right.Replace("\"r\": 1", "\"r\": 2", StringComparison.Ordinal))));

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"own\.wilks_rank 59 lots +59\.r +2 +1 +5\.0e-1 +exact", run.Output);
        Assert.Contains("1 do not, 0 are unsupported", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_named_and_the_others_still_run()
    {
        var run = _labqc.Run("qualify", "--json", "--cases", Folder(("bent", "{\"cases\": ["), ("own", Right)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bent.json: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("bent.json", run.Json.GetProperty("broken_files")[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Contains(run.Json.GetProperty("cases").EnumerateArray(), e => e.GetProperty("topic").GetString() == "own");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_usage() =>
        Assert.Equal(2, _labqc.Run("qualify", "--cases", _labqc.Scratch("nowhere")).ExitCode);

    [Fact]
    public void The_report_holds_the_cases_of_a_folder_too()
    {
        var report = _labqc.Scratch("report.html");

        _labqc.Done("qualify", "--cases", Folder(("own", Right)), "--report", report);

        var page = File.ReadAllText(report);
        Assert.Contains("<h2>own</h2>", page, StringComparison.Ordinal);
        Assert.Contains("labqc.dll", page, StringComparison.Ordinal);
        Assert.Contains("univariate_Michelso", page, StringComparison.Ordinal);
    }

    [Fact]
    public void All_reference_cases_hold_but_for_the_one_that_30_digit_arithmetic_contradicts()
    {
        var json = _labqc.Run("qualify", "--json", "--cases", Reference.PathOf("statistics")).Json;

        var failed = json.GetProperty("cases").EnumerateArray().Where(e => !e.GetProperty("passed").GetBoolean()).Select(Named).ToList();
        Assert.Equal([("no_outlier_12", "grubbs_critical_one_sided")], failed);
        Assert.Equal(0, json.GetProperty("unsupported").GetInt32());
    }

    public void Dispose() => _labqc.Dispose();

    private static (string?, string?) Named(JsonElement entry) => (entry.GetProperty("name").GetString(), entry.GetProperty("key").GetString());

    private string Folder(params IEnumerable<(string Topic, string Json)> files) =>
        Path.GetDirectoryName(files.Select(f => _labqc.Scratch($"cases/{f.Topic}.json", f.Json)).ToList()[0])!;
}
