using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class RunRulesTest
{
    private static readonly RunRule[] All = Enum.GetValues<RunRule>();

    [Fact]
    public void Mirrored_series_break_the_same_rules_at_the_same_points() => Measured.Between(-4, 4).Array[0, 60].Sample(z =>
        Assert.Equal(RunRules.Find(z, All), RunRules.Find(Array.ConvertAll(z, v => -v), All)));

    [Fact]
    public void Later_points_change_no_earlier_hit() => Measured.Between(-4, 4).Array[1, 60].Sample(z =>
        Assert.Equal(
            RunRules.Find(z, All).Where(h => h.Index < z.Length - 1),
            RunRules.Find(z.AsSpan(0, z.Length - 1), All)));

    [Fact]
    public void The_last_point_alone_breaks_what_the_whole_series_ends_with() => Measured.Between(-4, 4).Array[1, 30].Sample(z =>
        Assert.Equal(
            RunRules.Find(z, RunRules.Nelson).Where(h => h.Index == z.Length - 1).Select(h => h.Rule),
            RunRules.AtLast(z, RunRules.Nelson)));

    [Fact]
    public void A_pattern_that_goes_on_is_a_hit_at_each_further_point() =>
        Assert.Equal([8, 9, 10], RunRules.Indices([.5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5], RunRule.N2));

    [Fact]
    public void A_point_on_the_centre_breaks_a_run() =>
        Assert.Empty(RunRules.Indices([.5, .5, .5, .5, 0, .5, .5, .5, .5, .5], RunRule.W4));

    [Fact]
    public void Equal_neighbours_break_a_trend_and_an_alternation()
    {
        Assert.Empty(RunRules.Indices([0, .1, .2, .2, .3, .4, .5], RunRule.N3));
        Assert.Equal([5, 6], RunRules.Indices([0, .1, .2, .25, .3, .4, .5], RunRule.N3));
        Assert.Empty(RunRules.Indices([0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0], RunRule.N4));
    }

    [Fact]
    public void Two_of_three_may_begin_the_series_and_must_end_with_a_far_point()
    {
        Assert.Equal([1], RunRules.Indices([2.1, 2.2, 0.5], RunRule.N5));
        Assert.Empty(RunRules.Indices([2.1, -2.2, 0.5], RunRule.N5));
    }

    [Fact]
    public void Eight_far_points_may_all_be_on_one_side() =>
        Assert.Equal([7], RunRules.Indices([1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1], RunRule.N8));

    [Fact]
    public void Nothing_breaks_no_rule_and_a_NaN_is_refused()
    {
        Assert.Empty(RunRules.Find([], All));
        Assert.Throws<ArgumentException>(() => RunRules.Find([double.NaN], All));
        Assert.Throws<ArgumentException>(() => RunRules.AtLast([], All));
    }
}
