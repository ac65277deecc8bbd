using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class SizeDistributionChartTest
{
    [Fact]
    public void It_says_percentage_median_and_concentration()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size());

        Assert.Equal("Lot EX-2026-014: size distribution", chart.Title);
        Assert.Equal("77.9\u2009% of the particles lie between 30 and 150 nm; median diameter 113.1 nm; 7.94\u2009×\u200910¹¹ particles/mL.", chart.Conclusion);
    }

    [Fact]
    public void Its_description_names_what_the_instrument_does_not_see()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size());

        Assert.Equal(
            "Size distribution of lot EX-2026-014 by nanoparticle tracking analysis, 5 replicates and their mean, 0 to 350 nm. "
            + "D10 84.2, D50 113.1, D90 188.4 nm; 77.9 % of particles between 30 and 150 nm. "
            + "Below 60 nm the instrument detects few particles, so that part of the range is not proven.",
            chart.AltText);
    }

    [Fact]
    public void An_instrument_that_sees_the_whole_range_leaves_nothing_unproven()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size() with { WorkingRange = new(20, 1000) });

        Assert.DoesNotContain("not proven", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_above_the_working_range_is_said_below_the_picture()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size() with { WorkingRange = new(60, 250) });

        Assert.Contains("few particles seen above 250 nm", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intensity_is_not_called_particles()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size() with { Quantity = "Intensity", Unit = "%", ConcentrationPerMl = double.NaN });

        Assert.Equal("77.9\u2009% of the intensity lies between 30 and 150 nm; median diameter 113.1 nm.", chart.Conclusion);
        Assert.Contains("77.9 % of intensity between", chart.AltText, StringComparison.Ordinal);
        Assert.Contains("Intensity density", chart.Svg(TestFonts.Any), StringComparison.Ordinal);
    }

    [Fact]
    public void An_excluded_replicate_is_named_with_its_reason()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size(4, 1));

        Assert.EndsWith("Left out of the mean: video 5 (vibration).", chart.AltText, StringComparison.Ordinal);
        Assert.Contains("excluded: video 5 (vibration)", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void With_few_traces_the_interval_is_the_message()
    {
        var chart = new SizeDistributionChart(ChartSamples.FewTraces());

        Assert.Equal("89.6\u2009% between 30 and 150 nm (95\u2009% interval 86.1 to 92.3\u2009%): only 374 traces, so the shape is coarse.", chart.Conclusion);
    }

    [Fact]
    public void An_unknown_dilution_states_no_concentration()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size() with { AsMeasured = true });

        Assert.DoesNotContain("particles/mL", chart.Conclusion, StringComparison.Ordinal);
        Assert.Contains("Concentration density, as measured", chart.Svg(TestFonts.Any), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_logarithmic_axis_classes_are_densities_per_decade()
    {
        var svg = new SizeDistributionChart(ChartSamples.Size() with { Logarithmic = true }).Svg(TestFonts.Any);

        Assert.Contains("Concentration per decade of diameter", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_usable_replicate_it_says_so()
    {
        var chart = new SizeDistributionChart(ChartSamples.Size(0, 2));

        Assert.Equal("No replicate could be used, so there is no size distribution.", chart.Conclusion);
        Assert.Contains("No replicate could be used.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_with_another_number_of_classes_is_refused()
    {
        var data = ChartSamples.Size() with { MeanCurve = [1, 2, 3] };

        Assert.Throws<ArgumentException>(() => new SizeDistributionChart(data));
    }

    [Fact]
    public void Edges_that_do_not_grow_are_refused()
    {
        var data = new SizeChartData
        {
            Lot = "X",
            Technique = "t",
            EdgesNm = [0, 10, 10],
            Replicates = [],
            MeanCurve = [],
            D10 = Estimate.None,
            D50 = Estimate.None,
            D90 = Estimate.None,
            PercentInRange = Estimate.None,
        };

        Assert.Throws<ArgumentException>(() => new SizeDistributionChart(data));
    }
}
