using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>From the bench to the decision, one step after another.</summary>
public sealed class LotWorkflowTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_lot_is_submitted_verified_reviewed_and_released_and_everything_verifies()
    {
        _lab.Measured();

        var submitted = _lab.Submit();
        var verified = _lab.Verify();
        var reviewed = _lab.ReviewTrail();
        var released = _lab.Release();

        Assert.Equal(("Mira Okafor", "submitted", 1L), (submitted.RecordedBy, submitted.Step, submitted.EvaluationOrdinal));
        Assert.Equal(("verified", "technician", "Jonas Lind", "jonas.lind"), (verified.Meaning, verified.Role, verified.PrintedName, verified.Person));
        Assert.Equal(("audit-trail-reviewed", "qa-manager"), (reviewed.Meaning, reviewed.Role));
        Assert.Equal(("released", "signed", "Dr Elena Varga", 1L), (released.Disposition, released.Standing, released.DecidedBy, released.EvaluationOrdinal));
        Assert.Equal(("decided", "released"), (_lab.State().WorkState, _lab.State().Disposition));
        Assert.Equal(["verified", "audit-trail-reviewed", "approved"], _lab.Signatures().Select(s => s.Meaning));
        Assert.True(_lab.Registry.Verify().Ok);
        Assert.Empty(_lab.Read(SignatureCheck.Run));
    }

    [Fact]
    public void The_step_of_a_decision_names_its_signature_and_its_decision()
    {
        _lab.ReadyForRelease();
        _lab.Release();

        var step = _lab.Read(work => new ReviewStepStore(work).OfLot(Lot)[^1]);

        Assert.Equal(("released", 3L, 1L), (step.Step, step.SignatureOrdinal, step.DecisionOrdinal));
    }

    [Fact]
    public void Nothing_is_submitted_before_something_was_measured_or_entered()
    {
        _lab.Register();

        Assert.Contains("nothing to submit", Assert.Throws<StepRefusedException>(() => _lab.Submit()).Message, StringComparison.Ordinal);

        _lab.Enter("assay.protein", "2.8");
        Assert.Equal("submitted", _lab.Submit().Step);
    }

    [Fact]
    public void A_lot_without_an_effective_specification_is_submitted_and_waits_for_one()
    {
        _lab.Measured();
        _lab.Do(Mira, work =>
        {
            var batches = new BatchStore(work);
            batches.Correct(batches.Current(Lot).Details with { IsolatedOn = new DateOnly(2024, 1, 1) }, batches.State(Lot).RowVersion, "Older than thought.");
            return true;
        });

        Assert.Null(_lab.Submit().EvaluationOrdinal);
        Assert.Contains(_lab.Blockers(), b => b.Kind == BlockerKind.NotEvaluated);
    }

    [Fact]
    public void A_submitted_or_verified_lot_is_returned_with_a_reason()
    {
        _lab.Measured();
        _lab.Submit();

        var returned = _lab.Return();

        Assert.Equal(("returned", "The plate is not attached.", "Jonas Lind"), (returned.Step, returned.Reason, returned.RecordedBy));
        Assert.Equal("testing", _lab.State().WorkState);
        _lab.Submit();
        _lab.Verify();
        _lab.Return(by: Elena);
        Assert.Equal("testing", _lab.State().WorkState);
        Assert.Throws<StepRefusedException>(() => _lab.Do(Elena, work => new LotWorkflow(work).Return(Lot, " ", _lab.Version())));
    }

    [Fact]
    public void A_lot_is_rejected_at_any_stage_before_its_decision()
    {
        _lab.Register("AT-TESTING");
        Assert.Equal("rejected", _lab.Reject("AT-TESTING").Disposition);

        _lab.Measured("AT-SUBMITTED");
        _lab.Submit("AT-SUBMITTED");
        Assert.Equal("rejected", _lab.Reject("AT-SUBMITTED").Disposition);

        _lab.ReadyForRelease("AT-VERIFIED");
        _lab.Hold("AT-VERIFIED");
        Assert.Equal("rejected", _lab.Reject("AT-VERIFIED").Disposition);

        Assert.Throws<NotPermittedException>(() => _lab.Reject("AT-VERIFIED"));
    }

    [Fact]
    public void A_released_lot_is_recalled_and_its_release_stays_on_record()
    {
        _lab.ReadyForRelease();
        _lab.Release();

        var recalled = _lab.Recall();

        Assert.Equal(("recalled", "A complaint.", "I recall this lot."), (recalled.Meaning, recalled.Reason, recalled.Statement));
        Assert.Equal("recalled", _lab.State().Disposition);
        Assert.Equal(["released"], _lab.Read(work => new DecisionStore(work).OfLot(Lot)).Select(d => d.Disposition));
        Assert.Equal(LotStage.Recalled, Assert.Throws<NotPermittedException>(() => _lab.Recall()).Stage);
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void A_hold_stands_beside_state_and_disposition_and_is_lifted_with_a_reason()
    {
        _lab.ReadyForRelease();

        _lab.Hold();

        Assert.Equal(("verified", "quarantined", "Freezer alarm."), (_lab.State().WorkState, _lab.State().Disposition, _lab.State().HoldReason));
        Assert.Throws<StepRefusedException>(() => _lab.Hold());
        _lab.LiftHold();
        Assert.Null(_lab.State().HoldReason);
        Assert.Throws<StepRefusedException>(() => _lab.LiftHold());
        _lab.Release();
        _lab.Hold();
        Assert.Equal("released", _lab.State().Disposition);
    }

    [Theory]
    [InlineData(Elena, "submit")]
    [InlineData(Auditor, "submit")]
    [InlineData(Administrator, "submit")]
    [InlineData(Auditor, "verify")]
    [InlineData(Administrator, "verify")]
    [InlineData(Jonas, "review")]
    [InlineData(Jonas, "release")]
    [InlineData(Administrator, "release")]
    [InlineData(Jonas, "reject")]
    [InlineData(Auditor, "reject")]
    [InlineData(Jonas, "hold")]
    [InlineData(Auditor, "return")]
    public void What_the_permission_table_does_not_give_is_refused_by_role_action_and_stage(string who, string what)
    {
        _lab.Measured();
        if (what != "submit")
            _lab.Submit();
        if (what == "release")
        {
            _lab.Verify(by: Elena);
            _lab.ReviewTrail(by: Tomas);
        }

        var refused = Assert.Throws<NotPermittedException>(() => _ = what switch
        {
            "submit" => (object)_lab.Submit(by: who),
            "verify" => _lab.Verify(by: who),
            "review" => _lab.ReviewTrail(by: who),
            "release" => _lab.Release(by: who),
            "reject" => _lab.Reject(by: who),
            "hold" => _lab.Hold(by: who),
            _ => _lab.Return(by: who),
        });

        Assert.Contains(PermissionTable.Of(refused.Action).Words, refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Stage.Word(), refused.Message, StringComparison.Ordinal);
        Assert.All(refused.Roles, r => Assert.Contains(r.Title(), refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_is_nobody_of_the_people_does_nothing_any_more()
    {
        _lab.Measured();

        Assert.Throws<NobodyActsException>(() => _lab.Do("Somebody declared", work => new LotWorkflow(work).Submit(Lot, _lab.Version())));
    }

    [Fact]
    public void Before_the_first_person_a_lot_is_submitted_returned_and_held_as_declared()
    {
        using var lab = new ReviewedLaboratory(withPeople: false);
        lab.Measured();

        Assert.Equal("mira.okafor", lab.Submit().RecordedBy);
        lab.Return();
        lab.Hold();

        Assert.Equal("Freezer alarm.", lab.State().HoldReason);
    }

    [Fact]
    public void Who_comes_second_is_told_who_was_first_and_what_they_did()
    {
        _lab.ReadyForRelease();
        var read = _lab.Version();
        _lab.Do(Tomas, work => new LotWorkflow(work).Reject(Lot, _lab.Prove(Tomas), "Not used.", read));

        var second = Assert.Throws<BatchChangedException>(() => _lab.Do(Elena, work => new LotWorkflow(work).Release(Lot, _lab.Prove(Elena), "All in order.", null, read)));

        Assert.Equal(("Tomas Silva", "batch.rejected"), (second.By, second.Action));
        Assert.Contains("was rejected by Tomas Silva at 2026-03-02", second.Message, StringComparison.Ordinal);
    }
}
