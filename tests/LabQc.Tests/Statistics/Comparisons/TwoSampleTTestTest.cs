using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class TwoSampleTTestTest
{
    private static readonly Gen<(double[], double[])> Pairs =
        Gen.Select(Samples.Of(2, 20), Samples.Of(2, 20));

    [Fact]
    public void A_shift_of_both_samples_and_a_scale_leave_t_and_p() =>
        Gen.Select(Pairs, Gen.Double[-50, 50], Gen.Double[0.1, 10]).Sample((pair, shift, scale) =>
        {
            var (x, y) = pair;
            if (TwoSampleTTest.Welch(x, y) is not { } plain)
                return;
            var moved = TwoSampleTTest.Welch([.. x.Select(v => v * scale + shift)], [.. y.Select(v => v * scale + shift)])!;
            Assert.Equal(plain.P, moved.P, 1e-7);
            Assert.Equal(plain.Difference * scale, moved.Difference, 1e-8);
            Assert.Equal(plain.Interval.Upper * scale, moved.Interval.Upper, 1e-6 * (1 + Math.Abs(moved.Interval.Upper)));
        });

    [Fact]
    public void Exchanging_the_samples_turns_the_sign_and_keeps_p() =>
        Pairs.Sample((x, y) =>
        {
            if (TwoSampleTTest.Pooled(x, y) is not { } there)
                return;
            var back = TwoSampleTTest.Pooled(y, x)!;
            Assert.Equal(there.T, -back.T, 1e-9 * (1 + Math.Abs(there.T)));
            Assert.Equal(there.P, back.P, 1e-9);
        });

    [Fact]
    public void The_interval_excludes_zero_exactly_when_p_is_below_the_level() =>
        Pairs.Sample((x, y) =>
        {
            if (TwoSampleTTest.Welch(x, y, 0.9) is not { } test || Math.Abs(test.P - 0.1) < 1e-9)
                return;
            Assert.Equal(test.P < 0.1, test.Interval.Lower > 0 || test.Interval.Upper < 0);
        });

    [Fact]
    public void Samples_without_any_variance_have_no_t() =>
        Assert.Null(TwoSampleTTest.Welch([0.1, 0.1, 0.1], [0.3, 0.3]));

    [Fact]
    public void A_single_value_has_a_place_in_the_pooled_test_only()
    {
        Assert.Equal(1, TwoSampleTTest.Pooled([5], [1, 3])!.DegreesOfFreedom);
        Assert.Throws<ArgumentException>(() => TwoSampleTTest.Welch([5], [1, 3]));
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => TwoSampleTTest.Pooled([1, double.NaN], [1, 2]));

    [Fact]
    public void Variances_far_apart_neither_overflow_nor_underflow()
    {
        var test = TwoSampleTTest.Welch([1e-170, 2e-170, 4e-170], [1e-170, 3e-170, 9e-170]);

        Assert.InRange(test?.DegreesOfFreedom ?? 2, 2, 4);
    }

    /// <summary>Twenty thousand samples; the share below 0.05 has a standard error of 0.0015, the bound is four of them.</summary>
    [Fact]
    public void P_is_uniform_under_the_null_hypothesis()
    {
        var random = new NormalDraws(20261124);
        double[] p = [.. Enumerable.Range(0, 20_000).Select(_ => TwoSampleTTest.Pooled(random.Sample(5), random.Sample(8))!.P)];

        Assert.InRange(p.Count(v => v < 0.05) / 20_000.0, 0.044, 0.056);
        Assert.InRange(p.Average(), 0.492, 0.508);
    }
}
