using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class NoncentralTTest
{
    /// <summary>Expected values: the defining integral in 40-digit arithmetic.</summary>
    [Theory]
    [InlineData(20, 19, 15, 0.923534336381722644)]
    [InlineData(-1, 8, 0.5, 0.0767230931113002508)]
    [InlineData(5, 4, 3.5, 0.716934092089910993)]
    [InlineData(1.5, 2, -1, 0.975578333680434404)]
    [InlineData(0.5, 1, 10, 3.74408586163868299e-19)]
    [InlineData(-30, 3, 5, 5.22130709175282102e-13)]
    [InlineData(10000, 1, 50, 0.99601059383846522)]
    [InlineData(50, 124, 70, 3.86667079280867365e-9)]
    [InlineData(190, 999, 180, 0.989112409397255609)]
    [InlineData(0.1, 0.7, 1, 0.177727600008244573)]
    [InlineData(15, 200, 30, 2.40552104861730646e-32)]
    [InlineData(-12, 1e6, 2, 7.84932797236756768e-45)]
    [InlineData(2.5, 1e8, 1, 0.93319279488608833)]
    public void Probabilities_hold_to_twelve_digits_from_one_degree_of_freedom_to_many(
        double t, double df, double delta, double expected)
    {
        Assert.Equal(1, NoncentralT.Cdf(t, df, delta) / expected, 1e-12);
        Assert.Equal(1, NoncentralT.UpperTail(-t, df, -delta) / expected, 1e-12);
    }

    [Fact]
    public void Without_noncentrality_it_is_Students_t() =>
        Gen.Select(Gen.Double[-20, 20], Gen.Double[0.6, 300]).Sample(
            (t, df) => Assert.Equal(1, NoncentralT.Cdf(t, df, 0) / StudentsT.Cdf(t, df), 1e-12), iter: 300);

    [Fact]
    public void Quantile_and_noncentrality_invert_the_probability() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[1, 200], Gen.Double[-20, 20]).Sample((p, df, delta) =>
        {
            var t = NoncentralT.Quantile(p, df, delta);
            Assert.Equal(p, NoncentralT.Cdf(t, df, delta), 1e-11);
            Assert.Equal(p, NoncentralT.Cdf(t, df, NoncentralT.NoncentralityAt(p, t, df)), 1e-11);
        }, iter: 60);

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        Assert.Throws<ArgumentException>(() => NoncentralT.Cdf(double.NaN, 3, 1));
        Assert.Throws<ArgumentException>(() => NoncentralT.Cdf(1, 0, 1));
        Assert.Throws<ArgumentException>(() => NoncentralT.Quantile(1.5, 3, 1));
        Assert.Equal(1, NoncentralT.Cdf(double.PositiveInfinity, 3, 1));
    }
}
