using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Puts a lot on hold, or lifts its hold; both with a reason.</summary>
[Asks(LabAction.HoldLot)]
internal sealed class HoldModel : LotStepPage
{
    /// <summary>Whether the hold is lifted rather than put.</summary>
    [BindProperty]
    public bool Lift { get; set; }

    public override string Title => State.HoldReason is null ? "Put on hold:" : "Lift the hold:";

    public IActionResult OnPost() => Lift
        ? Step(workflow => workflow.LiftHold(Lot, Why("why the hold can be lifted"), RowVersion), $"The hold on lot {Lot} is lifted.")
        : Step(workflow => workflow.Hold(Lot, Why("why the lot is on hold"), RowVersion), $"Lot {Lot} is on hold.");
}
