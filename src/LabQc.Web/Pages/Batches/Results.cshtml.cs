using System.Globalization;
using LabQc.Assays;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>Enters assay results in a grid; the lot is judged as soon as they are saved.</summary>
[Asks(LabAction.EnterResults)]
internal sealed class ResultsModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Lot { get; set; } = "";

    public BatchLine State { get; private set; } = null!;

    public ResultGrid Grid { get; private set; } = null!;

    /// <summary>What was begun before; null where nothing was.</summary>
    public FormDraft? Draft { get; private set; }

    public string DraftAddress => TypedForm.DraftAddress(FormDraftKind.Results, Lot);

    public string Address => $"{LotLink.Address(Lot)}/results";

    /// <summary>Results that stand and do not conform.</summary>
    public IReadOnlyList<ResultRow> Failing =>
        [.. Grid.Rows.Where(r => r.Standing is not null && r.Verdict?.Verdict == CriterionVerdict.DoesNotConform.Word())];

    public void OnGet()
    {
        Draft = new FormDraftStore(Work).Find(FormDraftKind.Results, Lot);
        Show(TypedForm.Of(Draft));
    }

    public IActionResult OnPost()
    {
        var typed = TypedForm.Of(Request.Form);
        return Attempt(() => Save(typed), () => Show(typed));
    }

    /// <summary>Keeps what was typed for later.</summary>
    public IActionResult OnPostKeep()
    {
        var typed = TypedForm.Of(Request.Form);
        return Attempt(
            () =>
            {
                new FormDraftStore(Work).Save(FormDraftKind.Results, Lot, TypedForm.Json(typed), TypedForm.DraftVersion(Request.Form));
                Work.Commit();
                Toast("Draft kept. Nothing is in the record yet.");
                return Redirect(Address);
            },
            () => Show(typed));
    }

    /// <summary>Throws the draft away.</summary>
    public IActionResult OnPostDiscard()
    {
        new FormDraftStore(Work).Discard(FormDraftKind.Results, Lot);
        Work.Commit();
        Toast("Draft discarded.");
        return Redirect(Address);
    }

    private IActionResult Save(IReadOnlyDictionary<string, string> typed)
    {
        var entries = GridOf(typed).Entries();
        if (entries.Count == 0)
            throw new Units.FormException("The results", [new Units.FormProblem("", "Nothing was typed: enter at least one result.")]);
        try
        {
            var outcome = new LotBench(Work).EnterResults(Lot, entries);
            new FormDraftStore(Work).Discard(FormDraftKind.Results, Lot);
            Work.Commit();
            Toast(Told(outcome));
            return Redirect(Address);
        }
        catch (ResultExistsException)
        {
            return SomebodyWasFirst(typed);
        }
    }

    /// <summary>Shows what another person entered meanwhile beside what was typed here.</summary>
    private IActionResult SomebodyWasFirst(IReadOnlyDictionary<string, string> typed)
    {
        Work.Session.Rollback();
        Show(typed);
        foreach (var row in Grid.Rows.Where(r => r.NotStored is not null))
            ModelState.AddModelError("", $"{row.Title} was entered by {row.Standing!.RecordedBy} meanwhile: {row.Standing.EnteredText}. You typed {row.NotStored}. A result is never overwritten; correct it with a reason if yours is right. Save again to store the others.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string Told(ResultsOutcome outcome)
    {
        var saved = outcome.Entered.Count switch
        {
            0 => "These results stood already.",
            1 => "1 result saved.",
            var n => $"{NumberView.Count(n)} results saved.",
        };
        var failing = outcome.Evaluation is null ? [] : RecordedAnswer.Of(outcome.Evaluation).Criteria
            .Where(c => outcome.Entered.Contains(c.Attribute) && c.Verdict == CriterionVerdict.DoesNotConform.Word()).Select(c => AttributeNames.Of(c.Attribute)).ToList();
        return failing.Count == 0 ? saved : $"{saved} {string.Join(", ", failing)} {(failing.Count == 1 ? "does" : "do")} not conform.";
    }

    private ResultGrid GridOf(IReadOnlyDictionary<string, string> typed) =>
        new(Work, Lot, typed, TimeZoneInfo.ConvertTime(Lab.Clock.GetUtcNow(), Lab.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Me.Person.PrintedName);

    private void Show(IReadOnlyDictionary<string, string> typed)
    {
        State = new BatchStore(Work).State(Lot);
        Draft ??= new FormDraftStore(Work).Find(FormDraftKind.Results, Lot);
        Grid = GridOf(typed);
    }
}
