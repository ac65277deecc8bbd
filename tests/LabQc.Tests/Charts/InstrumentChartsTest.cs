using LabQc.Charts;

namespace LabQc.Tests.Charts;

/// <summary>Dilution series and bead checks.</summary>
public sealed class InstrumentChartsTest
{
    private static readonly DilutionChartData Series = new()
    {
        Lot = "EX-1",
        Dilutions = [new(1000, 8e11, [7.9e11, 8.1e11]), new(2000, 8.4e11, []), new(4000, 5e11, [])],
        MedianPerMl = 8e11,
        Agrees = false,
    };

    [Fact]
    public void A_dilution_that_departs_is_named()
    {
        Assert.Equal(
            "Undiluted concentration of lot EX-1 at 3 dilutions from 1 000 to 4 000. Median 8.00 × 10¹¹ particles/mL; "
            + "dilution 4 000 is 38 % below the median: concentration, yield and purity are inconclusive.",
            new DilutionChart(Series).AltText);
    }

    [Fact]
    public void A_series_within_the_band_agrees()
    {
        var chart = new DilutionChart(Series with { Dilutions = [.. Series.Dilutions.Take(2), new(4000, 7e11, [])], Agrees = true });

        Assert.EndsWith("all dilutions lie within ±25\u2009%: the series agrees.", chart.Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_dilutions_decide_nothing()
    {
        var chart = new DilutionChart(Series with { Dilutions = [.. Series.Dilutions.Take(2)], Agrees = null });

        Assert.EndsWith("fewer than three dilutions decide nothing.", chart.Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_of_a_series_is_named()
    {
        var chart = new DilutionChart(Series with { Dilutions = [.. Series.Dilutions, new(8000, double.NaN, [])] });

        Assert.Contains("failed run: 8\u2009000", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void Bead_checks_tell_about_the_last_one_first()
    {
        var data = ChartSamples.BeadChecks(8) with { Violations = [new ControlViolation(7, "1-3s"), new ControlViolation(3, "1-2s")] };

        Assert.Equal("The last check (26-01-08) is 102.0 nm and breaks 1-3s (beyond 3 SD); 1 of 8 checks breaks a rule.", new BeadCheckChart(data).Conclusion);
    }

    [Fact]
    public void A_warning_alone_breaks_no_rule()
    {
        var data = ChartSamples.BeadChecks(8) with { Violations = [new ControlViolation(3, "1-2s")] };

        Assert.EndsWith("and breaks no rule; no check breaks a rule.", new BeadCheckChart(data).Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_bead_checks_have_no_limits()
    {
        var chart = new BeadCheckChart(ChartSamples.BeadChecks(7));

        Assert.Equal("No limits yet: too few checks to take them from.", chart.Conclusion);
        Assert.DoesNotContain("+3 SD", chart.Svg(TestFonts.Any), StringComparison.Ordinal);
    }
}
