using LabQc.Evaluation;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class VisibleRangeTest
{
    private static readonly Criterion Percent = TestLot.Criterion("size.percent_in_range", "70.0");

    [Fact]
    public void A_verdict_says_for_which_part_of_the_range_it_holds()
    {
        Assert.Equal(
            "conforms for 60–150 nm; 30–60 nm not observed: 93.0 %, required at least 70.0 %",
            Judge(new NanometreRange(60, 1000), Percent).Reason);
        Assert.StartsWith(
            "conforms for 60–150 nm; 30–60 nm not observed: ",
            Judge(new NanometreRange(60, 1000), TestLot.Criterion("size.d50", "30", "150")).Reason,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "conforms for 60–120 nm; 30–60 nm and 120–150 nm not observed: ",
            Judge(new NanometreRange(60, 120), Percent).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_seen_or_nothing_is_specified_the_verdict_says_nothing_more()
    {
        Assert.StartsWith("conforms: ", Judge(new NanometreRange(20, 1000), Percent).Reason, StringComparison.Ordinal);
        Assert.StartsWith("conforms: ", Judge(new NanometreRange(60, 1000), TestLot.Criterion("size.d90", upper: "300")).Reason, StringComparison.Ordinal);
        Assert.StartsWith("conforms: ", Judge(new NanometreRange(60, 1000), TestLot.Criterion("size.span", "0", "3")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_conform_names_the_blind_part_too() =>
        Assert.StartsWith(
            "does not conform; 30–60 nm not observed: ",
            Judge(new NanometreRange(60, 1000), TestLot.Criterion("size.percent_in_range", "95.0")).Reason,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0.75", CriterionVerdict.Conforms)]
    [InlineData("0.76", CriterionVerdict.Inconclusive)]
    public void A_specification_may_demand_that_enough_of_its_range_is_seen(string least, CriterionVerdict verdict) =>
        Assert.Equal(verdict, Judge(new NanometreRange(60, 1000), Percent, least).Verdict);

    [Fact]
    public void An_instrument_that_sees_nothing_of_the_range_decides_nothing() =>
        Assert.Equal(CriterionVerdict.Inconclusive, Judge(new NanometreRange(200, 1000), Percent).Verdict);

    [Fact]
    public void An_unknown_working_range_matters_only_where_a_fraction_is_demanded()
    {
        Assert.Equal(CriterionVerdict.Conforms, Judge(null, Percent).Verdict);
        Assert.Equal(CriterionVerdict.Inconclusive, Judge(null, Percent, "0.5").Verdict);
    }

    [Fact]
    public void The_demand_is_about_size_and_not_about_yield() =>
        Assert.Equal(CriterionVerdict.Conforms, Judge(new NanometreRange(60, 1000), TestLot.Criterion("yield.particles_per_ml", "1e9"), "0.9").Verdict);

    [Fact]
    public void The_answer_holds_working_specified_and_visible_range_and_what_was_counted_below()
    {
        var answer = Lot(new NanometreRange(60, 1000), TestLot.Specification(TestLot.Criterion("size.d50", "20", "200"), Percent));

        Assert.Equal(new NanometreRange(60, 1000), answer.WorkingRange);
        Assert.Equal(new NanometreRange(30, 150), answer.SpecifiedRange);
        Assert.Equal(new NanometreRange(60, 150), answer.VisibleRange);
        Assert.Equal(2, answer.CountsBelowWorkingRangePercent);
    }

    [Fact]
    public void Several_instruments_see_together_what_each_of_them_sees()
    {
        var one = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate())) with { WorkingRange = new NanometreRange(60, 500) };
        var two = TestLot.Measurement("m2", TestLot.Run(100, TestLot.Replicate())) with { WorkingRange = new NanometreRange(40, 120) };
        var planned = TestLot.Specification(Percent) with { Plan = new MeasurementPlan(2, Combination.Mean) };

        Assert.Equal(new NanometreRange(60, 120), Evaluate.Lot(TestLot.With(one, two), planned, TestLot.Methods).WorkingRange);
    }

    private static CriterionAnswer Judge(NanometreRange? working, Criterion criterion, string? least = null) =>
        Lot(working, TestLot.Specification(criterion, Percent) with { MinimumVisibleFraction = least is null ? null : EnteredNumber.Parse(least) }).Criteria[0];

    private static EvaluationAnswer Lot(NanometreRange? working, Specification specification)
    {
        var measurement = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate(), TestLot.Replicate())) with { WorkingRange = working };
        return Evaluate.Lot(TestLot.With(measurement), specification, TestLot.Methods);
    }
}
