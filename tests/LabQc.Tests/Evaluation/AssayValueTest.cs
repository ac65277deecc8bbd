using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class AssayValueTest
{
    private static readonly LotEvidence Once = TestLot.Assayed("assay.protein", "412");

    [Fact]
    public void A_result_that_was_invalidated_for_a_cause_does_not_count()
    {
        var evidence = Once with { Assays = [Once.Assays[0] with { InvalidatedBecause = "pipetting error" }] };
        var answer = TestLot.Judge(evidence, TestLot.Criterion("assay.protein", upper: "500"));

        Assert.Equal(CriterionVerdict.Missing, answer.Verdict);
        Assert.Contains("pipetting error", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalidation_without_a_cause_invalidates_nothing()
    {
        var evidence = Once with { Assays = [Once.Assays[0] with { InvalidatedBecause = " " }] };

        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(evidence, TestLot.Criterion("assay.protein", upper: "500")).Verdict);
    }

    [Fact]
    public void Two_results_without_a_plan_are_inconclusive_though_both_conform()
    {
        var answer = TestLot.Judge(Once with { Assays = [Once.Assays[0], TestLot.Assay("assay.protein", "415")] }, TestLot.Criterion("assay.protein", upper: "500"));

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Equal("inconclusive: 2 results of assay.protein, no plan", answer.Reason);
    }

    [Fact]
    public void A_result_in_another_unit_is_never_compared()
    {
        var evidence = Once with { Assays = [Once.Assays[0] with { Unit = "mg/mL" }] };
        var answer = TestLot.Judge(evidence, TestLot.Criterion("assay.protein", upper: "500"));

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Contains("mg/mL", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_character_for_micro_is_the_same_unit() =>
        Assert.Equal(
            CriterionVerdict.Conforms,
            TestLot.Judge(Once with { Assays = [Once.Assays[0] with { Unit = "\u03BCg/mL" }] }, TestLot.Criterion("assay.protein", upper: "500")).Verdict);

    [Fact]
    public void A_criterion_that_names_a_method_takes_no_result_of_another()
    {
        var criterion = TestLot.Criterion("safety.endotoxin", upper: "0.5") with { Method = TestLot.Lal.Reference };

        Assert.Equal(CriterionVerdict.Missing, Verdict(new MethodReference("pyrogen", 1)));
        Assert.Equal(CriterionVerdict.Inconclusive, Verdict(null));
        Assert.Equal(CriterionVerdict.Conforms, Verdict(TestLot.Lal.Reference));
        Assert.Equal(CriterionVerdict.Conforms, Verdict(new MethodReference("lal", 2)));

        CriterionVerdict Verdict(MethodReference? used) =>
            TestLot.Judge(TestLot.Assayed("safety.endotoxin", "0.1", used), criterion).Verdict;
    }

    [Fact]
    public void The_method_version_of_the_result_states_its_uncertainty()
    {
        var bca = new MethodVersion
        {
            Code = "bca",
            Version = 1,
            Name = "BCA",
            Uncertainties = [new MethodUncertainty("assay.protein", EnteredNumber.Parse("0.05"), true)],
        };
        var evidence = TestLot.Assayed("assay.protein", "400", bca.Reference);
        evidence = evidence with { Assays = [evidence.Assays[0] with { Replicates = [.. new[] { "390", "400", "410" }.Select(EnteredNumber.Parse)] }] };

        var answer = Evaluate.Lot(evidence, TestLot.Specification(TestLot.Criterion("assay.protein", upper: "500")), [bca]).Criteria[0];

        Assert.Equal(20, answer.Uncertainty.Method);
        Assert.Equal(10 / Math.Sqrt(3), answer.Uncertainty.Run!.Value, 12);
    }

    [Fact]
    public void One_determination_has_an_unknown_scatter() =>
        Assert.Null(TestLot.Judge(Once, TestLot.Criterion("assay.protein", upper: "500")).Uncertainty.Combined);
}
