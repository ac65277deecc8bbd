using LabQc.People;
using LabQc.Web.Access;

namespace LabQc.Web.Pages;

/// <summary>The page of every address that is none.</summary>
[Asks(LabAction.KeepOwnAccount)]
internal sealed class NotFoundModel : LabPage
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status404NotFound;
}
