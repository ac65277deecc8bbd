using LabQc.Measurements;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Measurements;

/// <summary>All that was decided and proposed about a lot's replicates, the newest first.</summary>
internal static class ExclusionHistory
{
    /// <summary>The history.</summary>
    /// <param name="proposals">The proposals with their answers.</param>
    /// <param name="decisions">All decisions.</param>
    /// <param name="names">What the replicates are called, by their key.</param>
    public static IReadOnlyList<TimelineLine> Of(
        IReadOnlyList<ExclusionProposal> proposals, IReadOnlyList<Inclusion> decisions, IReadOnlyDictionary<string, string> names)
    {
        string Name(string sha256, long entry, long ordinal) => names.GetValueOrDefault(ReplicateRow.KeyOf(sha256, entry, ordinal), "a replicate");
        var lines = proposals.SelectMany(p => Of(p, Name(p.Sha256, p.Entry, p.Ordinal)))
            .Concat(decisions.Select(d => Of(d, Name(d.Sha256, d.Entry, d.Ordinal))));
        return [.. lines.OrderByDescending(l => l.At)];
    }

    private static IEnumerable<TimelineLine> Of(ExclusionProposal proposal, string name)
    {
        var what = proposal.Included ? "take back in" : "leave out";
        yield return Line(proposal.ProposedAt, TimelineKind.Noted, $"Proposed to {what} {name}, by {proposal.ProposedBy}", proposal.Reason);
        if (proposal is { Answer: { } answer, AnsweredAt: { } at })
            yield return Line(at, answer == "confirmed" ? TimelineKind.Noted : TimelineKind.Refused, $"Proposal to {what} {name} {answer}, by {proposal.AnsweredBy}", proposal.AnswerReason);
    }

    private static TimelineLine Of(Inclusion decision, string name) => Line(
        decision.RecordedAt, decision.Included ? TimelineKind.Noted : TimelineKind.Excluded,
        $"{(decision.Included ? "Taken back in" : "Left out")}: {name}, by {decision.RecordedBy}{(decision.AfterVerdict ? ", after a verdict was shown" : "")}", decision.Reason);

    private static TimelineLine Line(string at, TimelineKind kind, string sentence, string? reason) =>
        new() { At = TimeView.Read(at), Kind = kind, Sentence = Element.All(sentence), Reason = reason };
}
