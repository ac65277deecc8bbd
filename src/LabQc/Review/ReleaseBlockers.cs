using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.People;
using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>Lists everything that stands between a lot and its release.</summary>
public static class ReleaseBlockers
{
    /// <summary>All that is missing, in the order in which it is done; empty where the lot can be released.</summary>
    /// <param name="work">The unit of work; nothing is written.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="decider">Who is to decide; null: whether anybody could.</param>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public static IReadOnlyList<Blocker> Of(LabWork work, string lot, Person? decider) =>
        Of(work, lot, decider, new ReviewStepStore(work).Judgement(lot));

    /// <summary>The same, by a verdict that was just given.</summary>
    internal static IReadOnlyList<Blocker> Of(LabWork work, string lot, Person? decider, RecordedEvaluation? judgement)
    {
        var verified = new SignatureStore(work).Of(SignedSubject.Lot(lot)).LastOrDefault(s => s.Meaning == SignatureMeaning.Verified.Word());
        return From(new ReleaseFacts
        {
            State = new BatchStore(work).State(lot),
            CorrectedSinceVerified = verified is null ? null : [.. DossierDifferences.Of(work, verified).Select(d => d.Words)],
            AuditTrail = new ReviewStepStore(work).AuditTrail(lot),
            Judgement = judgement,
            PendingExclusions = [.. new ExclusionProposalStore(work).Pending(lot).Select(Words)],
            Decider = decider,
            OwnWork = decider is null ? [] : new PerformerStore(work).Of(lot, decider),
        });
    }

    /// <summary>The same from facts that were read for many lots at once.</summary>
    internal static IReadOnlyList<Blocker> From(ReleaseFacts facts) =>
        facts.State.Disposition != "quarantined"
            ? [new(BlockerKind.Decided, $"The lot is {facts.State.Disposition}", null, null)]
            : [.. OfStage(facts), .. OfJudgement(facts.Judgement), .. OfExclusions(facts), .. OfAuditTrail(facts.AuditTrail), .. OfHold(facts), .. OfDecider(facts)];

    private static IEnumerable<Blocker> OfStage(ReleaseFacts facts)
    {
        if (facts.Stage is LotStage.Draft or LotStage.Testing)
            yield return new(BlockerKind.NotSubmitted, "The lot is not submitted", "it is at the bench", "Submit");
        else if (facts.Stage is LotStage.Submitted || facts.CorrectedSinceVerified is null)
            yield return new(BlockerKind.NotVerified, "No second person has verified the record", null, "Verify");
        else if (facts.CorrectedSinceVerified is { Count: > 0 } corrected)
            yield return new(BlockerKind.VerificationOutdated, "What was verified has been corrected since", string.Join("; ", corrected), "Verify");
    }

    private static IEnumerable<Blocker> OfJudgement(RecordedEvaluation? judgement)
    {
        if (judgement is null)
            return [new(BlockerKind.NotEvaluated, "The lot is not evaluated", "no specification of the product is effective, or it was never submitted", "Evaluate")];
        var criteria = RecordedCriterion.All(judgement);
        return criteria.Count == 0
            ? [new(BlockerKind.NotEvaluated, "The specification has no criteria", $"{judgement.SpecificationProduct}@{judgement.SpecificationVersion.ToString(CultureInfo.InvariantCulture)}", null)]
            : criteria.Where(c => c.IsMandatory).Select(OfCriterion).OfType<Blocker>();
    }

    private static Blocker? OfCriterion(RecordedCriterion criterion)
    {
        var name = AttributeNames.Of(criterion.Attribute);
        return criterion.Verdict switch
        {
            "missing" => new(BlockerKind.ResultMissing, $"{name} has no result", criterion.Reason, "Open", criterion.Attribute),
            "inconclusive" => new(BlockerKind.Inconclusive, $"{name} is inconclusive", criterion.Reason, "Ask for a repeat", criterion.Attribute),
            "does-not-conform" => new(BlockerKind.DoesNotConform, $"{name} does not conform", criterion.Reason, "Open", criterion.Attribute),
            _ => null,
        };
    }

    private static string Words(ExclusionProposal proposal) =>
        $"{proposal.ProposedBy} proposed to {(proposal.Included ? "take back in" : "exclude")} {proposal.Replicate}: {proposal.Reason}";

    private static IEnumerable<Blocker> OfExclusions(ReleaseFacts facts) =>
        facts.PendingExclusions.Select(e => new Blocker(BlockerKind.ExclusionPending, "A proposed exclusion waits for a second person", e, "Confirm"));

    private static IEnumerable<Blocker> OfAuditTrail(AuditTrailReview trail)
    {
        var events = string.Create(CultureInfo.InvariantCulture, $"{trail.Events} {(trail.Events == 1 ? "event" : "events")}");
        if (trail.State == AuditTrailState.NotReviewed)
            yield return new(BlockerKind.AuditTrailNotReviewed, "The audit trail of this lot is not reviewed", events, "Review");
        else if (trail.State == AuditTrailState.ChangedSince)
            yield return new(BlockerKind.AuditTrailOutdated, "The audit trail was reviewed before the last change", events, "Review");
    }

    private static IEnumerable<Blocker> OfHold(ReleaseFacts facts)
    {
        if (facts.State.HoldReason is { } reason)
            yield return new(BlockerKind.OnHold, "The lot is on hold", reason, "Lift the hold");
    }

    private static IEnumerable<Blocker> OfDecider(ReleaseFacts facts)
    {
        if (facts.Decider is not { } decider)
            yield break;
        if (!decider.Roles.Any(PermissionTable.Of(LabAction.ReleaseLot).Roles.Contains))
            yield return new(BlockerKind.NotPermitted, "Only a QA manager releases a lot", null, null);
        if (facts.OwnWork.Count > 0)
            yield return new(BlockerKind.OwnWork, "You worked on this lot, so another QA manager decides", string.Join(", ", facts.OwnWork), null);
    }
}
