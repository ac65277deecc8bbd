using LabQc.Evaluation;
using LabQc.Specifications;

namespace LabQc.Tests.Evaluation;

public sealed class MeasurementSelectionTest
{
    private static readonly Criterion D50 = TestLot.Criterion("size.d50", "30", "150");

    private static readonly MeasurementEvidence First = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate(94), TestLot.Replicate(96)));

    private static readonly MeasurementEvidence Second = TestLot.Measurement("m2", TestLot.Run(100, TestLot.Replicate(104), TestLot.Replicate(106)));

    [Fact]
    public void Two_measurements_without_a_plan_are_inconclusive_though_both_conform()
    {
        var answer = TestLot.Judge(TestLot.With(Second, First), D50);

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Equal("inconclusive: 2 measurements, no plan (m1, m2)", answer.Reason);
        Assert.Equal(95, answer.Value.Value);
    }

    [Fact]
    public void A_second_measurement_counts_where_the_specification_planned_two()
    {
        var answer = TestLot.Judge(TestLot.With(First, Second), Planned(2));

        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Equal(100, answer.Value.Value);
        Assert.Equal(["m1", "m2"], answer.Measurements);
        Assert.Equal(5, answer.Uncertainty.Run!.Value, 12);
        Assert.Equal(1, answer.Uncertainty.DegreesOfFreedom, 12);
    }

    [Fact]
    public void One_of_two_planned_measurements_is_not_enough_yet()
    {
        var answer = TestLot.Judge(TestLot.With(First), Planned(2));

        Assert.Equal(CriterionVerdict.Missing, answer.Verdict);
        Assert.Equal("missing: 1 of 2 planned measurements (m1)", answer.Reason);
    }

    [Fact]
    public void A_third_measurement_is_one_more_than_planned()
    {
        var third = Second with { Name = "m3", Order = 3 };

        Assert.Equal(
            "inconclusive: 3 measurements, 2 planned (m1, m2, m3)",
            TestLot.Judge(TestLot.With(First, Second, third), Planned(2)).Reason);
    }

    [Fact]
    public void An_invalidation_with_a_cause_makes_the_second_one_reportable()
    {
        var answer = TestLot.Judge(TestLot.With(First with { InvalidatedBecause = "air bubble in the cell" }, Second), D50);

        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Equal(105, answer.Value.Value);
    }

    [Fact]
    public void An_invalidation_without_a_cause_invalidates_nothing() =>
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(TestLot.With(First with { InvalidatedBecause = "" }, Second), D50).Verdict);

    [Fact]
    public void When_all_were_invalidated_the_criterion_is_missing()
    {
        var answer = TestLot.Judge(TestLot.With(First with { InvalidatedBecause = "air bubble" }), D50);

        Assert.Equal(CriterionVerdict.Missing, answer.Verdict);
        Assert.Contains("m1: air bubble", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_complete_measurement_is_reportable_after_a_failed_one()
    {
        var failed = TestLot.Measurement("m0", new RunEvidence { File = "f.csv", FailedBecause = "no tracks" });
        var answer = Evaluate.Lot(TestLot.With(failed, First), TestLot.Specification(D50), TestLot.Methods);

        Assert.Equal(CriterionVerdict.Conforms, answer.Criteria[0].Verdict);
        Assert.Contains(answer.LeftOut, l => l is { What: "m0 f.csv", Reason: "failed run: no tracks" });
    }

    [Fact]
    public void A_failed_run_alone_leaves_everything_measured_missing()
    {
        var failed = TestLot.Measurement("m1", new RunEvidence { File = "f.csv", FailedBecause = "0 traces" });

        Assert.Equal("missing: failed run (f.csv: 0 traces)", TestLot.Judge(TestLot.With(failed), D50).Reason);
        Assert.Equal(CriterionVerdict.Missing, TestLot.Judge(TestLot.With(failed), TestLot.Criterion("yield.particles_per_ml", "1e9")).Verdict);
    }

    [Fact]
    public void Blanks_and_bead_checks_are_no_measurements_of_the_lot()
    {
        var blank = Second with { Purpose = MeasurementPurpose.Blank };
        var beads = Second with { Name = "m3", Purpose = MeasurementPurpose.BeadCheck };

        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(TestLot.With(First, blank, beads), D50).Verdict);
        Assert.Equal("missing: there is no measurement", TestLot.Judge(TestLot.With(blank), D50).Reason);
    }

    [Fact]
    public void A_measurement_by_another_technique_neither_counts_nor_competes()
    {
        var dls = Second with { Technique = "dls" };

        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(TestLot.With(First, dls), D50).Verdict);
        Assert.Equal("missing: there is no measurement by nta, only by dls", TestLot.Judge(TestLot.With(dls), D50).Reason);
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(TestLot.With(dls), D50 with { Method = null }).Verdict);
    }

    [Fact]
    public void A_measurement_of_which_every_replicate_is_excluded_is_not_complete()
    {
        var empty = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate() with { IsIncluded = false, Reason = "vibration" }));

        Assert.Equal("missing: no replicate of m1 is included", TestLot.Judge(TestLot.With(empty), D50).Reason);
    }

    [Fact]
    public void A_specification_whose_method_is_not_at_hand_is_not_evaluated() =>
        Assert.Throws<ArgumentException>(() => Evaluate.Lot(TestLot.With(First), TestLot.Specification(D50), []));

    private static Specification Planned(int count) =>
        TestLot.Specification(D50) with { Plan = new MeasurementPlan(count, Combination.Mean) };
}
