using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class OrderStatisticToleranceTest
{
    [Fact]
    public void A_confidence_met_exactly_is_met()
    {
        Assert.Equal(2, OrderStatisticTolerance.OneSidedSampleSize(0.9, 0.19));
        Assert.Equal(1, OrderStatisticTolerance.OneSidedSampleSize(0.5, 0.5));
        Assert.Equal(1, OrderStatisticTolerance.LargestRank(2, 0.5, 0.75).Rank);
        Assert.Equal(0.75, OrderStatisticTolerance.LargestRank(2, 0.5, 0.75).Confidence, 1e-14);
    }

    [Fact]
    public void The_sample_size_is_the_first_whose_maximum_is_a_limit() =>
        Gen.Select(Gen.Double[0.5, 0.999], Gen.Double[0.5, 0.999]).Sample((coverage, confidence) =>
        {
            var n = OrderStatisticTolerance.OneSidedSampleSize(coverage, confidence);
            Assert.True(OrderStatisticTolerance.LargestRank(n, coverage, confidence).Rank >= 1);
            if (n > 1)
                Assert.Equal((0, 0), OrderStatisticTolerance.LargestRank(n - 1, coverage, confidence));
        });

    [Fact]
    public void Both_sides_need_more_values_than_one() =>
        Gen.Select(Gen.Double[0.01, 0.999], Gen.Double[0.01, 0.999]).Sample((coverage, confidence) =>
            Assert.True(OrderStatisticTolerance.TwoSidedSampleSize(coverage, confidence)
                > OrderStatisticTolerance.OneSidedSampleSize(coverage, confidence)));

    [Fact]
    public void Levels_outside_zero_to_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => OrderStatisticTolerance.OneSidedSampleSize(1, 0.95));
        Assert.Throws<ArgumentException>(() => OrderStatisticTolerance.LargestRank(0, 0.9, 0.95));
    }
}
