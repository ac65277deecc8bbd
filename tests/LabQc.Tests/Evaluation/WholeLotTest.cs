using LabQc.Evaluation;
using LabQc.Specifications;

namespace LabQc.Tests.Evaluation;

public sealed class WholeLotTest
{
    private static readonly Criterion Good = TestLot.Criterion("size.d50", "30", "150");
    private static readonly Criterion Bad = TestLot.Criterion("size.d90", upper: "100");
    private static readonly Criterion Missing = TestLot.Criterion("safety.endotoxin", upper: "0.5");
    private static readonly Criterion Unclear = TestLot.Criterion("size.mean", "30", "150") with { MinimumReplicates = 9 };
    private static readonly Criterion Told = TestLot.Criterion("size.mode");

    [Fact]
    public void All_that_is_demanded_conforms() => Assert.Equal(LotVerdict.Conforms, Verdict(Good, Told));

    [Fact]
    public void One_that_does_not_conform_comes_before_all_else() =>
        Assert.Equal(LotVerdict.DoesNotConform, Verdict(Good, Unclear, Missing, Bad));

    [Fact]
    public void A_missing_one_comes_before_an_inconclusive_one() => Assert.Equal(LotVerdict.Incomplete, Verdict(Good, Unclear, Missing));

    [Fact]
    public void An_inconclusive_one_leaves_the_lot_inconclusive() => Assert.Equal(LotVerdict.Inconclusive, Verdict(Good, Unclear));

    [Fact]
    public void What_is_not_mandatory_decides_nothing() =>
        Assert.Equal(
            LotVerdict.Conforms,
            Verdict(Good, Bad with { IsMandatory = false }, Missing with { IsMandatory = false }, Unclear with { IsMandatory = false }));

    [Fact]
    public void A_lot_of_which_nothing_was_demanded_is_incomplete_and_never_conforms()
    {
        Assert.Equal(LotVerdict.Incomplete, Verdict());
        Assert.Equal(LotVerdict.Incomplete, Verdict(Told));
        Assert.Equal(LotVerdict.Incomplete, Verdict(Good with { IsMandatory = false }));
    }

    [Fact]
    public void A_reported_attribute_is_told_with_its_value_or_without()
    {
        Assert.Equal("reported: 90.0 nm; the specification sets no limits", TestLot.Judge(TestLot.Of(TestLot.Replicate()), Told).Reason);
        var without = TestLot.Judge(TestLot.With(), Told);
        Assert.Equal(CriterionVerdict.Reported, without.Verdict);
        Assert.Equal("reported: no value; the specification sets no limits", without.Reason);
    }

    [Fact]
    public void An_error_in_one_criterion_is_no_pass_and_leaves_the_others_alone()
    {
        // So many tracks that their sum overflows.
        var evidence = TestLot.Of(TestLot.Replicate(tracks: int.MaxValue), TestLot.Replicate(tracks: int.MaxValue));
        var specification = TestLot.Specification(TestLot.Criterion("size.percent_in_range", "70.0"), TestLot.Criterion("safety.endotoxin"));
        var answer = Evaluate.Lot(evidence, specification, TestLot.Methods);

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Criteria[0].Verdict);
        Assert.Contains("could not be computed", answer.Criteria[0].Reason, StringComparison.Ordinal);
        Assert.Equal(CriterionVerdict.Reported, answer.Criteria[1].Verdict);
        Assert.Equal(LotVerdict.Inconclusive, answer.Verdict);
    }

    [Fact]
    public void Every_verdict_has_its_word()
    {
        Assert.Equal(["conforms", "does-not-conform", "incomplete", "inconclusive"], Enum.GetValues<LotVerdict>().Select(v => v.Word()));
        Assert.Equal(["conforms", "does-not-conform", "inconclusive", "missing", "reported"], Enum.GetValues<CriterionVerdict>().Select(v => v.Word()));
    }

    private static LotVerdict Verdict(params Criterion[] criteria) =>
        Evaluate.Lot(TestLot.Of(TestLot.Replicate(), TestLot.Replicate()), TestLot.Specification(criteria), TestLot.Methods).Verdict;
}
