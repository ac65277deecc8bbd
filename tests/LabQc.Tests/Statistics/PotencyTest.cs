using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class PotencyTest
{
    private static readonly double[] Doses = [0.1, 0.3, 1, 3, 10, 30, 100, 0.1, 0.3, 1, 3, 10, 30, 100];

    private static readonly Gen<(double A, double D, double B, double C)> Curves =
        Gen.Select(Gen.Double[-5, 5], Gen.Double[6, 20], Gen.Double[0.6, 4], Gen.Double[1, 10]);

    [Fact]
    public void A_curve_without_noise_is_found_again_falling_or_rising() =>
        Curves.Sample((a, d, b, c) =>
        {
            foreach (var (zero, infinite) in ((double, double)[])[(a, d), (d, a)])
            {
                var fit = FourParameterLogistic.Fit(Doses, [.. Doses.Select(x => infinite + (zero - infinite) / (1 + Math.Pow(x / c, b)))]);
                Assert.Equal(zero, fit.AtZeroDose, 1e-6);
                Assert.Equal(infinite, fit.AtInfiniteDose, 1e-6);
                Assert.Equal(b, fit.Slope, 1e-6);
                Assert.Equal(c, fit.Ec50, 1e-6);
                Assert.Equal((zero + infinite) / 2, fit.ResponseAt(c), 1e-6);
            }
        }, iter: 30);

    [Fact]
    public void A_change_of_both_units_goes_through_the_curve() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var responses = Noisy(seed, 0.2, 4, 1.5, 5);
            var plain = FourParameterLogistic.Fit(Doses, responses);
            var other = FourParameterLogistic.Fit([.. Doses.Select(x => 1e-9 * x)], [.. responses.Select(y => 1000 * y)]);
            Assert.Equal(plain.Ec50, 1e9 * other.Ec50, 1e-6 * plain.Ec50);
            Assert.Equal(plain.StandardErrors.Slope, other.StandardErrors.Slope, 1e-5 * plain.StandardErrors.Slope);
            Assert.Equal(1000 * plain.ResidualSd, other.ResidualSd, 1e-6 * other.ResidualSd);
        }, iter: 30);

    [Fact]
    public void A_preparation_against_its_own_dilution_has_the_dilution_as_potency()
    {
        var responses = Noisy(4, 0.2, 4, 1.5, 5);

        var potency = RelativePotency.Fit(Doses, responses, [.. Doses.Select(x => 4 * x)], responses);

        Assert.Equal(0.25, potency.Ratio, 1e-8);
        Assert.Equal(1, potency.Parallelism!.P, 1e-6);
        Assert.True(potency.Interval.Lower < 0.25 && potency.Interval.Upper > 0.25);
    }

    [Fact]
    public void Exchanging_reference_and_test_inverts_the_potency()
    {
        double[] one = Noisy(4, 0.2, 4, 1.5, 5), other = Noisy(5, 0.2, 4, 1.5, 8);

        var (there, back) = (RelativePotency.Fit(Doses, one, Doses, other), RelativePotency.Fit(Doses, other, Doses, one));

        Assert.Equal(1, there.Ratio * back.Ratio, 1e-8);
        Assert.Equal(there.Parallelism!.F, back.Parallelism!.F, 1e-6);
        Assert.Equal(1, there.Interval.Lower * back.Interval.Upper, 1e-7);
    }

    [Fact]
    public void Responses_that_leave_the_curve_open_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FourParameterLogistic.Fit([1, 2, 3, 1, 2, 3], [1, 2, 3, 1, 2, 3.5]));
        Assert.Throws<ArgumentException>(() => FourParameterLogistic.Fit(Doses, new double[Doses.Length]));
        Assert.Throws<ArgumentException>(() => FourParameterLogistic.Fit([-1, 1, 2, 3, 4], [1, 2, 3, 4, 5]));
    }

    [Fact]
    public void Potency_of_parallel_lines_does_not_depend_on_the_logarithm() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var draws = new NormalDraws(seed);
            double[] Line(double start) => [.. Doses.Select(x => start + 2 * Math.Log(x) + 0.3 * draws.Next())];
            double[] reference = Line(3), test = Line(4);
            var natural = ParallelLineAssay.Fit(Doses, reference, Doses, test);
            var binary = ParallelLineAssay.Fit(Doses, reference, Doses, test, DoseLogarithm.Base2);
            Assert.Equal(natural.Ratio, binary.Ratio, 1e-10 * natural.Ratio);
            Assert.Equal(natural.Interval.Limits!.Value.Upper, binary.Interval.Limits!.Value.Upper, 1e-9 * natural.Ratio);
            Assert.Equal(natural.CommonSlope * Math.Log(2), binary.CommonSlope, 1e-10);
        }, iter: 50);

    [Fact]
    public void Lines_too_flat_to_tell_have_no_finite_interval()
    {
        var assay = ParallelLineAssay.Fit([1, 2, 4, 8], [5, 1, 6, 3], [1, 2, 4, 8], [4, 2, 2, 5]);

        Assert.True(assay.Interval.G >= 1);
        Assert.Null(assay.Interval.Limits);
    }

    [Fact]
    public void A_dose_of_zero_or_a_single_dose_makes_no_line()
    {
        Assert.Throws<ArgumentException>(() => ParallelLineAssay.Fit([0, 1, 2], [1, 2, 3], [1, 2, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => ParallelLineAssay.Fit([2, 2, 2], [1, 2, 3], [1, 2, 3], [1, 2, 3]));
    }

    /// <summary>Two thousand draws: the cover of 0.95 has a standard error of 0.0049, the bounds are four of them.</summary>
    [Fact]
    public void Fiellers_interval_covers_the_true_potency_as_often_as_it_says()
    {
        var draws = new NormalDraws(8);
        double[] doses = [1, 2, 4, 8, 1, 2, 4, 8];
        double[] Line(double start) => [.. doses.Select(x => start + Math.Log(x) + 0.5 * draws.Next())];

        var covered = Enumerable.Range(0, 2000).Count(_ =>
            ParallelLineAssay.Fit(doses, Line(0), doses, Line(0.5)).Interval.Limits is { } limits
            && limits.Lower <= Math.Exp(0.5) && limits.Upper >= Math.Exp(0.5));

        Assert.InRange(covered / 2000.0, 0.93, 0.97);
    }

    private static double[] Noisy(int seed, double a, double d, double b, double c)
    {
        var draws = new NormalDraws(seed);
        return [.. Doses.Select(x => d + (a - d) / (1 + Math.Pow(x / c, b)) + 0.1 * draws.Next())];
    }
}
