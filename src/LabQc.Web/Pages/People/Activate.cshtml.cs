using LabQc.Units;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>A one-time link: the person sets the password, and accepts to be accountable for the signature.</summary>
internal sealed class ActivateModel(Laboratory laboratory) : EntrancePage(laboratory)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    [BindProperty]
    public bool Accepts { get; set; }

    public void OnGet(string? code) => Code = code;

    public IActionResult OnPost()
    {
        if (Password != PasswordAgain)
            return Refuse("The two passwords differ. Type the same twice.");
        try
        {
            if (Laboratory.SignIn.Activate((Code ?? "").Trim(), Password ?? "", Accepts) is { } proven)
            {
                LetIn(proven);
                return Redirect("/");
            }
            TempData["notice"] = "Your password is set. Sign in with it and a one-time code.";
            return Redirect("/sign-in");
        }
        catch (RefusalException refused)
        {
            return Refuse(refused.Message);
        }
    }
}
