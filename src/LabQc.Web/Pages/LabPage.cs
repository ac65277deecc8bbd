using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Consistency;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LabQc.Web.Pages;

/// <summary>
/// A page of the laboratory: who looks at it, what they may do, and the registry behind it. A handler that writes does its work
/// inside <see cref="Attempt"/> and ends with a redirect; what is refused is shown on the same page with all input kept.
/// </summary>
internal abstract class LabPage : PageModel
{
    /// <summary>The key under which a sentence waits for the next page.</summary>
    public const string ToastKey = "toast";

    /// <summary>The laboratory.</summary>
    public Laboratory Lab => HttpContext.RequestServices.GetRequiredService<Laboratory>();

    /// <summary>Who is signed in.</summary>
    public SignedIn Me => HttpContext.Features.Get<SignedIn>() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What was refused, in sentences; shown in the summary at the top of the form.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>One unit of work for this request, as the person who is signed in. It ends with the request.</summary>
    public LabWork Work => RequestWork.Of(HttpContext);

    /// <summary>Whether the person may do something with a lot that stands as told, or with no lot. Buttons ask this.</summary>
    public bool May(LabAction action, BatchLine? lot = null) =>
        Gate.Allows(Me.Person.Roles, action, lot is null ? LotStage.None : lot.Stage());

    /// <summary>
    /// Does some writing. What is refused is shown on this page again (422, or 409 where somebody else was first), with the
    /// input as it was sent and nothing stored.
    /// </summary>
    /// <param name="write">Does the work, commits it, and says where to go.</param>
    /// <param name="again">Prepares the page to be shown again.</param>
    protected IActionResult Attempt(Func<IActionResult> write, Action again)
    {
        try
        {
            return write();
        }
        catch (FormException form)
        {
            foreach (var problem in form.Problems)
                ModelState.AddModelError(problem.Where, problem.Message);
            return Again([form.Message], StatusCodes.Status422UnprocessableEntity, again);
        }
        catch (RefusalException refused)
        {
            return Again([refused.Message], IsOvertaken(refused) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, again);
        }
    }

    /// <summary>Leaves a sentence for the page that is shown next.</summary>
    protected void Toast(string sentence) => TempData[ToastKey] = sentence;

    /// <summary>The same with one link.</summary>
    protected void Toast(string sentence, string? href, string? action)
    {
        Toast(sentence);
        TempData[ToastKey + "-href"] = href;
        TempData[ToastKey + "-action"] = action;
    }

    private static bool IsOvertaken(RefusalException refused) =>
        refused is BatchChangedException or SpecificationDraftChangedException or SpecificationDraftExistsException or ReferenceSetOvertakenException
            or LabQc.Measurements.StagedFileChangedException or LabQc.People.PersonChangedException;

    private PageResult Again(IReadOnlyList<string> refused, int status, Action again)
    {
        Work.Session.Rollback();
        Refused = refused;
        Response.StatusCode = status;
        again();
        return Page();
    }
}
