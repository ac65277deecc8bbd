using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class PoissonRateTest
{
    [Fact]
    public void No_event_leaves_the_rule_of_three()
    {
        var rate = PoissonRate.Of(0, 10);

        Assert.Equal(0, rate.Exact.Lower);
        Assert.Equal(-Math.Log(0.05) / 10, rate.UpperOneSided, 1e-12);
        Assert.Equal(-Math.Log(0.025) / 10, rate.Exact.Upper, 1e-12);
    }

    /// <summary>The exact limits are the means at which the observed count lies at α/2 in either tail.</summary>
    [Fact]
    public void Exact_limits_put_the_count_on_its_tails() => Gen.Select(Gen.Int[1, 60], Gen.Double[0.5, 0.999]).Sample((count, confidence) =>
    {
        var exact = PoissonRate.Of(count, 1, confidence).Exact;

        Assert.Equal((1 - confidence) / 2, 1 - PoissonCdf(count - 1, exact.Lower), 1e-10);
        Assert.Equal((1 - confidence) / 2, PoissonCdf(count, exact.Upper), 1e-10);
    });

    [Fact]
    public void Exposure_divides_everything() => Gen.Select(Gen.Int[0, 500], Gen.Double[0.1, 1000]).Sample((count, exposure) =>
    {
        var unit = PoissonRate.Of(count, 1);
        var rate = PoissonRate.Of(count, exposure);

        Assert.Equal(unit.Exact.Upper, rate.Exact.Upper * exposure, 1e-9 * unit.Exact.Upper);
        Assert.True(rate.Exact.Lower <= rate.Rate && rate.Rate <= rate.Exact.Upper);
    });

    [Fact]
    public void Byars_approximation_is_near_and_never_negative()
    {
        var rate = PoissonRate.Of(100, 1);

        Assert.Equal(rate.Exact.Lower, rate.Byar.Lower, 0.05);
        Assert.Equal(0, PoissonRate.Of(1, 1, 0.9999).Byar.Lower);
    }

    [Fact]
    public void A_large_count_has_limits_near_the_normal_ones()
    {
        var exact = PoissonRate.Of(1_000_000, 1).Exact;

        Assert.Equal(1_000_000 - 1960, exact.Lower, 2.0);
        Assert.Equal(1_000_000 + 1960, exact.Upper, 4.0);
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonRate.Of(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonRate.Of(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonRate.Of(1, 1, 1));
    }

    private static double PoissonCdf(int count, double mean)
    {
        double term = Math.Exp(-mean), sum = term;
        for (var i = 1; i <= count; i++)
            sum += term *= mean / i;
        return sum;
    }
}
