using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>A lot's whole audit trail since its beginning, read through and signed.</summary>
[Asks(LabAction.ReviewAuditTrail)]
internal sealed class AuditReviewModel : LotStepPage
{
    public override string Title => "Review the audit trail of";

    public IReadOnlyList<ChangedValue> Changed { get; private set; } = [];

    public AuditTrailReview Standing { get; private set; } = new();

    public string DossierSha256 { get; private set; } = "";

    public IActionResult OnPost() => Step(
        workflow => workflow.ReviewAuditTrail(Lot, Prove(), ReadSequence),
        $"The audit trail of lot {Lot} is reviewed, signed.");

    protected override void Read()
    {
        DossierSha256 = LotDossier.Freeze(Work, Lot).Sha256;
        Standing = new ReviewStepStore(Work).AuditTrail(Lot);
        Changed = ChangedSinceFirstEntry.Of(Work, Lot);
    }
}
