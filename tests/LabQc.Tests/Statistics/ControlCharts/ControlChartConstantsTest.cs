using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ControlChartConstantsTest
{
    [Fact]
    public void Two_readings_have_closed_forms()
    {
        var constants = ControlChartConstants.For(2);

        Assert.Equal(2 / Math.Sqrt(Math.PI), constants.RangeMean, 1e-15);
        Assert.Equal(Math.Sqrt(2 - 4 / Math.PI), constants.RangeSd, 1e-15);
        Assert.Equal(Math.Sqrt(2 / Math.PI), constants.SdMean, 1e-15);
    }

    [Fact]
    public void The_mean_range_of_three_readings_is_3_over_root_pi() =>
        Assert.Equal(3 / Math.Sqrt(Math.PI), ControlChartConstants.For(3).RangeMean, 1e-13);

    /// <summary>Closed forms of order statistics of four and five normal readings: Harter 1961, Biometrika 48:151.</summary>
    [Fact]
    public void The_mean_ranges_of_four_and_five_readings_have_closed_forms()
    {
        var tilt = Math.Asin(1.0 / 3) / Math.PI;

        Assert.Equal(6 / Math.Sqrt(Math.PI) * (0.5 + tilt), ControlChartConstants.For(4).RangeMean, 1e-13);
        Assert.Equal(10 / Math.Sqrt(Math.PI) * (0.25 + 1.5 * tilt), ControlChartConstants.For(5).RangeMean, 1e-13);
    }

    /// <summary>Tippett 1925, Biometrika 17, tables for samples of 100 and 1000.</summary>
    [Theory]
    [InlineData(100, 5.01519, 0.60519)]
    [InlineData(1000, 6.48287, 0.49)]
    public void Large_samples_have_Tippetts_values(int n, double mean, double sd)
    {
        Assert.Equal(mean, ControlChartConstants.For(n).RangeMean, 1e-4);
        Assert.Equal(sd, ControlChartConstants.For(n).RangeSd, 1e-2);
    }

    [Fact]
    public void The_mean_of_the_standard_deviation_tends_to_sigma()
    {
        var constants = ControlChartConstants.For(1000);

        Assert.Equal(1 - 1 / (4.0 * 1000), constants.SdMean, 1e-6);
        Assert.Equal(1 / Math.Sqrt(2.0 * 999), constants.SdSd, 1e-5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_subgroup_has_two_to_a_thousand_readings(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChartConstants.For(n));
}
