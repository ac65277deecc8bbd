using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ProbabilityDistributionsTest
{
    [Theory]
    [InlineData(0.975, 9, 2.262157162798205)]
    [InlineData(0.9999, 1, 3183.0987571039984)]
    [InlineData(0.025, 4, -2.7764451051977987)]
    public void Quantiles_of_Students_t_hold_to_twelve_digits(double p, double df, double expected) =>
        Assert.Equal(1, StudentsT.Quantile(p, df) / expected, 1e-11);

    [Fact]
    public void Quantiles_of_F_do_not_fail_far_out() =>
        Assert.Equal(1999, FisherF.Quantile(0.9995, 2, 2), 1e-6);

    [Fact]
    public void The_far_upper_tail_of_chi_squared_does_not_vanish() =>
        Assert.Equal(1, ChiSquare.UpperTail(100, 2) / Math.Exp(-50), 1e-12);
}
