using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class RateComparisonTest
{
    [Fact]
    public void Exchanged_groups_invert_the_ratio_and_keep_the_p() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Double[0.5, 20]).Sample((x1, x2, t1) =>
        {
            var there = RateComparison.Of(x1, t1, x2, 3);
            var back = RateComparison.Of(x2, 3, x1, t1);

            Assert.Equal(1, there.Ratio!.Value * back.Ratio!.Value, 1e-12);
            Assert.Equal(1, there.Confidence.Lower * back.Confidence.Upper, 1e-9);
            Assert.Equal(there.PCentral, back.PCentral, 1e-12);
            Assert.Equal(there.PMinimumLikelihood, back.PMinimumLikelihood, 1e-12);
        });

    /// <summary>4 of 4 events in a group of half the exposure: by hand, (1/3)^4 and twice that.</summary>
    [Fact]
    public void Small_counts_can_be_checked_by_hand()
    {
        var found = RateComparison.Of(4, 1, 0, 2);

        Assert.Null(found.Ratio);
        Assert.Equal(Math.Pow(1.0 / 3, 4), found.PMinimumLikelihood, 1e-15);
        Assert.Equal(2 * Math.Pow(1.0 / 3, 4), found.PCentral, 1e-15);
        Assert.Equal(double.PositiveInfinity, found.Confidence.Upper);
    }

    [Fact]
    public void No_event_at_all_says_nothing()
    {
        var found = RateComparison.Of(0, 1, 0, 1);

        Assert.Null(found.Ratio);
        Assert.Equal(1, found.PMinimumLikelihood);
        Assert.Equal(1, found.PCentral);
        Assert.Equal(new ConfidenceLimits(0, double.PositiveInfinity), found.Confidence);
    }

    [Fact]
    public void Thousands_of_events_keep_their_digits()
    {
        var found = RateComparison.Of(50_500, 1, 49_500, 1);

        Assert.Equal(StudentsT.TwoSided(999 / Math.Sqrt(100_000), double.PositiveInfinity), found.PCentral, 1e-6);
        Assert.Equal(found.PCentral, found.PMinimumLikelihood, 1e-10);
    }

    /// <summary>An exact test rejects no more often than its level: 4 sigma of the binomial above 5 %.</summary>
    [Fact]
    public void Under_the_null_the_test_keeps_its_level()
    {
        var random = new Random(20261124);
        const int Runs = 4000;
        var rejected = Enumerable.Range(0, Runs).Count(_ =>
        {
            var x1 = Enumerable.Range(0, 40).Count(_ => random.NextDouble() < 0.4);
            return RateComparison.Of(x1, 4, 40 - x1, 6).PMinimumLikelihood <= 0.05;
        });

        Assert.InRange(rejected / (double)Runs, 0.01, 0.05 + 4 * Math.Sqrt(0.05 * 0.95 / Runs));
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Of(-1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Of(1, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Of(1, 1, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Of(600_000, 1, 600_000, 1));
    }
}
