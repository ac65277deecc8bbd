using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Consistency;

public sealed class IsolationMethodComparisonTest
{
    [Fact]
    public void Equal_variances_are_compared_by_tukey_and_kramer()
    {
        var test = IsolationMethodComparison.Test(AttributeScale.Log10, [("one", Draw(1, 15, 10, 0.1)), ("other", Draw(2, 15, 10.5, 0.1))]);

        Assert.Equal("tukey-kramer", test.Name);
        Assert.Contains("Tukey–Kramer, because nothing speaks against equal variances", test.Reason, StringComparison.Ordinal);
        var pair = Assert.Single(test.Pairs);
        Assert.Equal(Math.Pow(10, pair.Difference), pair.Ratio);
        Assert.True(pair.P < 0.001);
    }

    [Fact]
    public void Different_variances_are_compared_by_games_and_howell()
    {
        var test = IsolationMethodComparison.Test(AttributeScale.Linear, [("one", Draw(1, 20, 95, 1)), ("other", Draw(2, 20, 95, 12))]);

        Assert.Equal("games-howell", test.Name);
        Assert.True(test.EqualVariancesP < 0.05);
        Assert.Contains("because the variances differ", test.Reason, StringComparison.Ordinal);
        Assert.Null(test.Pairs[0].Ratio);
    }

    [Fact]
    public void A_method_with_one_lot_is_left_out_and_named()
    {
        var test = IsolationMethodComparison.Test(AttributeScale.Linear, [("a", Draw(1, 9, 95, 2)), ("b", Draw(2, 9, 95, 2)), ("c", [95.0])]);

        Assert.Contains("c left out: one lot", test.Reason, StringComparison.Ordinal);
        Assert.Single(test.Pairs);
    }

    [Fact]
    public void One_method_alone_is_not_tested()
    {
        var test = IsolationMethodComparison.Test(AttributeScale.Linear, [("a", Draw(1, 9, 95, 2)), ("b", [95.0])]);

        Assert.Null(test.Name);
        Assert.Empty(test.Pairs);
        Assert.StartsWith("not tested", test.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Lots_that_do_not_vary_are_not_tested()
    {
        var test = IsolationMethodComparison.Test(AttributeScale.Linear, [("a", [95.0, 95, 95]), ("b", [97.0, 97, 97])]);

        Assert.Null(test.Name);
        Assert.Contains("do not vary", test.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicates_tell_the_variance_within_lots_from_that_between()
    {
        // Lots at 90 and 100 with replicates ±1: MS within 2, MS between 100, so between (100 - 2)/2.
        var (components, reason) = IsolationMethodComparison.Components(AttributeCatalogue.SizeD50, [new([89, 91], []), new([99, 101], [])]);

        Assert.Null(reason);
        Assert.Equal(2, components!.VarianceWithin, 1e-12);
        Assert.Equal(49, components.VarianceBetween, 1e-12);
    }

    [Fact]
    public void Without_replicates_there_are_no_components_and_it_is_said_why()
    {
        Assert.Equal("no lot has two replicates", IsolationMethodComparison.Components(AttributeCatalogue.SizeD50, [new([89], []), new([99], [])]).Reason);
        Assert.Contains("fewer than two lots", IsolationMethodComparison.Components(AttributeCatalogue.ParticlesPerMl, [new([89, 90], [])]).Reason, StringComparison.Ordinal);
        Assert.Contains("one value", IsolationMethodComparison.Components(AttributeCatalogue.ParticlesPerUgProtein, []).Reason, StringComparison.Ordinal);
    }

    private static double[] Draw(int seed, int n, double mean, double sd) => new NormalDraws(seed).Sample(n, mean, sd);
}
