using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>What must be there before a lot is released.</summary>
public sealed class ReleaseTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Everything_that_is_missing_is_listed_at_once()
    {
        _lab.Measured(endotoxin: "< 0.9", sterility: null);
        _lab.Submit();
        _lab.Hold();

        Assert.Equal(
            [
                (BlockerKind.NotVerified, "No second person has verified the record"),
                (BlockerKind.ResultMissing, "Sterility has no result"),
                (BlockerKind.Inconclusive, "Endotoxin is inconclusive"),
                (BlockerKind.AuditTrailNotReviewed, "The audit trail of this lot is not reviewed"),
                (BlockerKind.OnHold, "The lot is on hold"),
            ],
            _lab.Blockers().Select(b => (b.Kind, b.Words)));
        Assert.Equal("Freezer alarm.", _lab.Blockers()[^1].Detail);
        Assert.Equal("safety.sterility", _lab.Blockers()[1].Attribute);
    }

    [Fact]
    public void A_lot_at_the_bench_is_not_released()
    {
        _lab.Measured();

        Assert.Contains(_lab.Blockers(), b => b.Kind == BlockerKind.NotSubmitted);
        Assert.Throws<NotPermittedException>(() => _lab.Release());
    }

    [Fact]
    public void A_lot_whose_audit_trail_nobody_reviewed_is_not_released()
    {
        _lab.Measured();
        _lab.Submit();
        _lab.Verify();

        var refused = Assert.Throws<ReleaseBlockedException>(() => _lab.Release(deviation: "None of this matters."));

        Assert.Equal(BlockerKind.AuditTrailNotReviewed, Assert.Single(refused.Blockers).Kind);
    }

    [Fact]
    public void A_review_of_the_audit_trail_before_the_last_change_does_not_do()
    {
        _lab.Measured();
        _lab.Submit();
        _lab.ReviewTrail();
        _lab.Return();
        _lab.Submit();
        _lab.Verify();

        Assert.Equal(BlockerKind.AuditTrailOutdated, Assert.Single(Assert.Throws<ReleaseBlockedException>(() => _lab.Release()).Blockers).Kind);
        _lab.ReviewTrail();
        Assert.Equal("released", _lab.Release().Disposition);
    }

    [Fact]
    public void A_review_that_did_not_see_the_last_change_is_refused()
    {
        _lab.Measured();
        var read = _lab.Read(work => new ReviewStepStore(work).AuditTrail(Lot).LastEvent);
        _lab.Correct("assay.protein", "3.1");
        _lab.Submit();

        Assert.Throws<LabQc.Batches.BatchChangedException>(() => _lab.Do(Elena, work => new LotWorkflow(work).ReviewAuditTrail(Lot, _lab.Prove(Elena), read)));
    }

    [Fact]
    public void A_lot_on_hold_is_not_released()
    {
        _lab.ReadyForRelease();
        _lab.Hold();

        Assert.Equal(BlockerKind.OnHold, Assert.Single(Assert.Throws<ReleaseBlockedException>(() => _lab.Release()).Blockers).Kind);
        _lab.LiftHold();
        Assert.Equal("released", _lab.Release().Disposition);
    }

    [Theory]
    [InlineData("0.9", BlockerKind.DoesNotConform)]
    [InlineData("< 0.9", BlockerKind.Inconclusive)]
    public void A_criterion_that_does_not_conform_or_is_inconclusive_is_released_with_a_named_deviation_only(string endotoxin, BlockerKind kind)
    {
        _lab.Measured(endotoxin: endotoxin);
        _lab.Submit();
        _lab.Verify();
        _lab.ReviewTrail();

        Assert.Equal(kind, Assert.Single(Assert.Throws<ReleaseBlockedException>(() => _lab.Release(deviation: " ")).Blockers).Kind);

        var released = _lab.Release(deviation: "Bound by the kit's lot, see investigation 12.");
        Assert.Equal("Bound by the kit's lot, see investigation 12.", released.Deviation);
        Assert.EndsWith("with this deviation: Bound by the kit's lot, see investigation 12.", _lab.Signatures()[^1].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_result_blocks_whatever_deviation_is_named()
    {
        _lab.Measured(sterility: null);
        _lab.Submit();
        _lab.Verify();
        _lab.ReviewTrail();

        var refused = Assert.Throws<ReleaseBlockedException>(() => _lab.Release(deviation: "Not needed."));

        Assert.Equal(BlockerKind.ResultMissing, Assert.Single(refused.Blockers).Kind);
        Assert.Contains("Sterility has no result.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_blocks_a_lot_that_went_all_the_way()
    {
        _lab.ReadyForRelease();

        Assert.Empty(_lab.Blockers());
        _lab.Release();
        Assert.Equal("The lot is released", Assert.Single(_lab.Blockers()).Words);
    }

    [Fact]
    public void A_decision_needs_a_reason()
    {
        _lab.ReadyForRelease();

        Assert.Throws<StepRefusedException>(() => _lab.Do(Elena, work => new LotWorkflow(work).Release(Lot, _lab.Prove(Elena), "", null, _lab.Version())));
    }
}
