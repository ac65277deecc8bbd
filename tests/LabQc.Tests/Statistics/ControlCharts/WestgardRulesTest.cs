using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class WestgardRulesTest
{
    [Fact]
    public void One_control_beyond_two_is_a_warning_and_beyond_three_a_rejection()
    {
        var checks = WestgardRules.Chart([0.5, 2.4, 0.1, -3.2]);

        Assert.Equal(
            [ControlDecision.Accepted, ControlDecision.Warning, ControlDecision.Accepted, ControlDecision.Rejected],
            checks.Select(c => c.Decision));
    }

    [Fact]
    public void Two_in_a_row_on_opposite_sides_are_a_range_and_not_a_shift()
    {
        var hits = WestgardRules.Find([2.3, -2.1]);

        Assert.Equal([WestgardRule.OneTwoS, WestgardRule.OneTwoS, WestgardRule.RFourS], hits.Select(h => h.Rule));
        Assert.Equal([true, true, false], hits.Select(h => h.IsWarning));
    }

    [Fact]
    public void A_control_exactly_on_a_limit_breaks_nothing() => Assert.Empty(WestgardRules.Find([2, -3 + 1, 2]));

    [Fact]
    public void Ten_on_one_side_are_a_bias_however_small()
    {
        var drift = Enumerable.Repeat(0.1, 12).ToArray();

        Assert.Equal([9, 10, 11], WestgardRules.Find(drift).Select(h => h.Index));
        Assert.All(WestgardRules.Find(drift), h => Assert.Equal("10_x", WestgardRules.NameOf(h.Rule)));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() =>
        Assert.Equal(["1_2s", "1_3s", "2_2s", "R_4s", "4_1s", "10_x"], WestgardRules.All.Select(WestgardRules.NameOf));

    [Fact]
    public void A_NaN_is_refused() => Assert.Throws<ArgumentException>(() => WestgardRules.Chart([0, double.NaN]));
}
