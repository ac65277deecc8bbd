using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Units;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>The first visit: whoever reads the console makes the first administrator.</summary>
internal sealed class StartModel(Laboratory laboratory) : EntrancePage(laboratory)
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

    public IActionResult OnGet() => Laboratory.FirstCode is null ? Redirect("/sign-in") : Page();

    public IActionResult OnPost()
    {
        if (Laboratory.FirstCode is not { } expected)
            return Redirect("/sign-in");
        if (!expected.Fits(Code ?? ""))
            return Refuse("The one-time code is another one: it stands in the console of the machine that LabQc runs on.");
        if (Password != PasswordAgain)
            return Refuse("The two passwords differ. Type the same twice.");
        try
        {
            using var work = Laboratory.Registry.Begin(Actor.OfAccount());
            new Accounts(work).CreateFirstAdministrator((Name ?? "").Trim(), (PrintedName ?? "").Trim(), Password ?? "");
            work.Commit();
        }
        catch (RefusalException refused)
        {
            return Refuse(refused.Message);
        }
        Laboratory.Founded();
        TempData["notice"] = "The first administrator is made. Sign in.";
        return Redirect("/sign-in");
    }
}
