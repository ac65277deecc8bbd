using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Review;

/// <summary>Something else that waits for a QA manager.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Note">By whom, and what is known of it.</param>
/// <param name="Verb">What is done with it.</param>
/// <param name="Address">Where.</param>
internal sealed record WaitingMatter(string Words, string Note, string Verb, string Address)
{
    /// <summary>Drafts of specifications, proposed exclusions, grants of the QA manager's role.</summary>
    public static IReadOnlyList<WaitingMatter> Of(LabWork work, Person viewer) =>
    [
        .. new PeopleStore(work).All().Where(p => p.PendingRoles.Count > 0 && p.Name != viewer.Name).Select(Grant),
        .. new ExclusionProposalStore(work).Pending().Where(p => !string.Equals(p.ProposedBy, viewer.PrintedName, StringComparison.OrdinalIgnoreCase)).Select(Exclusion),
        .. new SpecificationDraftStore(work).Open().Select(Draft),
    ];

    private static WaitingMatter Grant(Person person) =>
        new($"{person.PrintedName} becomes {string.Join(" and ", person.PendingRoles.Select(r => r.Title()))}", "granted by an administrator, in effect once another QA manager confirms it", "confirm", "/grants");

    private static WaitingMatter Exclusion(ExclusionProposal proposal) =>
        new($"{(proposal.Included ? "Taking back in" : "Exclusion")} of {proposal.Replicate}, {proposal.LotNumber}", $"proposed by {proposal.ProposedBy}: {proposal.Reason}", "confirm", LotLink.Address(proposal.LotNumber) + "/replicates");

    private static WaitingMatter Draft(SpecificationDraft draft) =>
        new($"Specification {draft.Code}, draft {draft.Draft}", $"saved by {draft.SavedBy}{(draft.Note.Length > 0 ? ": " + draft.Note : "")}", "approve", $"/specifications/{Uri.EscapeDataString(draft.Code)}/approve");
}
