using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LabQc.Tests.Instruments;

namespace LabQc.Tests.Cli;

/// <summary>The built command, as a script runs it.</summary>
public sealed class ReadCommandTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labqc-read-").FullName;

    [Fact]
    public void The_document_has_every_key_that_scripts_rely_on()
    {
        Write("GD14_pexo_1000_-ExperimentSummary.csv", new NanoSightExport { EmptyVideos = [1] }.Bytes());

        var (code, json, _) = RunJson("read", "GD14_pexo_1000_-ExperimentSummary.csv", "--json");

        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal(0, code);
        Assert.Equal(["files"], Keys(json.RootElement));
        Assert.Equal(["file", "format", "software", "sha256", "sample", "status", "weighting", "dilution", "concentration_basis", "replicates", "summary", "averaged_curve", "findings"], Keys(file));
        Assert.Equal(["factor", "source", "applied_in_file", "proposed"], Keys(file.GetProperty("dilution")));
        Assert.Equal(["name", "included", "reason", "tracks", "completed_tracks", "concentration_per_ml", "metrics", "reported"], Keys(file.GetProperty("replicates")[0]));
        Assert.Equal(["mean_nm", "mode_nm", "sd_nm", "d10_nm", "d50_nm", "d90_nm", "span", "percent_in_range"], Keys(file.GetProperty("replicates")[0].GetProperty("metrics")));
        Assert.Equal(["n", "concentration_per_ml", "mean_nm", "mode_nm", "sd_nm", "d10_nm", "d50_nm", "d90_nm", "span", "percent_in_range"], Keys(file.GetProperty("summary")));
        Assert.Equal(["mean", "sd", "se", "cv_percent"], Keys(file.GetProperty("summary").GetProperty("d50_nm")));
        Assert.Equal(["severity", "rule", "message", "where"], Keys(file.GetProperty("findings")[0]));
        Assert.Equal(1000, file.GetProperty("dilution").GetProperty("proposed").GetProperty("factor").GetDouble());
        Assert.Equal(("unknown", "as-measured", "read"), (file.GetProperty("dilution").GetProperty("source").GetString(), file.GetProperty("concentration_basis").GetString(), file.GetProperty("status").GetString()));
        Assert.Equal(JsonValueKind.Null, file.GetProperty("replicates")[1].GetProperty("metrics").ValueKind);
        Assert.Equal(64, file.GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public void One_broken_file_stops_none_of_the_others_and_the_code_is_1()
    {
        Write("a.csv", new NanoSightExport().Bytes());
        Write("b.csv", "nothing"u8.ToArray());
        Write("c.txt", new ZetaViewExport().Bytes());

        var (code, json, _) = RunJson("read", "a.csv", "b.csv", "missing.csv", "c.txt", "--json");

        Assert.Equal(1, code);
        Assert.Equal(["read", "refused", "refused", "read"], json.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("status").GetString()));
    }

    [Fact]
    public void Failed_runs_and_companions_are_no_refusals()
    {
        Write("failed.txt", new ZetaViewExport { Numbers = [] }.Bytes());

        var (code, json, _) = RunJson("read", "failed.txt", "--json");

        Assert.Equal(0, code);
        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal(("failed-run", JsonValueKind.Null, 0), (file.GetProperty("status").GetString(), file.GetProperty("averaged_curve").ValueKind, file.GetProperty("summary").GetProperty("n").GetInt32()));
    }

    [Fact]
    public void Dilution_and_range_are_taken()
    {
        Write("a.csv", new NanoSightExport().Bytes());

        var (_, json, _) = RunJson("read", "a.csv", "--dilution", "500", "--range", "0-1000", "--json");

        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal(5e10, file.GetProperty("averaged_curve").GetProperty("concentration_per_ml").GetDouble(), 5e6);
        Assert.Equal(100, file.GetProperty("averaged_curve").GetProperty("percent_in_range").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "a.csv", "--dilution", "0")]
    [InlineData("read", "a.csv", "--dilution", "1,000")]
    [InlineData("read", "a.csv", "--range", "150-30")]
    [InlineData("read", "a.csv", "--mapping", "missing.json")]
    [InlineData("read", "a.csv", "--unheard-of")]
    public void Wrong_usage_is_code_2(params string[] line)
    {
        Write("a.csv", new NanoSightExport().Bytes());

        Assert.Equal(2, Run(line).Code);
    }

    [Fact]
    public void A_position_table_beside_the_file_is_proposed_and_a_given_one_is_paired()
    {
        const string table = "Use\tPosition\tNo. of Traces\nX\t0.1\t250\n\t0.2\t9\n";
        Write("EV_size_488.txt", new ZetaViewExport().Bytes());
        Write("EV_size_488_11pos.txt", Encoding.Latin1.GetBytes(table));

        Assert.Contains("zetaview.position-table-proposed", Run("read", "EV_size_488.txt", "--json").Output, StringComparison.Ordinal);
        Assert.Contains("\"zetaview.positions\"", Run("read", "EV_size_488.txt", "--position-table", "EV_size_488_11pos.txt", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void People_get_a_table_on_one_stream_and_messages_on_the_other()
    {
        Write("lot7_1000.csv", new NanoSightExport().Bytes());

        var (code, output, messages) = Run("read", "lot7_1000.csv");

        Assert.Equal(0, code);
        Assert.Contains("95.", output, StringComparison.Ordinal);
        Assert.Contains("dilution.unknown", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("dilution.unknown", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposed_mapping_reads_the_table_that_it_was_proposed_for()
    {
        Write("x.csv", Encoding.UTF8.GetBytes("Size (nm),Run 1 (particles/mL)\n" + string.Join('\n', Enumerable.Range(5, 10).Select(i => $"{i * 10},{i}e6"))));

        var proposed = Run("mapping", "new", "x.csv", "--name", "x", "--save", "x.json");
        var (code, json, _) = RunJson("read", "x.csv", "--mapping", "x.json", "--json");

        Assert.Equal((0, 0), (proposed.Code, code));
        Assert.Equal("mapped-table", json.RootElement.GetProperty("files")[0].GetProperty("format").GetString());
        Assert.Equal("x", RunJson("mapping", "new", "x.csv", "--name", "x", "--json").Json.RootElement.GetProperty("mapping").GetProperty("name").GetString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    private (int Code, JsonDocument Json, string Messages) RunJson(params string[] line)
    {
        var (code, output, messages) = Run(line);
        return (code, JsonDocument.Parse(output), messages);
    }

    private (int Code, string Output, string Messages) Run(params string[] line)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var word in line.Prepend(Path.Combine(AppContext.BaseDirectory, "labqc.dll")))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, messages.GetAwaiter().GetResult());
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
