using System.Text.Json;

namespace LabQc.Tests.Cli;

/// <summary>Is the lot like the others? Asked of the sample batches.</summary>
[Collection(OnTheDemonstration.Name)]
public sealed class ConsistencyTest(DemonstrationFixture demonstration, ITestOutputHelper output)
{
    private readonly Labqc _labqc = demonstration.Labqc;

    [Fact]
    public void The_drift_is_found_no_later_than_its_sixth_lot_and_few_steady_lots_stand_out_by_chance()
    {
        var trend = demonstration.Printed.GetProperty("trend");
        var later = Texts(trend.GetProperty("later"));
        var chance = Texts(trend.GetProperty("members_out_of_trend"));

        output.WriteLine($"{chance.Count} of the 24 steady lots are out of trend by chance: {string.Join(", ", chance)}");
        Assert.Equal(24, trend.GetProperty("reference_set").GetProperty("lots").GetArrayLength());
        Assert.InRange(chance.Count, 0, 3);
        Assert.InRange(later.IndexOf(trend.GetProperty("first_ewma_signal").GetString()!), 0, 5);
        Assert.InRange(later.IndexOf(trend.GetProperty("first_out_of_trend").GetString()!), 0, 5);
    }

    [Fact]
    public void The_sixth_drifting_lot_is_out_of_trend_and_the_answer_says_why()
    {
        var lot = Texts(demonstration.Printed.GetProperty("trend").GetProperty("later"))[5];

        var run = _labqc.Run("consistency", lot, "--json");

        Assert.Equal(1, run.ExitCode);
        var answer = run.Json;
        Assert.Equal("sufficient", answer.GetProperty("status").GetString());
        Assert.Equal("out-of-trend", answer.GetProperty("verdict").GetString());
        Assert.NotEmpty(answer.GetProperty("reasons").EnumerateArray());
        var d50 = Attribute(answer, "size.d50");
        Assert.True(d50.GetProperty("ewma_signal").GetBoolean());
        Assert.True(d50.GetProperty("z").GetDouble() > 3);
        Assert.Equal("linear", d50.GetProperty("scale").GetString());
        Assert.Equal("log10", Attribute(answer, "yield.particles_per_ml").GetProperty("scale").GetString());
        Assert.Equal("logit", Attribute(answer, "size.percent_in_range").GetProperty("scale").GetString());
        Assert.True(answer.GetProperty("distribution").GetProperty("distance_nm").GetDouble() > 0);
        Assert.Equal(4, answer.GetProperty("hotelling").GetProperty("contributions").GetArrayLength());
        Assert.Equal(0.9973, answer.GetProperty("hotelling").GetProperty("confidence").GetDouble());
    }

    [Fact]
    public void A_member_of_the_set_is_not_compared_with_itself()
    {
        var lot = Texts(demonstration.Printed.GetProperty("trend").GetProperty("reference_set").GetProperty("lots"))[2];

        var answer = _labqc.Run("consistency", lot, "--json").Json;

        var left = answer.GetProperty("reference_set").GetProperty("left_out").EnumerateArray().Single(l => l.GetProperty("lot").GetString() == lot);
        Assert.Contains("not compared with itself", left.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_group_has_a_frozen_set()
    {
        var set = Assert.Single(_labqc.Done("reference-set", "show", "--json").Json.GetProperty("reference_sets").EnumerateArray());

        Assert.Equal("MSC-EV", set.GetProperty("product").GetString());
        Assert.Equal(1, set.GetProperty("version").GetInt32());
        Assert.Equal("ultracentrifugation", set.GetProperty("isolation_method").GetString());
    }

    [Fact]
    public void A_group_without_a_frozen_set_is_compared_provisionally_with_its_first_lots()
    {
        var answer = _labqc.Run("consistency", "HEK-UC-2609A", "--json").Json;

        Assert.Equal("provisional", answer.GetProperty("status").GetString());
        Assert.False(answer.GetProperty("reference_set").GetProperty("frozen").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("distribution").GetProperty("limit_nm").ValueKind);
        Assert.StartsWith("not computed", answer.GetProperty("hotelling").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_group_is_not_judged_and_has_no_limits()
    {
        var run = _labqc.Run("consistency", "PLT-SEC-2608A", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("insufficient", run.Json.GetProperty("status").GetString());
        Assert.Equal("not-judged", run.Json.GetProperty("verdict").GetString());
        Assert.All(run.Json.GetProperty("attributes").EnumerateArray(), a =>
        {
            Assert.Equal(JsonValueKind.Null, a.GetProperty("z").ValueKind);
            Assert.Equal(JsonValueKind.Null, a.GetProperty("prediction_interval").ValueKind);
            Assert.Empty(a.GetProperty("rule_violations").EnumerateArray());
        });
    }

    [Fact]
    public void An_unknown_lot_is_refused()
    {
        var run = _labqc.Run("consistency", "NO-SUCH-LOT");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NO-SUCH-LOT", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_the_same_is_said_in_words()
    {
        var said = _labqc.Run("consistency", "MSC-UC-2610A").Output;

        Assert.Contains("out of trend, sufficient history", said, StringComparison.Ordinal);
        Assert.Contains("do not add up to T²", said, StringComparison.Ordinal);
        Assert.Contains("lots on average", said, StringComparison.Ordinal);
    }

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static JsonElement Attribute(JsonElement answer, string code) =>
        answer.GetProperty("attributes").EnumerateArray().Single(a => a.GetProperty("attribute").GetString() == code);
}
