using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class OutlierTestsTest
{
    [Fact]
    public void The_first_step_of_the_ESD_test_is_Grubbs_test() =>
        Samples.Of(5, 20).Sample(values =>
        {
            var (grubbs, step) = (GrubbsOutlierTest.Test(values)!, ExtremeStudentizedDeviateTest.Test(values, 2).Steps[0]);
            Assert.Equal(grubbs.G, step.R, 1e-12);
            Assert.Equal(grubbs.CriticalTwoSided, step.Lambda, 1e-12);
            Assert.Equal(values[grubbs.Index], step.Value);
        });

    [Fact]
    public void G_never_exceeds_its_greatest_possible_value() =>
        Samples.Of(3, 20).Sample(values =>
        {
            var test = GrubbsOutlierTest.Test(values)!;
            var most = (values.Length - 1) / Math.Sqrt(values.Length);
            Assert.True(test.G <= most + 1e-12 && test.CriticalOneSided <= test.CriticalTwoSided && test.CriticalTwoSided < most);
        });

    [Fact]
    public void Of_two_values_equally_far_the_first_is_named() =>
        Assert.Equal(0, GrubbsOutlierTest.Test([0.1, 0.2, 0.3])!.Index);

    [Fact]
    public void Two_outliers_hide_each_other_from_a_single_step_and_not_from_the_last()
    {
        double[] values = [1.0, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.01, 9.0, 9.1];

        var test = ExtremeStudentizedDeviateTest.Test(values, 3);

        Assert.False(test.Steps[0].R > test.Steps[0].Lambda);
        Assert.Equal(2, test.OutlierCount);
        Assert.Equal([9, 8], test.Steps.Take(2).Select(s => s.Index));
    }

    [Fact]
    public void Equal_values_hold_no_outlier()
    {
        Assert.Null(GrubbsOutlierTest.Test([2, 2, 2]));
        Assert.Equal(1, ExtremeStudentizedDeviateTest.Test([2, 2, 2, 2, 2, 2, 9], 2).OutlierCount);
        Assert.Equal((null, null), (DixonRatio.Of([2, 2, 2]).High, DixonRatio.Of([2, 2, 2]).Low));
    }

    [Fact]
    public void No_more_outliers_can_be_suspected_than_leave_two_values()
    {
        Assert.Equal(2, ExtremeStudentizedDeviateTest.Test([1, 2, 3, 9], 2).Steps.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExtremeStudentizedDeviateTest.Test([1, 2, 3, 9], 3));
    }

    /// <summary>By hand on 1, 2 … n with the last moved to 2n: gap and range of each definition.</summary>
    [Theory]
    [InlineData(7, DixonKind.R10, 8 / 13.0, 1 / 13.0)]
    [InlineData(8, DixonKind.R11, 9 / 14.0, 1 / 6.0)]
    [InlineData(11, DixonKind.R21, 13 / 20.0, 2 / 9.0)]
    [InlineData(14, DixonKind.R22, 16 / 25.0, 2 / 11.0)]
    public void Dixons_ratio_follows_the_size_of_the_sample(int n, DixonKind kind, double high, double low)
    {
        double[] values = [.. Enumerable.Range(1, n - 1).Select(i => (double)i), 2 * n];

        var ratio = DixonRatio.Of(values);

        Assert.Equal(kind, ratio.Kind);
        Assert.Equal(high, ratio.High!.Value, 1e-12);
        Assert.Equal(low, ratio.Low!.Value, 1e-12);
    }

    /// <summary>Ten thousand draws: the share of outliers found has a standard error of 0.0022, the bounds are four of them.</summary>
    [Fact]
    public void A_normal_sample_holds_an_outlier_as_often_as_the_level_says()
    {
        var draws = new NormalDraws(11);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => GrubbsOutlierTest.Test(draws.Sample(9))!.IsOutlier) / 10_000.0, 0.041, 0.059);
    }
}
