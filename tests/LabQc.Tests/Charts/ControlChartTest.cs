using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class ControlChartTest
{
    [Fact]
    public void It_names_the_latest_violation_and_the_specification()
    {
        var chart = new ControlChart(ChartSamples.Control(20));

        Assert.Equal("Median diameter D50, 20 lots: individuals and moving range", chart.Title);
        Assert.Equal("1 of 20 lots breaks a run rule, the latest EX-26-011 (rule 1: beyond 3σ); all lots meet the specification of 95 to 145 nm.", chart.Conclusion);
    }

    [Fact]
    public void Its_description_has_centre_and_limits()
    {
        var chart = new ControlChart(ChartSamples.Control(20));

        Assert.Equal(
            "Individuals and moving-range chart of Median diameter D50 for 20 lots in 1 phase with frozen limits. "
            + "Current centre 120.0, control limits 104.7 and 135.3 nm. 1 lot breaks a run rule, the latest EX-26-011 (rule 1: beyond 3σ). "
            + "All lots lie within the specification of 95 to 145 nm.",
            chart.AltText);
    }

    [Fact]
    public void Fewer_than_eight_lots_have_no_limits()
    {
        var chart = new ControlChart(ChartSamples.Control(7));

        Assert.Equal("No limits: fewer than 8 lots to take them from.", chart.Conclusion);
        Assert.DoesNotContain("UCL", chart.Svg(TestFonts.Any), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Fewer_than_twenty_lots_are_provisional(int lots, bool isProvisional)
    {
        var svg = new ControlChart(ChartSamples.Control(lots)).Svg(TestFonts.Any);

        Assert.Equal(isProvisional, svg.Contains("provisional", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lot_outside_the_specification_is_counted()
    {
        var chart = new ControlChart(ChartSamples.Control(20) with { UpperSpecification = 136 });

        Assert.EndsWith("1 lot is outside the specification of 95 to 136 nm.", chart.Conclusion, StringComparison.Ordinal);
        Assert.EndsWith("Not all lots lie within the specification of 95 to 136 nm.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_specification_far_from_the_lots_is_named_and_does_not_flatten_them()
    {
        var far = new ControlChart(ChartSamples.Control() with { LowerSpecification = 0, UpperSpecification = 1000 }).Svg(TestFonts.Any);

        Assert.Contains("USL 1", far, StringComparison.Ordinal);
        Assert.Contains(", above", far, StringComparison.Ordinal);
        Assert.Contains("LSL 0, below", far, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_lots_the_points_are_left_out()
    {
        Assert.Contains("ordinary points are not", new ControlChart(ChartSamples.Control(300)).Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_rule_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ControlChart(ChartSamples.Control() with { Violations = [new ControlViolation(0, "N9")] }));
    }

    [Fact]
    public void A_phase_beyond_the_lots_is_refused()
    {
        var data = ChartSamples.Control(8);

        Assert.Throws<ArgumentException>(() => new ControlChart(data with { Points = [.. data.Points.Take(5)] }));
    }
}
