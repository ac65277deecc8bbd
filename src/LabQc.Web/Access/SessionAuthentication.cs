using System.Security.Claims;
using System.Text.Encodings.Web;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LabQc.Web.Access;

/// <summary>Knows people by the token of their session, which the server can end at any time.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Laboratory laboratory)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "session";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!laboratory.IsReady || SessionCookie.Read(Context) is not { } token)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (laboratory.Sessions.Touch(token) is not { } me)
            return Task.FromResult(AuthenticateResult.Fail("The session has ended."));
        Context.Features.Set(me);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, me.Person.Name), new Claim(ClaimTypes.NameIdentifier, me.Person.Name)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        string back = Request.PathBase + Request.Path + (HttpMethods.IsGet(Request.Method) ? Request.QueryString.Value : "");
        var lost = SessionCookie.Read(Context) is not null ? "&lost=1" : "";
        Response.Redirect($"/sign-in?back={Uri.EscapeDataString(back)}{lost}");
        return Task.CompletedTask;
    }
}
