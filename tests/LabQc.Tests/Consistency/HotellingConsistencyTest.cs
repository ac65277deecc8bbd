using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Statistics;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Consistency;

public sealed class HotellingConsistencyTest
{
    private static readonly AttributeCatalogue Catalogue = new();

    [Fact]
    public void Four_attributes_together_find_a_lot_that_none_of_them_finds_alone()
    {
        // Concentration and purity go together in the set, and against each other in the judged lot.
        var draws = new NormalDraws(3);
        ConsistencyProfile[] set = [.. Enumerable.Range(1, 24).Select(k =>
        {
            var common = 0.08 * draws.Next();
            return TestProfile.Of(k, 95 + 2.85 * draws.Next(), 1.1 + 0.02 * draws.Next(), 1.6e11 * Math.Pow(10, common), 1.1e10 * Math.Pow(10, common + 0.01 * draws.Next()));
        })];
        var judged = TestProfile.Of(25, concentration: 1.6e11 * Math.Pow(10, 0.11), purity: 1.1e10 * Math.Pow(10, -0.11));

        var answer = HotellingConsistency.Of(judged, set, Catalogue);

        Assert.Equal(ConsistencyVerdict.OutOfTrend, answer.Verdict);
        Assert.Equal(4, answer.Attributes.Count);
        Assert.True(answer.TSquared > answer.Limit);
        Assert.True(answer.Contributions[2] > answer.Contributions[0] && answer.Contributions[3] > answer.Contributions[1]);
        Assert.Equal(0.9973, answer.Confidence);
    }

    [Fact]
    public void The_limit_is_that_of_one_further_lot()
    {
        // p(n + 1)(n - 1)/(n(n - p)) F(0.9973; p, n - p) with n = 24 and p = 4.
        var answer = HotellingConsistency.Of(TestProfile.Of(25), TestProfile.Steady(24), Catalogue);

        Assert.Equal(4.0 * 25 * 23 / (24 * 20) * FisherF.Quantile(0.9973, 4, 20), answer.Limit!.Value, 1e-9);
        Assert.Equal(ConsistencyVerdict.InTrend, answer.Verdict);
    }

    [Fact]
    public void Too_few_lots_with_every_attribute_are_named()
    {
        var lots = TestProfile.Steady(20).ToList();
        lots[3] = lots[3] with { Values = new Dictionary<string, double> { [AttributeCatalogue.SizeD50] = 95 } };

        var answer = HotellingConsistency.Of(TestProfile.Of(25), lots, Catalogue);

        Assert.Null(answer.TSquared);
        Assert.Equal(ConsistencyVerdict.NotJudged, answer.Verdict);
        Assert.Equal("not computed: 19 other lots of the set have every attribute, 20 are needed", answer.Reason);
    }

    [Fact]
    public void An_attribute_that_the_lot_lacks_is_named()
    {
        var lot = TestProfile.Of(25);
        var lacking = lot with { Values = lot.Values.Where(v => v.Key != AttributeCatalogue.ParticlesPerUgProtein).ToDictionary() };

        Assert.Equal("not computed: the lot has no purity.particles_per_ug_protein", HotellingConsistency.Of(lacking, TestProfile.Steady(24), Catalogue).Reason);
    }

    [Fact]
    public void Attributes_that_say_the_same_are_not_computed_together()
    {
        ConsistencyProfile[] set = [.. Enumerable.Range(1, 24).Select(k => TestProfile.Of(k, 90 + k % 7, 1.1 + 0.01 * (k % 7)))];

        var answer = HotellingConsistency.Of(TestProfile.Of(25), set, Catalogue);

        Assert.Null(answer.TSquared);
        Assert.StartsWith("not computed: ", answer.Reason, StringComparison.Ordinal);
    }
}
