using System.Text.Json;

namespace LabQc.Tests.Cli;

/// <summary>Reference sets from the command line: proposed, frozen, replaced by a version, and refused.</summary>
public sealed class ReferenceSetTest : IDisposable
{
    private readonly Labqc _labqc = HistoryForms.Registry();

    public ReferenceSetTest() => _labqc.Done("import-history", _labqc.Scratch("past.csv", HistoryForms.Table(26)));

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void One_lot_proposes_the_first_twenty_comparable_ones_and_stores_nothing()
    {
        var proposed = Assert.Single(Sets(_labqc.Done("reference-set", "propose", "H026", "--json")));

        Assert.Equal(20, proposed.GetProperty("lots").GetArrayLength());
        Assert.Equal("H001", proposed.GetProperty("lots")[0].GetString());
        Assert.Empty(Sets(_labqc.Done("reference-set", "show", "--json")));
        Assert.Equal("provisional", _labqc.Run("consistency", "H026", "--json").Json.GetProperty("status").GetString());
    }

    [Fact]
    public void A_frozen_set_keeps_its_reason_its_limits_and_who_froze_it()
    {
        Freeze("steady", 1, 24, "validated campaign", "--left-out", "H025=pump failure");

        var set = Assert.Single(Sets(_labqc.Done("reference-set", "show", "steady", "--json")));
        Assert.Equal("validated campaign", set.GetProperty("reason").GetString());
        Assert.Equal("Eva", set.GetProperty("frozen_by").GetString());
        Assert.Equal("pump failure", set.GetProperty("left_out")[0].GetProperty("reason").GetString());
        var d50 = set.GetProperty("limits").EnumerateArray().Single(l => l.GetProperty("attribute").GetString() == "size.d50");
        Assert.Equal(24, d50.GetProperty("n").GetInt32());
        Assert.InRange(d50.GetProperty("centre").GetDouble(), 93, 97);
        var answer = _labqc.Run("consistency", "H026", "--json").Json;
        Assert.Equal("sufficient", answer.GetProperty("status").GetString());
        Assert.Contains(answer.GetProperty("reference_set").GetProperty("left_out").EnumerateArray(), l => l.GetProperty("lot").GetString() == "H025");
        _labqc.Done("verify");
    }

    [Fact]
    public void A_new_version_is_compared_with_the_one_before()
    {
        Freeze("steady", 1, 22, "first");
        Freeze("steady", 3, 24, "two years later");

        var said = _labqc.Done("reference-set", "show", "steady").Output;

        Assert.Contains("Since version 1: added H023, H024; removed H001, H002", said, StringComparison.Ordinal);
        Assert.Equal(2, _labqc.Run("consistency", "H026", "--json").Json.GetProperty("reference_set").GetProperty("version").GetInt32());
    }

    [Fact]
    public void What_else_counts_is_kept_and_shortens_the_run_length()
    {
        Freeze("usual", 1, 24, "usual rules");
        var usual = _labqc.Run("consistency", "H026", "--json").Json.GetProperty("average_run_length").GetDouble();
        Freeze("usual", 1, 24, "with EWMA", "--count", "ewma");
        var stricter = _labqc.Run("consistency", "H026", "--json").Json.GetProperty("average_run_length").GetDouble();

        Assert.True(stricter < usual);
    }

    [Fact]
    public void Without_a_reason_a_set_is_not_frozen()
    {
        Assert.Equal(2, _labqc.Run("reference-set", "freeze", "steady", "H001", "H002").ExitCode);
        Assert.Equal(2, _labqc.Run("reference-set", "freeze", "steady", "H001", "H002", "--reason", "r", "--left-out", "H003").ExitCode);
    }

    [Fact]
    public void Sets_that_cannot_be_are_refused_with_the_reason()
    {
        _labqc.Done("import-history", _labqc.Scratch("other.csv", HistoryForms.Table(2, first: 101, method: "size-exclusion")));
        Freeze("steady", 1, 3, "short");

        Refused("not comparable", "propose", "H001", "H101");
        Refused("twice", "propose", "H001", "H001");
        Refused("NOWHERE", "propose", "NOWHERE");
        Refused("left out of it", "freeze", "again", "H001", "H002", "--reason", "r", "--left-out", "H001=cause");
        Refused("Choose another name", "freeze", "steady", "H101", "H102", "--reason", "r");
        Refused("no reference set", "show", "nothing");
    }

    private void Refused(string words, params string[] arguments)
    {
        var run = _labqc.Run(["reference-set", .. arguments]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    private void Freeze(string name, int from, int to, string reason, params string[] more) =>
        _labqc.Done(["reference-set", "freeze", name, .. Enumerable.Range(from, to - from + 1).Select(k => $"H{k:000}"), "--reason", reason, .. more, "--as", "Eva"]);

    private static IReadOnlyList<JsonElement> Sets(LabqcRun run) => [.. run.Json.GetProperty("reference_sets").EnumerateArray()];
}
