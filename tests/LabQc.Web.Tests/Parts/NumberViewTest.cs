using LabQc.Evaluation;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed class NumberViewTest
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(48217, "48\u202F217")]
    [InlineData(-1234567, "\u22121\u202F234\u202F567")]
    public void Thousands_stand_apart_by_a_narrow_space(long value, string text) => Assert.Equal(text, NumberView.Count(value));

    [Theory]
    [InlineData(1.79e10, "1.79×10¹⁰")]
    [InlineData(9.996e9, "1.00×10¹⁰")]
    [InlineData(-4.2e-7, "\u22124.20×10⁻⁷")]
    public void Concentrations_have_three_figures_and_a_power_of_ten(double value, string text) => Assert.Equal(text, NumberView.Power(value));

    [Theory]
    [InlineData(1.84, "+1.8")]
    [InlineData(-2.55, "\u22122.6")]
    [InlineData(0.04, "0.0")]
    [InlineData(-0.04, "0.0")]
    public void Differences_have_a_sign_unless_they_are_nothing(double value, string text) => Assert.Equal(text, NumberView.Difference(value, 1));

    [Theory]
    [InlineData(null, "")]
    [InlineData(0.9224, "0.922")]
    [InlineData(0.999, "0.999")]
    [InlineData(0.99951, ">\u00A00.999")]
    [InlineData(0.0002, "<\u00A00.001")]
    public void A_probability_has_three_decimals_and_never_claims_certainty(double? value, string text) =>
        Assert.Equal(text, NumberView.Probability(value));

    [Fact]
    public void Limits_are_written_as_they_were_set()
    {
        Assert.Equal("30 to 150", NumberView.Limits(CriterionSamples.Criterion("size.d50", CriterionSamples.Limits("30", "150"))));
        Assert.Equal("≥\u00A080.0", NumberView.Limits(CriterionSamples.Criterion("size.percent_in_range", CriterionSamples.Limits("80.0"))));
        Assert.Equal("<\u00A00.25", NumberView.Limits(CriterionSamples.Criterion("safety.endotoxin", CriterionSamples.Limits(null, "0.25", inclusive: false))));
        Assert.Equal(">\u00A030 and <\u00A0150", NumberView.Limits(CriterionSamples.Criterion("size.d50", CriterionSamples.Limits("30", "150", inclusive: false))));
        Assert.Equal("≥\u00A01.00×10¹⁰", NumberView.Limits(CriterionSamples.Criterion("yield.particles_per_ml", CriterionSamples.Limits("1e10"))));
        Assert.Equal("absent", NumberView.Limits(CriterionSamples.Criterion("safety.sterility", expected: Presence.Absent)));
        Assert.Equal("no limit", NumberView.Limits(CriterionSamples.Criterion("assay.protein")));
    }

    [Fact]
    public void A_value_keeps_its_qualifier_its_text_and_its_unit() =>
        Assert.Equal(
            ["101.2\u00A0nm", "81.2\u00A0%", "177.8\u00A0nm", "1.79×10¹⁰\u00A0/mL", "2.08\u00A0µg/mL", "1.10×10⁹\u00A0/µg",
                "detected", "not detected", "<\u00A00.05\u00A0EU/mL", "–not yet"],
            CriterionSamples.Lot.Select(c => Shown.Of(NumberView.Value(c)).TextContent));

    [Fact]
    public void What_somebody_typed_is_encoded()
    {
        var answer = CriterionSamples.Answer(CriterionSamples.Criterion("safety.sterility"), new ReportableValue { Entered = Category("<script>x</script>") });

        Assert.DoesNotContain("<script>", Shown.Html(NumberView.Value(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dash_says_aloud_that_there_is_nothing_yet()
    {
        var mark = Shown.Of(NumberView.NotYet);

        Assert.Equal("–", mark.QuerySelector("[aria-hidden]")!.TextContent);
        Assert.Equal("not yet", mark.QuerySelector(".sr")!.TextContent);
    }

    [Fact]
    public void An_interval_that_is_unknown_is_not_written()
    {
        var attribute = CriterionSamples.Attribute("size.d50");

        Assert.Equal("97.1 to 105.3", NumberView.Interval(attribute, (97.06, 105.29)));
        Assert.Equal("", NumberView.Interval(attribute, null));
    }

    private static EnteredResult Category(string text)
    {
        Assert.True(EnteredResult.TryParseCategory(text, out var result, out var problem), problem);
        return result;
    }
}
