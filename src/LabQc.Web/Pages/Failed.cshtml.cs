using LabQc.Web.Access;
using LabQc.Web.Safety;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LabQc.Web.Pages;

/// <summary>What a person sees when something was refused or failed outside a form.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
internal sealed class FailedModel(ILogger<FailedModel> log) : PageModel
{
    internal Failure Failure { get; private set; } = new("Nothing failed", "This page explains what went wrong when something did.", null);

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } thrown)
            return;
        Failure = Failures.Of(thrown.Error, log, $"{Request.Method} {thrown.Path}");
        Response.StatusCode = Failure.IsMissing ? StatusCodes.Status404NotFound
            : Failure.Reference is null ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status500InternalServerError;
    }
}
