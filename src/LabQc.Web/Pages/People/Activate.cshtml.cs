using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LabQc.Web.Pages.People;

/// <summary>A one-time link: the person sets the password, and accepts to be accountable for the signature.</summary>
[OpenToAll]
[EnableRateLimiting(LabHost.SignInRate)]
internal sealed class ActivateModel(Laboratory laboratory) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    [BindProperty]
    public bool Accepts { get; set; }

    public string? Refusal { get; private set; }

    public void OnGet(string? code) => Code = code;

    public IActionResult OnPost()
    {
        if (Password != PasswordAgain)
            return Refuse("The two passwords differ. Type the same twice.");
        try
        {
            if (laboratory.SignIn.Activate((Code ?? "").Trim(), Password ?? "", Accepts) is { } proven)
            {
                SessionCookie.Write(HttpContext, laboratory.Sessions.Start(proven, $"{HttpContext.Connection.RemoteIpAddress} {Request.Headers.UserAgent}"));
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

    private PageResult Refuse(string why)
    {
        Refusal = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
