using LabQc.Batches;
using LabQc.People;
using LabQc.Units;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>Keeps a form while somebody types. Who comes here without one goes home.</summary>
[Asks(LabAction.RegisterBatch, LabAction.DraftSpecification)]
internal sealed class DraftsModel : LabPage
{
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Saves the fields that were sent as the draft of a kind and a key; answers the draft's new version.</summary>
    public IActionResult OnPost(string? kind, string? key)
    {
        if (!Enum.TryParse<FormDraftKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return Told(StatusCodes.Status422UnprocessableEntity, "There is no such form.");
        try
        {
            var draft = new FormDraftStore(Work).Save(known, key ?? "", TypedForm.Json(TypedForm.Of(Request.Form)), TypedForm.DraftVersion(Request.Form));
            Work.Commit();
            return new JsonResult(new { version = draft.RowVersion, saved_at = draft.SavedAt });
        }
        catch (FormDraftChangedException changed)
        {
            return Told(StatusCodes.Status409Conflict, changed.Message);
        }
        catch (RefusalException refused)
        {
            return Told(StatusCodes.Status422UnprocessableEntity, refused.Message);
        }
    }

    private static JsonResult Told(int status, string message) => new(new { error = message }) { StatusCode = status };
}
