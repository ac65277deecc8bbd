using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Specifications;

namespace LabQc.Review;

/// <summary>
/// Takes lots from the bench through verification and review to their decision. Each step is conditional on the row version that
/// was read, asks the permission table for the roles of now, and stands in one audit event. No step commits.
/// </summary>
/// <remarks>A unit of work takes one step: a signed one freezes the lot before anything is written.</remarks>
public sealed class LotWorkflow(LabWork work)
{
    private readonly BatchStore _batches = new(work);
    private readonly BatchStateStore _states = new(work);
    private readonly ReviewStepStore _steps = new(work);
    private readonly LotAuthority _authority = new(work);

    /// <summary>Hands a lot over for verification, with its verdict of now.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it.</exception>
    /// <exception cref="StepRefusedException">Nothing was measured or entered.</exception>
    public ReviewStep Submit(string lot, long readVersion)
    {
        Ready(lot, LabAction.SubmitLot, readVersion, _authority.Acting());
        if (!DossierParts.Of(work, lot).Any(p => p.Table is "measurement" or "assay_result"))
            throw new StepRefusedException($"Lot {lot} has neither a measurement nor a result, so there is nothing to submit.");
        var step = _steps.Next(lot, ReviewStep.Submitted, reason: null, Judge(lot)?.Ordinal);
        return Record("batch.submitted", step, () => _states.Move(lot, "submitted", readVersion));
    }

    /// <summary>Sends a submitted or verified lot back to the bench.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it.</exception>
    public ReviewStep Return(string lot, string reason, long readVersion)
    {
        Require(reason, "sending a lot back");
        Ready(lot, LabAction.ReturnLot, readVersion, _authority.Acting());
        return Record("batch.returned", _steps.Next(lot, ReviewStep.Returned, reason), () => _states.Move(lot, "testing", readVersion));
    }

    /// <summary>Puts a lot on hold, at whatever stage: it is not released until the hold is lifted.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it.</exception>
    /// <exception cref="StepRefusedException">It is on hold already.</exception>
    public ReviewStep Hold(string lot, string reason, long readVersion)
    {
        Require(reason, "a hold");
        if (Ready(lot, LabAction.HoldLot, readVersion, _authority.Acting()).HoldReason is { } held)
            throw new StepRefusedException($"Lot {lot} is on hold already: {held}");
        return Record("batch.held", _steps.Next(lot, ReviewStep.Held, reason), () => _states.SetHold(lot, reason, readVersion));
    }

    /// <summary>Lifts a lot's hold.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it.</exception>
    /// <exception cref="StepRefusedException">It is not on hold.</exception>
    public ReviewStep LiftHold(string lot, string reason, long readVersion)
    {
        Require(reason, "lifting a hold");
        if (Ready(lot, LabAction.HoldLot, readVersion, _authority.Acting()).HoldReason is null)
            throw new StepRefusedException($"Lot {lot} is not on hold.");
        return Record("batch.hold-lifted", _steps.Next(lot, ReviewStep.HoldLifted, reason), () => _states.SetHold(lot, reason: null, readVersion));
    }

    /// <summary>Signs, as the second person, that a submitted lot's record is right.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot, or submitted it.</exception>
    public Signature Verify(string lot, ProvenPerson signer, long readVersion)
    {
        var consistency = LotDossier.ConsistencyOf(work, lot);
        var person = Signer(signer);
        Ready(lot, LabAction.VerifyLot, readVersion, person);
        _authority.RequireOtherEyes(person, lot);
        if (_steps.OfLot(lot).Last(s => s.Step == ReviewStep.Submitted).RecordedBy == person.PrintedName)
            throw new FourEyesException(person.PrintedName, lot, ["gave the submission"]);
        var step = _steps.Next(lot, ReviewStep.Verified, reason: null, _steps.Judgement(lot)?.Ordinal);
        return Sign(signer, SignatureMeaning.Verified, "batch.verified", step, LotDossier.Freeze(work, lot, consistency, _steps.Judgement(lot)), deviation: null,
            [_batches.BatchKey(lot)], () => _states.Move(lot, "verified", readVersion));
    }

    /// <summary>Signs that a lot's audit trail has been read through. Where a decided lot was corrected, its review is closed.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="readSequence">The last event that was read; null: whatever stands now.</param>
    /// <exception cref="BatchChangedException">The record was changed after that event.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot.</exception>
    public Signature ReviewAuditTrail(string lot, ProvenPerson signer, long? readSequence = null)
    {
        var consistency = LotDossier.ConsistencyOf(work, lot);
        var person = Signer(signer);
        work.Session.BeginWriting();
        var state = _batches.State(lot);
        if (readSequence is { } read && _steps.AuditTrail(lot).LastChange > read)
            throw _batches.ChangedSince(lot);
        LotAuthority.Require(person, LabAction.ReviewAuditTrail, state);
        _authority.RequireOtherEyes(person, lot);
        var judgement = _steps.Judgement(lot);
        var step = _steps.Next(lot, ReviewStep.AuditTrailReviewed, reason: null, judgement?.Ordinal);
        var isOpen = state.CorrectedAfterDecision is not null;
        return Sign(signer, SignatureMeaning.AuditTrailReviewed, "batch.audit-trail-reviewed", step, LotDossier.Freeze(work, lot, consistency, judgement), deviation: null,
            isOpen ? [_batches.BatchKey(lot)] : [], () =>
            {
                if (isOpen)
                    _states.CloseCorrections(lot, state.RowVersion);
            });
    }

