using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Sends a submitted or verified lot back to the bench, with a reason.</summary>
[Asks(LabAction.ReturnLot)]
internal sealed class ReturnModel : LotStepPage
{
    public override string Title => "Return to the bench:";

    public IActionResult OnPost() => Step(workflow => workflow.Return(Lot, Why("what is to be done at the bench"), RowVersion), $"Lot {Lot} is back at the bench.");
}
