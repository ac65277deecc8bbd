using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>Ends the session, on the server too.</summary>
[Asks(LabAction.KeepOwnAccount)]
internal sealed class SignOutModel : LabPage
{
    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (SessionCookie.Read(HttpContext) is { } token)
            Lab.Sessions.End(token, "signed out");
        SessionCookie.Remove(HttpContext);
        TempData["notice"] = "You are signed out.";
        return Redirect("/sign-in");
    }
}
