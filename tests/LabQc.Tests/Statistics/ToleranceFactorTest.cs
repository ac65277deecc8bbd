using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ToleranceFactorTest
{
    /// <summary>Each factor was put back into its defining integral in 25-digit arithmetic, which gave the confidence to 1e-12.</summary>
    [Theory]
    [InlineData(2, 0.999, 0.999, 2944.178956360287)]
    [InlineData(3, 0.95, 0.5, 2.6342316647966104)]
    [InlineData(30, 0.9999, 0.9999, 7.215420283010492)]
    [InlineData(500, 0.9, 0.99, 1.7770010152379065)]
    [InlineData(100000, 0.99, 0.999, 2.5937530629402064)]
    public void Two_sided_factors_hold_far_outside_the_tables(int n, double coverage, double confidence, double expected) =>
        Assert.Equal(1, ToleranceFactor.TwoSided(n, coverage, confidence) / expected, 1e-11);

    [Fact]
    public void Factors_rise_with_coverage_and_confidence_and_the_two_sided_is_the_larger() =>
        Gen.Select(Gen.Int[2, 300], Gen.Double[0.5, 0.99], Gen.Double[0.5, 0.99]).Sample((n, coverage, confidence) =>
        {
            var two = ToleranceFactor.TwoSided(n, coverage, confidence);
            Assert.True(two > ToleranceFactor.OneSided(n, coverage, confidence));
            Assert.True(two < ToleranceFactor.TwoSided(n, coverage + 0.005, confidence));
            Assert.True(two < ToleranceFactor.TwoSided(n, coverage, confidence + 0.005));
        }, iter: 100);

    [Fact]
    public void Many_values_leave_only_the_normal_quantile() =>
        Assert.Equal(-StandardNormal.Quantile(0.025), ToleranceFactor.TwoSided(100_000_000, 0.95, 0.95), 1e-3);

    [Fact]
    public void Limits_cover_as_often_as_they_claim()
    {
        var random = new Random(20261124);
        var k = ToleranceFactor.TwoSided(10, 0.9, 0.95);
        var covered = 0;
        for (var i = 0; i < 4000; i++)
        {
            double[] sample = [.. Enumerable.Range(0, 10).Select(_ => StandardNormal.Quantile(random.NextDouble()))];
            var (mean, reach) = (Descriptive.Mean(sample), k * Descriptive.StandardDeviation(sample));
            covered += StandardNormal.Between(mean - reach, mean + reach) >= 0.9 ? 1 : 0;
        }
        // Four standard deviations of a binomial count.
        Assert.InRange(covered, 3800 - 4 * 13.8, 3800 + 4 * 13.8);
    }

    [Fact]
    public void One_value_and_levels_outside_zero_to_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ToleranceFactor.TwoSided(1, 0.95, 0.95));
        Assert.Throws<ArgumentException>(() => ToleranceFactor.OneSided(10, 1, 0.95));
        Assert.Throws<ArgumentException>(() => ToleranceFactor.Howe(10, 0.95, double.NaN));
    }

    [Fact]
    public void Intervals_follow_shift_and_scale() =>
        Gen.Select(Gen.Double[1, 100].Array[3, 20], Gen.Double[-50, 50], Gen.Double[0.1, 10])
            .Where((values, _, _) => Descriptive.Range(values) > 0).Sample((values, shift, scale) =>
            {
                var before = ToleranceInterval.OfNormal(values, 0.95, 0.9).TwoSided;
                var after = ToleranceInterval.OfNormal(Array.ConvertAll(values, v => scale * v + shift), 0.95, 0.9).TwoSided;
                Assert.Equal(before.Lower * scale + shift, after.Lower, 1e-6);
                Assert.Equal(before.Upper * scale + shift, after.Upper, 1e-6);
            }, iter: 50);

    [Fact]
    public void Values_that_are_not_above_zero_have_no_lognormal_limits() =>
        Assert.Null(ToleranceInterval.OfLognormal([1, 2, 0], 0.95, 0.95));
}
