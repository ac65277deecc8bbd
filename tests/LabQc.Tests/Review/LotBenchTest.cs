using LabQc.Assays;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Review;
using LabQc.Units;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>Results and corrections, judged in the unit of work that records them.</summary>
public sealed class LotBenchTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Results_are_entered_and_judged_together()
    {
        _lab.Register();

        var outcome = Enter(("assay.protein", "2.8"), ("safety.endotoxin", "0.9"));

        Assert.Equal(["assay.protein", "safety.endotoxin"], outcome.Entered);
        Assert.Equal("does-not-conform", RecordedCriterion.Of(outcome.Evaluation!, "safety.endotoxin")!.Verdict);
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void Without_an_effective_specification_results_are_kept_and_not_judged()
    {
        _lab.Do(Mira, work => new BatchStore(work).Register(Details(Lot) with { IsolatedOn = new DateOnly(2024, 1, 1) }));

        Assert.Null(Enter(("assay.protein", "2.8")).Evaluation);
    }

    [Fact]
    public void Who_may_not_enter_results_enters_none()
    {
        _lab.Register();

        Assert.Throws<NotPermittedException>(() => Enter(Auditor, ("assay.protein", "2.8")));
    }

    [Fact]
    public void A_submitted_lot_takes_no_new_results()
    {
        _lab.Measured(sterility: null);
        _lab.Submit();

        Assert.Throws<NotPermittedException>(() => Enter(("safety.sterility", "absent")));
    }

    [Fact]
    public void A_corrected_result_of_a_judged_lot_is_judged_again()
    {
        _lab.Register();
        Enter(("safety.endotoxin", "0.9"));

        var before = Correct("safety.endotoxin", "0.09", version: 1);

        Assert.Equal("0.9", before.Standing);
        Assert.Equal("conforms", RecordedCriterion.Of(_lab.Read(work => new EvaluationStore(work).Newest(Lot))!, "safety.endotoxin")!.Verdict);
        Assert.Equal(["0.9", "0.09"], _lab.Read(work => new AssayStore(work).Versions(Lot)).Select(v => v.EnteredText));
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void A_lot_that_nobody_judged_is_not_judged_by_a_correction()
    {
        _lab.Register();

        Correct("source.passage", "9", _lab.Version());

        Assert.Null(_lab.Read(work => new EvaluationStore(work).Newest(Lot)));
        Assert.Equal("9", _lab.Read(work => new BatchStore(work).Current(Lot)).Details.Source.Passage);
    }

    [Fact]
    public void The_second_who_corrects_a_value_is_told_who_was_first()
    {
        _lab.Register();
        Enter(("safety.endotoxin", "0.9"));
        _lab.Do(Jonas, work => new LotBench(work).Correct(Lot, "safety.endotoxin", "0.8", "Digits", 1));

        var refused = Assert.Throws<BatchChangedException>(() => Correct("safety.endotoxin", "0.7", version: 1));

        Assert.Equal("Jonas Lind", refused.By);
    }

    [Fact]
    public void A_correction_needs_a_reason_a_change_and_something_that_stands()
    {
        _lab.Register();
        Enter(("safety.endotoxin", "0.9"));

        Assert.Equal(["value", "reason"], Assert.Throws<FormException>(() => _lab.Do(Mira, work => new LotBench(work).Correct(Lot, "remarks", " ", "", 1))).Problems.Select(p => p.Where));
        Assert.Throws<SameValueException>(() => Correct("safety.endotoxin", "0.9", version: 1));
        Assert.Throws<NothingToCorrectException>(() => Correct("safety.sterility", "absent", version: 0));
        Assert.Throws<NothingToCorrectException>(() => Correct("lot", "EV-2", version: 1));
    }

    private ResultsOutcome Enter(params (string Attribute, string Text)[] results) => Enter(Mira, results);

    private ResultsOutcome Enter(string person, params (string Attribute, string Text)[] results) =>
        _lab.Do(person, work => new LotBench(work).EnterResults(Lot, [.. results.Select(r => new AssayEntry { Attribute = r.Attribute, EnteredText = r.Text })]));

    private CorrectableField Correct(string field, string value, long version) =>
        _lab.Do(Mira, work => new LotBench(work).Correct(Lot, field, value, "Digits swapped when typed.", version));
}
