using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

/// <summary>Expected values of ten digits or more: incomplete beta and gamma functions in 30-digit arithmetic.</summary>
public sealed class ProbabilityDistributionsTest
{
    [Theory]
    [InlineData(0.975, 9, 2.262157162798205)]
    [InlineData(0.9999, 1, 3183.0987571185147)]
    [InlineData(0.025, 4, -2.7764451051977987)]
    public void Quantiles_of_Students_t_hold_to_twelve_digits(double p, double df, double expected) =>
        Assert.Equal(1, StudentsT.Quantile(p, df) / expected, 1e-12);

    [Fact]
    public void Quantiles_of_F_do_not_fail_far_out() =>
        Assert.Equal(1999, FisherF.Quantile(0.9995, 2, 2), 1e-9);

    [Fact]
    public void The_far_upper_tail_of_chi_squared_does_not_vanish() =>
        Assert.Equal(1, ChiSquare.UpperTail(100, 2) / Math.Exp(-50), 1e-12);

    [Theory]
    [InlineData(10000.0, 0.1, 0.16616209573438213408)]
    [InlineData(1.3, 0.5, 0.27030732672256022583)]
    [InlineData(0.5, 0.5, 0.37865903646471831567)]
    [InlineData(40.0, 9.0, 9.4914992246699132352e-12)]
    [InlineData(6.0, 1.0, 0.052568456711253429951)]
    [InlineData(10000.0, 3.7, 3.4591483738673173686e-15)]
    [InlineData(1e-06, 3.7, 0.49999962683845054059)]
    [InlineData(1.3, 2.0, 0.1616235159080201851)]
    public void Upper_tails_of_Students_t_hold_to_twelve_digits(double t, double df, double upper)
    {
        Assert.Equal(1, StudentsT.UpperTail(t, df) / upper, 1e-12);
        Assert.Equal(1, StudentsT.Cdf(-t, df) / upper, 1e-12);
    }

    [Theory]
    [InlineData(0.000625720304108054, 0.1, 0.68615650367479320319, 0.31384349632520679681)]
    [InlineData(126.53764708564894, 1.0, 1.0, 2.3451056382982891677e-29)]
    [InlineData(438.27429602194786, 200.0, 0.99999999999999999993, 7.0628752472967180735e-20)]
    [InlineData(162.02735775034293, 200.0, 0.022736414170387397018, 0.97726358582961260298)]
    [InlineData(9928.792344708532, 10000.0, 0.30853844973303524079, 0.69146155026696475921)]
    [InlineData(58.70512269388554, 30.0, 0.99868279192788548436, 0.0013172080721145156375)]
    [InlineData(754.8367707528205, 1000.5, 9.6253392142199771174e-10, 0.99999999903746607858)]
    [InlineData(5.080640020702413, 3.7, 0.75688942174930509627, 0.24311057825069490373)]
    public void Both_tails_of_chi_squared_hold_to_twelve_digits(double x, double df, double lower, double upper)
    {
        Assert.Equal(1, ChiSquare.Cdf(x, df) / lower, 1e-12);
        Assert.Equal(1, ChiSquare.UpperTail(x, df) / upper, 1e-12);
    }

    [Theory]
    [InlineData(50.0, 5.5, 1.0, 0.89257313271422620927, 0.10742686728577379073)]
    [InlineData(0.0001, 0.3, 12.0, 0.20036001896216631775, 0.79963998103783368225)]
    [InlineData(1.0, 0.3, 3.0, 0.75514316127760898465, 0.24485683872239101535)]
    [InlineData(0.0001, 20.0, 12.0, 4.954388789475681093e-35, 1.0)]
    [InlineData(1.0, 300.0, 5000.0, 0.50991415773793177153, 0.49008584226206822847)]
    [InlineData(0.3, 5.5, 100000.0, 0.073815427239074245975, 0.92618457276092575402)]
    [InlineData(1.0, 20.0, 100.0, 0.53079104017725821971, 0.46920895982274178029)]
    [InlineData(0.0001, 300.0, 1.0, 2.0511503999547374049e-232, 1.0)]
    [InlineData(50.0, 10000.0, 100.0, 1.0, 1.5597903309983341242e-65)]
    [InlineData(0.0001, 2.0, 0.4, 0.00009997001099560185199, 0.99990002998900439815)]
    public void Both_tails_of_F_hold_to_twelve_digits(double f, double df1, double df2, double lower, double upper)
    {
        Assert.Equal(1, FisherF.Cdf(f, df1, df2) / lower, 1e-12);
        Assert.Equal(1, FisherF.UpperTail(f, df1, df2) / upper, 1e-12);
    }

    [Fact]
    public void Each_quantile_inverts_its_probability_in_the_tail_it_lies_in() =>
        Gen.Select(Gen.Double[-30, -0.7], Gen.Double[0.3, 2000], Gen.Double[0.3, 2000]).Sample((logTail, df1, df2) =>
        {
            var p = Math.Exp(logTail);
            Assert.Equal(1, StudentsT.Cdf(StudentsT.Quantile(p, df1), df1) / p, 1e-11);
            Assert.Equal(1, ChiSquare.UpperTail(ChiSquare.UpperQuantile(p, df1), df1) / p, 1e-11);
            Assert.Equal(1, ChiSquare.Cdf(ChiSquare.Quantile(p, df1), df1) / p, 1e-11);
            Assert.Equal(1, FisherF.UpperTail(FisherF.UpperQuantile(p, df1, df2), df1, df2) / p, 1e-11);
            Assert.Equal(1, FisherF.Cdf(FisherF.Quantile(p, df1, df2), df1, df2) / p, 1e-11);
            Assert.Equal(1, BetaDistribution.Cdf(BetaDistribution.Quantile(p, df1, df2), df1, df2) / p, 1e-11);
        }, iter: 200);

    [Fact]
    public void Quantiles_rise_with_the_fraction() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999], Gen.Double[0.5, 200]).Sample((p, q, df) =>
        {
            var (low, high) = (Math.Min(p, q), Math.Max(p, q));
            Assert.True(StudentsT.Quantile(low, df) <= StudentsT.Quantile(high, df));
            Assert.True(ChiSquare.Quantile(low, df) <= ChiSquare.Quantile(high, df));
            Assert.True(FisherF.Quantile(low, df, 7) <= FisherF.Quantile(high, df, 7));
        });

    [Fact]
    public void A_quantile_beside_the_median_keeps_its_digits() =>
        Assert.Equal(1, StudentsT.Quantile(0.5 + Math.ScaleB(1, -40), 1) / (Math.PI * Math.ScaleB(1, -40)), 1e-14);

    [Fact]
    public void The_ends_of_the_range_are_infinite_and_what_is_no_distribution_is_refused()
    {
        Assert.Equal(double.NegativeInfinity, StudentsT.Quantile(0, 3));
        Assert.Equal(double.PositiveInfinity, ChiSquare.Quantile(1, 3));
        Assert.Equal(0, FisherF.Quantile(0, 3, 4));
        Assert.Equal(StandardNormal.Quantile(0.9), StudentsT.Quantile(0.9, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => StudentsT.Cdf(double.NaN, 3));
        Assert.Throws<ArgumentException>(() => ChiSquare.Cdf(1, 0));
        Assert.Throws<ArgumentException>(() => FisherF.Quantile(1.1, 1, 2));
        Assert.Throws<ArgumentException>(() => BetaDistribution.Cdf(0.5, double.NaN, 2));
    }
}