    /// <summary>Signs that a verified lot is released.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="signer">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <param name="deviation">What is accepted although a criterion does not conform or is inconclusive; null where nothing has to be.</param>
    /// <param name="readVersion">The row version at which the lot was read.</param>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot.</exception>
    /// <exception cref="ReleaseBlockedException">Something is missing; all of it is named.</exception>
    public Decision Release(string lot, ProvenPerson signer, string reason, string? deviation, long readVersion)
    {
        var accepted = string.IsNullOrWhiteSpace(deviation) ? null : deviation;
        return Decide(lot, signer, LabAction.ReleaseLot, SignatureMeaning.Approved, reason, accepted, readVersion, (person, judgement) =>
        {
            var blockers = ReleaseBlockers.Of(work, lot, person, judgement).Where(b => !b.CanBeAccepted || accepted is null).ToList();
            if (blockers.Count > 0)
                throw new ReleaseBlockedException(lot, blockers);
        });
    }

    /// <summary>Signs that a lot is rejected, at any stage before its decision.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot.</exception>
    public Decision Reject(string lot, ProvenPerson signer, string reason, long readVersion) =>
        Decide(lot, signer, LabAction.RejectLot, SignatureMeaning.Rejected, reason, deviation: null, readVersion, (_, _) => { });

    /// <summary>Signs that a released lot is called back.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since <paramref name="readVersion"/>.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it, or the lot is not released.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot.</exception>
    public Signature Recall(string lot, ProvenPerson signer, string reason, long readVersion)
    {
        Require(reason, "a recall");
        var consistency = LotDossier.ConsistencyOf(work, lot);
        var person = Signer(signer);
        Ready(lot, LabAction.RecallLot, readVersion, person);
        _authority.RequireOtherEyes(person, lot);
        var judgement = _steps.Judgement(lot);
        return Sign(signer, SignatureMeaning.Recalled, "batch.recalled", _steps.Next(lot, ReviewStep.Recalled, reason, judgement?.Ordinal),
            LotDossier.Freeze(work, lot, consistency, judgement), deviation: null,
            [_batches.BatchKey(lot)], () => _batches.SetDisposition(lot, "recalled", readVersion));
    }

    private Decision Decide(
        string lot, ProvenPerson signer, LabAction action, SignatureMeaning meaning, string reason, string? deviation, long readVersion,
        Action<Person, RecordedEvaluation?> check)
    {
        Require(reason, "a decision");
        var disposition = meaning == SignatureMeaning.Approved ? ReviewStep.Released : ReviewStep.Rejected;
        var consistency = LotDossier.ConsistencyOf(work, lot);
        var person = Signer(signer);
        Ready(lot, action, readVersion, person);
        _authority.RequireOtherEyes(person, lot);
        var judgement = Judge(lot);
        check(person, judgement);
        var decisions = new DecisionStore(work);
        var decision = decisions.Next(lot, disposition, reason, deviation, judgement?.Ordinal, DecisionStore.BySignature);
        var step = _steps.Next(lot, disposition, reason, judgement?.Ordinal) with { DecisionOrdinal = decision.Ordinal };
        Sign(signer, meaning, $"batch.{disposition}", step, LotDossier.Freeze(work, lot, consistency, judgement), deviation,
            [_batches.BatchKey(lot), decisions.Key(decision)], () =>
            {
                _batches.SetDisposition(lot, disposition, readVersion);
                decisions.Insert(decision);
            });
        return decision;
    }

    private Signature Sign(
        ProvenPerson signer, SignatureMeaning meaning, string action, ReviewStep step, LotDossier dossier, string? deviation,
        IReadOnlyList<RecordKey> rows, Action write) =>
        new Signing(work).Sign(signer, SignedSubject.Lot(step.LotNumber), meaning, LotStatements.Of(meaning, deviation), step.Reason, dossier.Bytes,
            new SignedChange(action, [.. rows, _steps.Key(step)], signature =>
            {
                write();
                _steps.Insert(step with { SignatureOrdinal = signature.Ordinal });
            }));

    private ReviewStep Record(string action, ReviewStep step, Action write)
    {
        work.Trail.Record(action, step.LotNumber, step.Reason, [_batches.BatchKey(step.LotNumber), _steps.Key(step)], () =>
        {
            write();
            _steps.Insert(step);
        });
        return step;
    }

    private BatchLine Ready(string lot, LabAction action, long readVersion, Person? person)
    {
        work.Session.BeginWriting();
        var state = _batches.State(lot);
        if (state.RowVersion != readVersion)
            throw _batches.ChangedSince(lot);
        LotAuthority.Require(person, action, state);
        return state;
    }

    /// <summary>The signer with the roles of now.</summary>
    private Person Signer(ProvenPerson signer) => new PeopleStore(work).Find(signer.Person.Name) ?? throw new NobodyActsException();

    /// <summary>The verdict of now by the specification effective on the day of isolation; null where none was effective.</summary>
    private RecordedEvaluation? Judge(string lot)
    {
        try
        {
            return new LotEvaluator(work).Evaluate(lot, specification: null);
        }
        catch (SpecificationMissingException)
        {
            return null;
        }
    }

    private static void Require(string reason, string what)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new StepRefusedException($"Say why: {what} needs a reason.");
    }
}
