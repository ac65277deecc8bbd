using System.Globalization;
using AngleSharp.Dom;
using LabQc.Consistency;
using LabQc.Evaluation;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed class BarsTest
{
    private const double Width = 132;

    [Fact]
    public void Two_limits_take_about_two_thirds_of_the_width_with_the_value_between_them()
    {
        var bar = Draw(new LimitFigure { Lower = 30, Upper = 150, Value = 90, Interval = (85, 95) });

        Assert.InRange(Number(bar, "rect", "width") / Width, 0.60, 0.70);
        Assert.Equal(Width / 2, Number(bar, "circle", "cx"), 1);
        Assert.Equal(2, bar.QuerySelectorAll(".zone-edge").Length);
        Assert.Equal("true", bar.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_single_lower_limit_stands_at_a_third_and_is_open_above()
    {
        var bar = Draw(new LimitFigure { Lower = 80, Value = 81.2, Interval = (79.6, 82.8), Verdict = CriterionVerdict.Inconclusive });

        Assert.Equal(Width / 3, Number(bar, "rect", "x"), 1);
        Assert.Equal(Width, Number(bar, "rect", "x") + Number(bar, "rect", "width"), 1);
        Assert.Single(bar.QuerySelectorAll(".zone-edge"));
        // The axis reaches four times half the interval, 6.4 %.
        Assert.Equal(Width / 3 + 1.2 / 6.4 * Width, Number(bar, "circle", "cx"), 1);
        Assert.NotNull(bar.QuerySelector(".ph"));
    }

    [Fact]
    public void A_single_upper_limit_stands_at_two_thirds_and_is_open_below()
    {
        var bar = Draw(new LimitFigure { Upper = 250, Value = 177.8 });

        Assert.Equal(0, Number(bar, "rect", "x"));
        Assert.Equal(Width * 2 / 3, Number(bar, "rect", "width"), 1);
        Assert.Equal(Width * 2 / 3 - Width / 4, Number(bar, "circle", "cx"), 1);
    }

    [Fact]
    public void More_than_a_decade_is_drawn_by_logarithms()
    {
        var bar = Draw(new LimitFigure { Lower = 1e9, Upper = 1e11, Value = 1e10 });

        Assert.Equal(Width / 2, Number(bar, "circle", "cx"), 1);
    }

    [Fact]
    public void What_lies_beyond_the_axis_stands_whole_at_its_edge()
    {
        var bar = Draw(new LimitFigure { Lower = 30, Upper = 150, Value = 900, Verdict = CriterionVerdict.DoesNotConform });

        Assert.Equal("lim f", bar.GetAttribute("class"));
        Assert.Equal("M126 4L132 10 126 16 120 10z", bar.QuerySelector("path.pt")!.GetAttribute("d"));
    }

    [Fact]
    public void A_value_below_a_number_may_be_anything_below_it()
    {
        var bar = Draw(new LimitFigure { Upper = 0.25, Value = 0.05, Qualifier = Qualifier.LessThan });

        Assert.EndsWith("H0", bar.QuerySelector(".iv")!.GetAttribute("d")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Without_a_value_the_band_stands_alone(double? value)
    {
        var bar = Draw(new LimitFigure { Lower = 30, Upper = 150, Value = value, Verdict = CriterionVerdict.Missing });

        Assert.NotNull(bar.QuerySelector(".zone"));
        Assert.Null(bar.QuerySelector(".pt, .iv"));
    }

    [Fact]
    public void Without_limits_there_is_nothing_to_draw() =>
        Assert.Empty(Draw(new LimitFigure { Value = 3 }).Children);

    [Fact]
    public void A_value_on_its_only_limit_is_drawn_on_it()
    {
        Assert.Equal(Width / 3, Number(Draw(new LimitFigure { Lower = 80, Value = 80 }), "circle", "cx"), 1);
        Assert.Equal(Width / 3, Number(Draw(new LimitFigure { Lower = 0, Value = 0 }), "circle", "cx"), 1);
    }

    [Fact]
    public void Every_criterion_of_a_lot_has_a_bar_whose_numbers_are_finite() =>
        Assert.All(CriterionSamples.Lot, c => Assert.DoesNotContain("NaN", Shown.Html(LimitBar.Of(c)), StringComparison.Ordinal));

    [Fact]
    public void A_distance_beyond_its_limit_is_a_triangle_behind_the_band()
    {
        var bar = Shown.Of(DistanceBar.Of(11.4, 9.2, ConsistencyVerdict.OutOfTrend)).FirstElementChild!;

        Assert.Equal("lim t", bar.GetAttribute("class"));
        Assert.Equal(56, Number(bar, "rect", "width"), 1);
        Assert.StartsWith("M69.39 4.5L", bar.QuerySelector("path.pt")!.GetAttribute("d")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distance_without_a_limit_has_no_band_and_is_not_judged()
    {
        var bar = Shown.Of(DistanceBar.Of(4.4, null, ConsistencyVerdict.NotJudged, 12.5)).FirstElementChild!;

        Assert.Equal("lim n", bar.GetAttribute("class"));
        Assert.Null(bar.QuerySelector(".zone"));
        Assert.Equal("4.4", Shown.Of(DistanceBar.Words(4.4, null)).TextContent);
        Assert.Equal("3.2 / 7.1", Shown.Of(DistanceBar.Words(3.2, 7.1)).TextContent);
    }

    private static IElement Draw(LimitFigure figure) => Shown.Of(LimitBar.Draw(figure)).FirstElementChild!;

    private static double Number(IElement bar, string element, string attribute) =>
        double.Parse(bar.QuerySelector(element)!.GetAttribute(attribute)!, CultureInfo.InvariantCulture);
}
