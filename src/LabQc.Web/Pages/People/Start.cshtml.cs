using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LabQc.Web.Pages.People;

/// <summary>The first visit: whoever reads the console makes the first administrator.</summary>
[OpenToAll]
[EnableRateLimiting(LabHost.SignInRate)]
internal sealed class StartModel(Laboratory laboratory) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? PrintedName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    public string? Refusal { get; private set; }

    public IActionResult OnGet() => laboratory.FirstCode is null ? Redirect("/sign-in") : Page();

    public IActionResult OnPost()
    {
        if (laboratory.FirstCode is not { } expected)
            return Redirect("/sign-in");
        if (!expected.Fits(Code ?? ""))
            return Refuse("The one-time code is another one: it stands in the console of the machine that LabQc runs on.");
        if (Password != PasswordAgain)
            return Refuse("The two passwords differ. Type the same twice.");
        try
        {
            using var work = laboratory.Registry.Begin(Actor.OfAccount());
            new Accounts(work).CreateFirstAdministrator((Name ?? "").Trim(), (PrintedName ?? "").Trim(), Password ?? "");
            work.Commit();
        }
        catch (RefusalException refused)
        {
            return Refuse(refused.Message);
        }
        laboratory.Founded();
        TempData["notice"] = "The first administrator is made. Sign in.";
        return Redirect("/sign-in");
    }

    private PageResult Refuse(string why)
    {
        Refusal = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
