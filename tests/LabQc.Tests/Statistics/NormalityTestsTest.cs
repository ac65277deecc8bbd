using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class NormalityTestsTest
{
    [Fact]
    public void Shift_scale_and_order_leave_both_tests() =>
        Gen.Select(Samples.Of(5, 40), Gen.Double[-9, 9], Gen.Double[0.1, 9]).Sample((values, shift, scale) =>
        {
            double[] moved = [.. values.Reverse().Select(v => v * scale + shift)];
            Assert.Equal(ShapiroWilkTest.Test(values)!.W, ShapiroWilkTest.Test(moved)!.W, 1e-9);
            Assert.Equal(AndersonDarlingTest.Test(values)!.A2, AndersonDarlingTest.Test(moved)!.A2, 1e-7);
        });

    [Fact]
    public void W_turned_upside_down_is_the_same() =>
        Samples.Of(3, 60).Sample(values =>
            Assert.Equal(ShapiroWilkTest.Test(values)!.W, ShapiroWilkTest.Test([.. values.Select(v => -v)])!.W, 1e-10));

    /// <summary>For three values W lies between 3/4 and 1, reached by two equal values and by equal steps.</summary>
    [Fact]
    public void Three_values_span_the_whole_of_W_and_p()
    {
        var steps = ShapiroWilkTest.Test([1, 2, 3])!;
        var pair = ShapiroWilkTest.Test([1, 1, 3])!;

        Assert.Equal(1, steps.W, 1e-12);
        Assert.Equal(1, steps.P, 1e-7);
        Assert.Equal(0.75, pair.W, 1e-12);
        Assert.Equal(0, pair.P, 1e-7);
    }

    [Fact]
    public void Equal_values_and_too_few_or_too_many_have_no_test()
    {
        Assert.Null(ShapiroWilkTest.Test([0.1, 0.1, 0.1]));
        Assert.Null(AndersonDarlingTest.Test([0.1, 0.1, 0.1]));
        Assert.Throws<ArgumentException>(() => ShapiroWilkTest.Test([1, 2]));
        Assert.Throws<ArgumentException>(() => ShapiroWilkTest.Test(new double[5001]));
    }

    [Fact]
    public void An_outlier_beyond_the_range_of_the_normal_tail_leaves_numbers()
    {
        var test = AndersonDarlingTest.Test([.. new double[3000], 1e9])!;

        Assert.True(double.IsFinite(test.A2) && test.A2 > 100);
        Assert.Equal(3.7e-24, test.P);
    }

    /// <summary>Four thousand draws; the share below 0.05 has a standard error of 0.0034, the bounds are four of them and 0.003 for the approximations.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public void P_is_uniform_for_normal_samples(int n)
    {
        var draws = new NormalDraws(n);
        double[][] samples = [.. Enumerable.Range(0, 4000).Select(_ => draws.Sample(n))];

        Assert.InRange(samples.Count(s => ShapiroWilkTest.Test(s)!.P < 0.05) / 4000.0, 0.033, 0.067);
        Assert.InRange(samples.Count(s => AndersonDarlingTest.Test(s)!.P < 0.05) / 4000.0, 0.033, 0.067);
    }
}
