using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class CapabilityChartTest
{
    [Theory]
    [InlineData(0.92, 1.37, "not yet shown to be capable, since the interval includes 1.33")]
    [InlineData(1.33, 1.90, "capable, the whole interval reaches 1.33")]
    [InlineData(0.60, 1.32, "not capable, the whole interval lies below 1.33")]
    public void The_interval_decides(double lower, double upper, string words)
    {
        var chart = new CapabilityChart(ChartSamples.Capability() with { Ppk = 1.15, PpkInterval = new(lower, upper) });

        Assert.Contains(": " + words + ".", chart.Conclusion, StringComparison.Ordinal);
        Assert.EndsWith(words + ".", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_description_has_limits_mean_and_spread()
    {
        var chart = new CapabilityChart(ChartSamples.Capability() with { Mean = 118.8, Sd = 6.9, Ppk = 1.15, PpkInterval = new(0.92, 1.37) });

        Assert.StartsWith(
            "Histogram of Median diameter D50 for 60 lots with specification limits 95 and 145 nm; mean 118.8, SD 6.9. Ppk 1.15, 95 % interval 0.92 to 1.37, against 1.33:",
            chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Lots_that_are_not_normal_have_no_curve()
    {
        var chart = new CapabilityChart(ChartSamples.Capability() with { IsNormal = false });

        Assert.Contains("not normal: no curve, index from quantiles", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void Released_lots_are_labelled_as_truncated()
    {
        var chart = new CapabilityChart(ChartSamples.Capability() with { Population = "released lots, truncated by release" });

        Assert.Contains("truncated by release", chart.Svg(TestFonts.Any), StringComparison.Ordinal);
    }
}
