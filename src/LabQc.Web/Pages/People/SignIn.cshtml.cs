using LabQc.People;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>Name, password, and a one-time code for who uses one.</summary>
internal sealed class SignInModel(Laboratory laboratory) : EntrancePage(laboratory)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Whether a session was lost on the way.</summary>
    public bool Lost { get; private set; }

    /// <summary>What went well just before, such as an activated account.</summary>
    public string? Notice { get; private set; }

    /// <summary>Whether a one-time code is what is still needed.</summary>
    public bool AsksCode { get; private set; }

    public IActionResult OnGet(string? lost)
    {
        if (Laboratory.FirstCode is not null)
            return Redirect("/start");
        Lost = lost is not null;
        Notice = TempData["notice"] as string;
        return User.Identity?.IsAuthenticated == true ? Redirect(Local(Back)) : Page();
    }

    public IActionResult OnPost()
    {
        try
        {
            var proven = Laboratory.SignIn.Prove((Name ?? "").Trim(), Password ?? "", string.IsNullOrWhiteSpace(Code) ? null : Code.Trim(), ProofPurpose.SignIn);
            if (SessionCookie.Read(HttpContext) is { } before)
                Laboratory.Sessions.End(before, "signed in again");
            LetIn(proven);
            return Redirect(Local(Back));
        }
        catch (RefusalException refused)
        {
            AsksCode = refused is OneTimeCodeNeededException;
            Password = null;
            return Refuse(refused.Message);
        }
    }

    /// <summary>Never leads to another server.</summary>
    private string Local(string? back) => back is not null && Url.IsLocalUrl(back) && !back.StartsWith("/sign-", StringComparison.Ordinal) ? back : "/";
}
