using LabQc.Charts;

namespace LabQc.Tests.Charts;

/// <summary>Methods against each other, several attributes together, and the small pictures of tables.</summary>
public sealed class GroupChartsTest
{
    [Fact]
    public void Methods_are_compared_by_their_medians()
    {
        var chart = new MethodsChart(new MethodsChartData
        {
            Methods = [Method("Ultracentrifugation", 1e11, 2e10), Method("Precipitation", 1e12, 1e9)],
            PurityLimit = 2e9,
        });

        Assert.Equal("Precipitation gives 10 times the particles of ultracentrifugation at 20 times lower purity; 1 of 2 lots falls below the purity limit.", chart.Conclusion);
        Assert.Equal(
            "Yield and purity of 2 lots by isolation method on logarithmic axes. "
            + "Ultracentrifugation: median yield 1.00 × 10¹¹ particles/mL, purity 2.00 × 10¹⁰ particles/µg; "
            + "Precipitation: median yield 1.00 × 10¹² particles/mL, purity 1.00 × 10⁹ particles/µg. "
            + "1 lot lies below the purity limit of 2.00 × 10⁹.",
            chart.AltText);
    }

    [Fact]
    public void A_method_may_be_best_in_both()
    {
        var chart = new MethodsChart(new MethodsChartData { Methods = [Method("A", 1e12, 2e10), Method("B", 1e11, 1e9)] });

        Assert.Equal("A gives most particles and the highest purity.", chart.Conclusion);
    }

    [Fact]
    public void T_squared_names_the_attributes_that_make_it()
    {
        var chart = new HotellingChart(ChartSamples.Hotelling());

        Assert.Equal("Lot EX-26-030 is out of trend (T² 24.5, limit 21.8): D50 higher, span lower.", chart.Conclusion);
        Assert.Equal(
            "Hotelling’s T squared of 30 lots over 4 attributes. Lot EX-26-030 has 24.5 against a limit of 21.8; "
            + "without D50 (higher) it would be 13.1, without span (lower) it would be 16.6.",
            chart.AltText);
        Assert.Contains("do not add up to T²", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void T_squared_that_was_not_computed_says_why()
    {
        var chart = new HotellingChart(ChartSamples.Hotelling(8));

        Assert.Equal("Not computed: fewer than 20 other lots.", chart.Conclusion);
        Assert.EndsWith("It was not computed: fewer than 20 other lots.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_lot_that_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new HotellingChart(ChartSamples.Hotelling() with { Chosen = 30 }));
    }

    [Fact]
    public void Small_pictures_have_no_text_and_are_small()
    {
        foreach (var chart in new Chart[] { new MiniSizeChart(ChartSamples.MiniSize()), new MiniControlChart(ChartSamples.MiniControl(20)) })
        {
            var svg = chart.Svg(TestFonts.Any);
            Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
            Assert.InRange(svg.Length, 300, 3000);
            Assert.Contains("viewBox=\"0 0 160 36\"", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Small_pictures_say_in_words_what_they_show()
    {
        Assert.Equal("Size distribution, median 118.0 nm.", new MiniSizeChart(ChartSamples.MiniSize()).AltText);
        Assert.Equal("D50 of the last 20 lots: last lot beyond the lower control limit.", new MiniControlChart(ChartSamples.MiniControl(20, "the lower control limit")).AltText);
        Assert.Equal("D50 of the last 3 lots: all within limits.", new MiniControlChart(new MiniControlData { Attribute = "D50", Sigmas = [0, 1, -2] }).AltText);
        Assert.Equal("D50 of the last 3 lots: last lot within limits.", new MiniControlChart(new MiniControlData { Attribute = "D50", Sigmas = [0, 4, -2] }).AltText);
    }

    private static MethodLots Method(string name, double yield, double purity) =>
        new(name, [new MethodLot(name + "-1", yield, purity)], Same(yield), Same(purity));

    private static Percentiles Same(double value) => new(value, value, value, value, value);
}
