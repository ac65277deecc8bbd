using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LabQc.Tests.Cli;

public sealed class VerifyAndCheckpointTest : IDisposable
{
    private readonly Labqc _labqc = new();

    public VerifyAndCheckpointTest() => _labqc.Done("init");

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void A_whole_registry_ends_with_0_and_one_JSON_document()
    {
        var answer = _labqc.Done("verify", "--json").Json;

        Assert.Equal((true, "checked", 0), (answer.GetProperty("ok").GetBoolean(), answer.GetProperty("hmacs").GetString(), answer.GetProperty("problems").GetArrayLength()));
        Assert.True(answer.GetProperty("events").GetInt64() >= 1);
        Assert.True(answer.GetProperty("rows").GetInt64() >= 1);
        Assert.Contains("Everything fits.", _labqc.Done("verify").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_ends_with_1_and_is_named()
    {
        Write("DROP TRIGGER registry_is_never_changed; UPDATE registry SET time_zone = 'Mars/Olympus'");

        var run = _labqc.Run("verify", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.False(run.Json.GetProperty("ok").GetBoolean());
        var kinds = run.Json.GetProperty("problems").EnumerateArray().Select(p => (p.GetProperty("kind").GetString(), p.GetProperty("where").GetString()));
        Assert.Equal([("row-changed", "registry main"), ("schema", "trigger registry_is_never_changed")], kinds);
        var told = _labqc.Run("verify");
        Assert.Equal(1, told.ExitCode);
        Assert.Contains("time_zone was recorded as", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_said_and_a_missing_registry_refused()
    {
        Directory.Delete(_labqc.Keys, recursive: true);

        var run = _labqc.Done("verify", "--json");

        Assert.Equal("not checked", run.Json.GetProperty("hmacs").GetString());
        Assert.Contains("The HMACs were not checked", run.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, _labqc.Run("verify", "--data", _labqc.Scratch("nowhere")).ExitCode);
    }

    [Fact]
    public void A_checkpoint_goes_to_a_file_or_to_standard_output_and_shows_an_end_cut_off()
    {
        var file = _labqc.Scratch("head.checkpoint");
        var signed = _labqc.Done("checkpoint", "--out", file, "--json").Json;
        Assert.Equal(_labqc.Done("verify", "--json").Json.GetProperty("events").GetInt64(), signed.GetProperty("length").GetInt64());
        Assert.Equal(JsonValueKind.String, signed.GetProperty("signature").ValueKind);
        Assert.Equal(2, _labqc.Done("checkpoint").Output.TrimEnd().Split('\n').Length);
        _labqc.Done("verify", "--checkpoint", file);

        Write("DROP TRIGGER audit_event_is_never_deleted; DELETE FROM audit_event");

        var run = _labqc.Run("verify", "--checkpoint", file, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("history-cut-off", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused()
    {
        var run = _labqc.Run("verify", "--checkpoint", _labqc.Scratch("none", "nothing"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be read as a checkpoint", run.Error, StringComparison.Ordinal);
    }

    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_labqc.Data, "labqc.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
