using LabQc.Consistency;

namespace LabQc.Tests.Consistency;

public sealed class DistributionConsistencyTest
{
    [Fact]
    public void A_sets_own_distances_equal_leaving_each_lot_out()
    {
        double[][] lots = [.. TestProfile.Steady(24).Select(l => l.Quantiles!)];

        var own = DistributionConsistency.OwnDistances(lots, QuantileFunctions.Mean(lots));

        for (var i = 0; i < lots.Length; i++)
        {
            double[][] others = [.. lots.Where((_, j) => j != i)];
            Assert.Equal(QuantileFunctions.Distance(lots[i], QuantileFunctions.Mean(others)), own[i], 1e-11);
        }
    }

    [Fact]
    public void The_limit_is_the_cubed_prediction_limit_of_the_cube_roots()
    {
        // Roots 1 to 20: mean 10.5, SD √35, t(0.99; 19) = 2.539483190626, so the limit is (10.5 + t √35 √1.05)³.
        double[] own = [.. Enumerable.Range(1, 20).Select(k => Math.Pow(k, 3))];

        Assert.Equal(17363.513827550, DistributionConsistency.Limit(own)!.Value, 1e-5);
    }

    [Fact]
    public void Distances_that_do_not_vary_give_no_limit() =>
        Assert.Null(DistributionConsistency.Limit([.. Enumerable.Repeat(2.0, 24)]));

    [Fact]
    public void With_fewer_than_twenty_other_lots_there_is_a_rank_and_no_limit()
    {
        double[][] others = [.. TestProfile.Steady(19).Select(l => l.Quantiles!)];

        var answer = DistributionConsistency.Of(TestProfile.Lognormal(140, 0.3), others);

        Assert.Equal(45, answer.DistanceNm!.Value, 5.0);
        Assert.Null(answer.LimitNm);
        Assert.Equal(1.0 / 20, answer.RankP!.Value, 1e-15);
        Assert.Equal(ConsistencyVerdict.NotJudged, answer.Verdict);
        Assert.Contains("only the rank", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_lot_has_a_rank_of_one()
    {
        double[][] others = [.. TestProfile.Steady(10).Select(l => l.Quantiles!)];

        Assert.Equal(1, DistributionConsistency.Of(QuantileFunctions.Mean(others), others).RankP);
    }

    [Fact]
    public void Twenty_other_lots_judge_a_far_lot_out_of_trend_and_a_near_one_in_trend()
    {
        double[][] others = [.. TestProfile.Steady(20).Select(l => l.Quantiles!)];

        var far = DistributionConsistency.Of(TestProfile.Lognormal(120, 0.3), others);
        var near = DistributionConsistency.Of(TestProfile.Lognormal(96, 0.3), others);

        Assert.Equal(ConsistencyVerdict.OutOfTrend, far.Verdict);
        Assert.Equal(ConsistencyVerdict.InTrend, near.Verdict);
        Assert.Equal(far.LimitNm, near.LimitNm);
        Assert.Equal(20, far.OwnDistances.Count);
    }

    [Fact]
    public void A_wider_distribution_of_the_same_median_is_far_away()
    {
        double[][] others = [.. TestProfile.Steady(24).Select(l => l.Quantiles!)];

        Assert.Equal(ConsistencyVerdict.OutOfTrend, DistributionConsistency.Of(TestProfile.Lognormal(95, 0.6), others).Verdict);
    }

    [Fact]
    public void Nothing_to_compare_is_said()
    {
        double[][] others = [.. TestProfile.Steady(20).Select(l => l.Quantiles!)];

        Assert.Contains("no size distribution", DistributionConsistency.Of(null, others).Reason, StringComparison.Ordinal);
        Assert.Contains("fewer than two", DistributionConsistency.Of(others[0], [others[1]]).Reason, StringComparison.Ordinal);
    }
}
