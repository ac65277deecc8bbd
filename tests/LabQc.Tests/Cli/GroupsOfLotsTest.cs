using System.Text.Json;

namespace LabQc.Tests.Cli;

/// <summary>Methods against each other, capability, and bead checks, on the sample batches.</summary>
[Collection(OnTheDemonstration.Name)]
public sealed class GroupsOfLotsTest(DemonstrationFixture demonstration)
{
    private readonly Labqc _labqc = demonstration.Labqc;

    [Fact]
    public void Isolation_methods_are_compared_in_yield_purity_and_size()
    {
        var attributes = _labqc.Done("methods", "--json").Json.GetProperty("attributes").EnumerateArray().ToList();

        Assert.Equal(["yield.particles_per_ml", "purity.particles_per_ug_protein", "size.d50"], attributes.Select(a => a.GetProperty("attribute").GetString()));
        foreach (var attribute in attributes)
        {
            Assert.Equal(["precipitation", "size-exclusion", "ultracentrifugation"], attribute.GetProperty("methods").EnumerateArray().Select(m => m.GetProperty("method").GetString()));
            Assert.Equal(3, attribute.GetProperty("test").GetProperty("pairs").GetArrayLength());
            var p = attribute.GetProperty("test").GetProperty("equal_variances_p").GetDouble();
            Assert.Equal(p < 0.05 ? "games-howell" : "tukey-kramer", attribute.GetProperty("test").GetProperty("name").GetString());
        }
        var size = attributes[2].GetProperty("methods")[2];
        Assert.True(size.GetProperty("variance_between_lots").GetDouble() > size.GetProperty("variance_within_lots").GetDouble());
        Assert.Contains("one value", attributes[1].GetProperty("methods")[0].GetProperty("variance_reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Size_exclusion_is_purer_than_ultracentrifugation_of_the_same_product()
    {
        var purity = _labqc.Done("methods", "--product", "MSC-EV", "--json").Json.GetProperty("attributes")[1];

        var pair = Assert.Single(purity.GetProperty("test").GetProperty("pairs").EnumerateArray());
        Assert.True(pair.GetProperty("p").GetDouble() < 0.001);
        Assert.InRange(pair.GetProperty("ratio").GetDouble(), 1 / 3.0, 1 / 1.5);
        Assert.Contains("factor", _labqc.Done("methods", "--product", "MSC-EV").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Capability_is_told_of_all_lots_and_beside_them_of_released_ones()
    {
        var entries = _labqc.Done("capability", "size.d50", "--product", "MSC-EV", "--json").Json.GetProperty("capability").EnumerateArray().ToList();

        var uc = entries.Single(e => e.GetProperty("isolation_method").GetString() == "ultracentrifugation");
        Assert.True(uc.GetProperty("all_lots").GetProperty("n").GetInt32() >= 35);
        Assert.True(uc.GetProperty("all_lots").GetProperty("ppk").GetDouble() > 0);
        Assert.Equal("truncated by release", uc.GetProperty("released_lots").GetProperty("label").GetString());
        Assert.Contains("truncated by release", _labqc.Done("capability", "size.d50").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_limits_there_is_no_capability()
    {
        Assert.Contains("no numeric attribute", Refusal("capability", "size.d55"), StringComparison.Ordinal);
        Assert.Contains("without limits", Refusal("capability", "size.sd"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bead_checks_have_their_own_chart_with_limits_from_the_first_twenty()
    {
        var run = _labqc.Run("beads", "NTA-1", "--json");

        var chart = Assert.Single(run.Json.GetProperty("charts").EnumerateArray());
        var limits = chart.GetProperty("limits");
        Assert.Equal(20, limits.GetProperty("base_checks").GetInt32());
        Assert.InRange(limits.GetProperty("mean_nm").GetDouble(), 95, 105);
        Assert.Equal(chart.GetProperty("last_check").GetString() == "rejected" ? 1 : 0, run.ExitCode);
        Assert.All(chart.GetProperty("checks").EnumerateArray(), c => Assert.NotEqual(JsonValueKind.Null, c.GetProperty("z").ValueKind));
    }

    [Fact]
    public void An_unknown_instrument_is_refused() =>
        Assert.Contains("NTA-9", Refusal("beads", "NTA-9"), StringComparison.Ordinal);

    private string Refusal(params string[] arguments)
    {
        var run = _labqc.Run(arguments);
        Assert.Equal(1, run.ExitCode);
        return run.Error;
    }
}
