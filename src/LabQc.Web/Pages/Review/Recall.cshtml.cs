using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Calls a released lot back, signed.</summary>
[Asks(LabAction.RecallLot)]
internal sealed class RecallModel : LotStepPage
{
    public override string Title => "Recall";

    /// <summary>SHA-256 of the record that is signed.</summary>
    public string DossierSha256 { get; private set; } = "";

    public IActionResult OnPost() => Step(
        workflow =>
        {
            var why = Why("why the lot is called back");
            workflow.Recall(Lot, Prove(), why, RowVersion);
        },
        $"Lot {Lot} is recalled, signed.");

    protected override void Read() => DossierSha256 = LotDossier.Freeze(Work, Lot).Sha256;
}
