using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>Corrects what was recorded: a new version with a reason. What stood before stays readable.</summary>
[Asks(LabAction.CorrectRecord)]
internal sealed class CorrectModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Lot { get; set; } = "";

    /// <summary>The field; null shows all that can be corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "value")]
    public string? Value { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The version of the field that the person saw.</summary>
    [BindProperty]
    public long RowVersion { get; set; }

    public BatchLine State { get; private set; } = null!;

    /// <summary>The field as it stands; null where none is chosen.</summary>
    public CorrectableField? Standing { get; private set; }

    /// <summary>All that can be corrected.</summary>
    public IReadOnlyList<CorrectableField> All { get; private set; } = [];

    /// <summary>What was said of the field before, newest first.</summary>
    public IReadOnlyList<TimelineEntry> History { get; private set; } = [];

    public string Address => $"{LotLink.Address(Lot)}/correct";

    /// <summary>What becomes of the lot by a correction.</summary>
    public string Consequence => State.Stage() switch
    {
        LotStage.Submitted or LotStage.Verified => "The lot goes back to the bench: it is submitted and verified anew.",
        LotStage.Released or LotStage.Rejected or LotStage.Recalled => $"The lot stays {State.Disposition}; its signatures will say that their content was corrected since, and a QA manager reviews it.",
        _ => "If the lot was evaluated, it is evaluated again at once.",
    };

    public IActionResult OnGet()
    {
        Show();
        return Field is not null && Standing is null ? NothingThere() : Page();
    }

    public IActionResult OnPost() => Attempt(
        () =>
        {
            var before = new LotBench(Work).Correct(Lot, Field ?? "", Value ?? "", Reason ?? "", RowVersion);
            Work.Commit();
            Toast($"{before.Name} is corrected. What stood before stays in the history.");
            return Redirect(LotLink.Address(Lot));
        },
        Show);

    private void Show()
    {
        State = new BatchStore(Work).State(Lot);
        All = CorrectableFields.Of(Work, Lot);
        Standing = All.FirstOrDefault(f => f.Field == Field);
        if (Standing is null)
            return;
        Value ??= Standing.Standing;
        RowVersion = Standing.Version;
        ModelState.Remove(nameof(RowVersion));
        History = [.. LotTimeline.Of(Work, Lot).Where(e => e.Changes.Any(IsOfField))];
    }

    private bool IsOfField(FieldChange change) => Standing!.Kind switch
    {
        CorrectableKind.Batch => change.Id == Standing.Field,
        CorrectableKind.Result => change.Id == Standing.Field,
        _ => change.Field.StartsWith("Dilution of ", StringComparison.Ordinal) && change.Field.Contains(Standing.Field[(Standing.Field.LastIndexOf(':') + 1)..][..8], StringComparison.Ordinal),
    };

    private IActionResult NothingThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
