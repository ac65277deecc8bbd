using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;

namespace LabQc.Measurements;

/// <summary>What became of the wish to leave a replicate out, or to take it back in.</summary>
/// <param name="Proposal">The proposal that waits for a second person; null where the replicate stands so from now on.</param>
/// <param name="AfterVerdict">Whether the lot had been evaluated: then its verdict with and without it is shown for ever.</param>
public sealed record ExclusionOutcome(ExclusionProposal? Proposal, bool AfterVerdict)
{
    public bool TakesEffect => Proposal is null;
}

/// <summary>
/// Leaves replicates out and takes them back in. Once a verdict was shown and people exist, one person proposes and another
/// confirms.
/// </summary>
/// <param name="work">The unit of work of the person who acts.</param>
public sealed class ReplicateExclusion(LabWork work)
{
    private readonly ExclusionProposalStore _proposals = new(work);
    private readonly MeasurementDecisionStore _decisions = new(work);

    /// <summary>Leaves a replicate out or takes it back in, or proposes it. Does not commit.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="replicate">The replicate as <see cref="MeasurementStore"/> reads it.</param>
    /// <param name="included">Whether it is to count.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="NothingToExcludeException">It stands so already.</exception>
    /// <exception cref="ExclusionPendingException">A proposal about it waits.</exception>
    public ExclusionOutcome Decide(string lot, Replicate replicate, bool included, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        work.Session.BeginWriting();
        if (replicate.Included == included || !replicate.Readable)
            throw new NothingToExcludeException(lot, replicate.Name, replicate.Included);
        if (_proposals.Pending(lot).FirstOrDefault(p => IsOf(p, replicate)) is { } waiting)
            throw new ExclusionPendingException(waiting);
        var judged = new ImportStore(work).IsJudged(lot);
        if (judged && new PeopleStore(work).Any())
            return new ExclusionOutcome(_proposals.Propose(lot, replicate, included, reason), AfterVerdict: true);
        _decisions.Decide(replicate, lot, included, reason, judged);
        return new ExclusionOutcome(null, judged);
    }

    /// <summary>Confirms a proposal: from now on it holds. Does not commit.</summary>
    /// <remarks>
    /// The decision bears the name of who proposed it, and the answer the name of who confirmed: confirming is looking at
    /// somebody else's work, and makes nobody its performer.
    /// </remarks>
    /// <exception cref="SecondPersonException">The one who proposed it confirms it.</exception>
    /// <exception cref="ExclusionAnsweredException">It was answered before.</exception>
    /// <exception cref="ExclusionProposalMissingException">There is none.</exception>
    public void Confirm(string lot, long number, string reason)
    {
        var proposal = Answerable(lot, number, reason);
        _proposals.Answer(proposal, confirmed: true, reason);
        _decisions.Decide(ReplicateOf(proposal), lot, proposal.Included, proposal.Reason, afterVerdict: true, decidedBy: proposal.ProposedBy);
    }

    /// <summary>Declines a proposal: it never takes effect. Does not commit.</summary>
    /// <exception cref="SecondPersonException">The one who proposed it declines it.</exception>
    /// <exception cref="ExclusionAnsweredException">It was answered before.</exception>
    /// <exception cref="ExclusionProposalMissingException">There is none.</exception>
    public void Decline(string lot, long number, string reason) =>
        _proposals.Answer(Answerable(lot, number, reason), confirmed: false, reason);

    /// <summary>The replicate that a proposal is about, as it stands.</summary>
    public Replicate ReplicateOf(ExclusionProposal proposal) =>
        new MeasurementStore(work).OfLot(proposal.LotNumber).SelectMany(m => m.Runs).SelectMany(r => r.Replicates).Single(r => IsOf(proposal, r));

    private ExclusionProposal Answerable(string lot, long number, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        work.Session.BeginWriting();
        new BatchStore(work).State(lot);
        var proposal = _proposals.Get(lot, number);
        if (!proposal.IsPending)
            throw new ExclusionAnsweredException(proposal);
        if (proposal.ProposedBy.Equals(work.Actor.Name, StringComparison.OrdinalIgnoreCase))
            throw new SecondPersonException(proposal);
        return proposal;
    }

    private static bool IsOf(ExclusionProposal proposal, Replicate replicate) =>
        proposal.MeasurementId == replicate.MeasurementId && proposal.Sha256 == replicate.Sha256
        && proposal.Entry == replicate.Entry && proposal.Ordinal == replicate.Ordinal;
}
