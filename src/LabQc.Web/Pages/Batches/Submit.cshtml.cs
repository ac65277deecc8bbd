using LabQc.Batches;
using LabQc.Methods;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>One thing that stands against submitting or releasing the lot, and where it is cured.</summary>
/// <param name="Look">fail, warn or none: how it is marked.</param>
/// <param name="Words">What it is.</param>
/// <param name="Detail">Why.</param>
/// <param name="Verb">What cures it; null where nothing here does.</param>
/// <param name="Address">Where that is done.</param>
internal sealed record OpenPoint(string Look, string Words, string? Detail, string? Verb, string? Address);

/// <summary>Hands a lot over to review.</summary>
[Asks(LabAction.SubmitLot)]
internal sealed class SubmitModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Lot { get; set; } = "";

    [BindProperty]
    public long RowVersion { get; set; }

    public BatchLine State { get; private set; } = null!;

    /// <summary>What is missing or does not conform.</summary>
    public IReadOnlyList<OpenPoint> Open { get; private set; } = [];

    /// <summary>Whether anything was measured or entered, so that there is something to submit.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Why the lot was sent back, where it was and has not been submitted since.</summary>
    public ReviewStep? Returned { get; private set; }

    public string Address => $"{LotLink.Address(Lot)}/submit";

    public void OnGet() => Show();

    public IActionResult OnPost() => Attempt(
        () =>
        {
            new LotWorkflow(Work).Submit(Lot, RowVersion);
            Work.Commit();
            Toast($"{Lot} is submitted. A second person verifies it.");
            return Redirect(LotLink.Address(Lot));
        },
        Show);

    private void Show()
    {
        State = new BatchStore(Work).State(Lot);
        RowVersion = State.RowVersion;
        ModelState.Remove(nameof(RowVersion));
        HasContent = CorrectableFields.Of(Work, Lot).Any(f => f.Kind != CorrectableKind.Batch);
        Returned = new ReviewStepStore(Work).OfLot(Lot) is [.., { Step: ReviewStep.Returned } last] ? last : null;
        Open = [.. ReleaseBlockers.Of(Work, Lot, decider: null).Select(Point).OfType<OpenPoint>()];
    }

    private OpenPoint? Point(Blocker blocker) => blocker.Kind switch
    {
        BlockerKind.ResultMissing when blocker.Attribute is { } attribute && !AttributeCatalogue.IsMeasured(attribute) =>
            new("none", blocker.Words, blocker.Detail, "Enter it", $"{LotLink.Address(Lot)}/results#{FieldId.Of(attribute)}"),
        BlockerKind.ResultMissing => new("none", blocker.Words, blocker.Detail, "Import files", $"/import?lot={Uri.EscapeDataString(Lot)}"),
        BlockerKind.Inconclusive => new("warn", blocker.Words, blocker.Detail, "Look at it", $"{LotLink.Address(Lot)}#criteria"),
        BlockerKind.DoesNotConform => new("fail", blocker.Words, blocker.Detail, "Look at it", $"{LotLink.Address(Lot)}#criteria"),
        BlockerKind.ExclusionPending => new("warn", blocker.Words, blocker.Detail, "Answer it", $"{LotLink.Address(Lot)}/replicates"),
        BlockerKind.OnHold => new("warn", blocker.Words, blocker.Detail, null, null),
        BlockerKind.NotEvaluated => new("none", "The lot is not evaluated yet", "it is evaluated when it is submitted", null, null),
        _ => null,
    };
}
