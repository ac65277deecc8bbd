using LabQc.People;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LabQc.Web.Pages.People;

/// <summary>A page before the door: open to all, slowed down against guessing, and shown again with what was refused.</summary>
[OpenToAll]
[EnableRateLimiting(LabHost.SignInRate)]
internal abstract class EntrancePage(Laboratory laboratory) : PageModel
{
    /// <summary>Why the person is not let in.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The laboratory.</summary>
    protected Laboratory Laboratory => laboratory;

    /// <summary>Shows the page again, with the reason.</summary>
    protected PageResult Refuse(string why)
    {
        Refusal = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Begins a session in this browser.</summary>
    protected void LetIn(ProvenPerson proven) =>
        SessionCookie.Write(HttpContext, laboratory.Sessions.Start(proven, $"{HttpContext.Connection.RemoteIpAddress} {Request.Headers.UserAgent}"));
}
