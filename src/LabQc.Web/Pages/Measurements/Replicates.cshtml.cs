using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Measurements;

/// <summary>A proposal that waits, and what it would change.</summary>
internal sealed record WaitingProposal(ExclusionProposal Proposal, EffectView? Effect, bool IsOwn);

/// <summary>Which of a lot's replicates count; leaving one out, and confirming that as the second person.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class ReplicatesModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Lot { get; set; } = "";

    /// <summary>The replicate that is to be left out or taken back in.</summary>
    [BindProperty(SupportsGet = true, Name = "replicate")]
    public string? Key { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether the replicate counted when the person read the page.</summary>
    [BindProperty]
    public bool WasIncluded { get; set; }

    [BindProperty]
    public long Number { get; set; }

    [BindProperty]
    public string? AnswerReason { get; set; }

    public BatchLine State { get; private set; } = null!;

    public IReadOnlyList<(Measurement Measurement, IReadOnlyList<ReplicateRow> Rows)> Measurements { get; private set; } = [];

    public ReplicateRow? Chosen { get; private set; }

    public IReadOnlyList<WaitingProposal> Waiting { get; private set; } = [];

    /// <summary>The verdict with and without what was left out after a verdict was shown; null where nothing was.</summary>
    public EffectView? WithAndWithout { get; private set; }

    public IReadOnlyList<TimelineLine> History { get; private set; } = [];

    public bool IsJudged { get; private set; }

    public bool MayDecide => May(LabAction.ExcludeReplicate, State);

    public bool MayAnswer => May(LabAction.ConfirmExclusion, State);

    public string Address => $"{LotLink.Address(Lot)}/replicates";

    public void OnGet() => Show();

    [Asks(LabAction.ExcludeReplicate)]
    public IActionResult OnPostDecide() => Attempt(
        () =>
        {
            var replicate = Find() ?? throw new ReplicateUnclearException(Lot, Key ?? "", []);
            var outcome = new ReplicateExclusion(Work).Decide(Lot, replicate, !WasIncluded, Given(Reason, nameof(Reason)));
            Work.Commit();
            Toast(outcome.TakesEffect
                ? $"{replicate.Name} {(WasIncluded ? "is left out" : "counts again")}."
                : $"Proposed: a verdict was shown, so {replicate.Name} stands as it does until a second person confirms it.");
            return Redirect(Address);
        },
        Show);

    [Asks(LabAction.ConfirmExclusion)]
    public IActionResult OnPostConfirm() => Answer("confirmed", (exclusion, reason) => exclusion.Confirm(Lot, Number, reason));

    [Asks(LabAction.ConfirmExclusion)]
    public IActionResult OnPostDecline() => Answer("declined", (exclusion, reason) => exclusion.Decline(Lot, Number, reason));

    private IActionResult Answer(string word, Action<ReplicateExclusion, string> answer) => Attempt(
        () =>
        {
            answer(new ReplicateExclusion(Work), Given(AnswerReason, nameof(AnswerReason)));
            Work.Commit();
            Toast($"The proposal is {word}.{(word == "confirmed" ? Judged() : "")}");
            return Redirect(Address);
        },
        Show);

    /// <summary>The lot judged anew, so that the verdict with and without the replicate stands on record.</summary>
    private string Judged()
    {
        try
        {
            new LotEvaluator(Work).Evaluate(Lot, specification: null);
            Work.Commit();
            return " The lot is judged anew, with and without it.";
        }
        catch (RefusalException refused)
        {
            Work.Session.Rollback();
            return $" The lot is not judged anew: {refused.Message}";
        }
    }

    private static string Given(string? reason, string field) => string.IsNullOrWhiteSpace(reason)
        ? throw new FormException("The decision", [new FormProblem(field, "give a reason: it stands in the record")])
        : reason.Trim();

    private Replicate? Find() => new MeasurementStore(Work).OfLot(Lot).SelectMany(m => m.Runs).SelectMany(r => r.Replicates)
        .FirstOrDefault(r => ReplicateRow.KeyOf(r.Sha256, r.Entry, r.Ordinal) == Key);

    private void Show()
    {
        State = new BatchStore(Work).State(Lot);
        IsJudged = new ImportStore(Work).IsJudged(Lot);
        var proposals = new ExclusionProposalStore(Work).OfLot(Lot);
        var pending = proposals.Where(p => p.IsPending).ToList();
        Measurements = [.. new MeasurementStore(Work).OfLot(Lot).Select(m => (m, ReplicateRow.Of(m, pending)))];
        Chosen = Measurements.SelectMany(m => m.Rows).FirstOrDefault(r => r.Key == Key);
        var catalogue = new AttributeCatalogue(new DefinitionRegister(Work).Read().Attributes);
        Waiting = [.. pending.Select(p => new WaitingProposal(p, Effect(p, catalogue), p.ProposedBy.Equals(Me.Actor.Name, StringComparison.OrdinalIgnoreCase)))];
        WithAndWithout = new EvaluationStore(Work).Newest(Lot) is { } newest && RecordedAnswer.Of(newest) is { WithoutExclusions: { } without } answer
            ? EffectView.Of(without, answer, "With all of them", "Without what was left out", catalogue)
            : null;
        History = ExclusionHistory.Of(proposals, new MeasurementDecisionStore(Work).OfLot(Lot), Measurements.SelectMany(m => m.Rows).ToDictionary(r => r.Key, r => $"{r.Measurement}, {r.Replicate.Name}"));
    }

    private EffectView? Effect(ExclusionProposal proposal, AttributeCatalogue catalogue)
    {
        try
        {
            return EffectView.Of(ExclusionEffect.Of(Work, Lot, new ReplicateExclusion(Work).ReplicateOf(proposal), proposal.Reason), proposal.Included, catalogue);
        }
        catch (RefusalException)
        {
            // Without a specification in force there is no verdict to be shown twice.
            return null;
        }
    }
}
