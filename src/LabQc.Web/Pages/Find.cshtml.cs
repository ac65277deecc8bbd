using LabQc.Batches;
using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages;

/// <summary>Opens the lot that somebody typed or scanned.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class FindModel : LabPage
{
    /// <summary>What was typed or scanned.</summary>
    [BindProperty(SupportsGet = true, Name = "lot")]
    public string? Sought { get; set; }

    public IActionResult OnGet()
    {
        // A scanner may send blanks and the letters of its keyboard's case.
        var sought = (Sought ?? "").Trim();
        if (sought.Length == 0)
            return Redirect("/batches");
        var batches = new BatchStore(Work);
        if (batches.Find(sought) is { } exact)
            return Redirect($"/batches/{Uri.EscapeDataString(exact.LotNumber)}");
        if (batches.Find(sought.ToUpperInvariant()) is { } upper)
            return Redirect($"/batches/{Uri.EscapeDataString(upper.LotNumber)}");
        Sought = sought;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
