using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>One signature: who, when, what it means, what exactly was signed, and whether that still stands.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class SignatureModel : LabPage
{
    /// <summary>The signature; null where there is none of that name.</summary>
    public SignatureStanding? Standing { get; private set; }

    public Signature Signature => Standing!.Signature;

    public string Meaning => SignatureMeanings.Parse(Signature.Meaning)?.Title() ?? Signature.Meaning;

    public string RoleTitle => RoleWords.Parse(Signature.Role)?.Title() ?? Signature.Role;

    /// <summary>What was signed; null where the bytes are not there.</summary>
    public DossierView? Dossier { get; private set; }

    public LotTimes Times => new(Lab.Zone, Lab.Clock.GetUtcNow());

    /// <summary>What the signature stands on, in words.</summary>
    public string Subject => SubjectKinds.Parse(Signature.SubjectKind) switch
    {
        SubjectKind.Lot => $"lot {Signature.SubjectKey}",
        SubjectKind.Specification => $"specification {Signature.SubjectKey}",
        SubjectKind.ReferenceSet => $"reference set {Signature.SubjectKey}",
        SubjectKind.MeasurementInvalidation => $"invalidation of measurement {Signature.SubjectKey}",
        SubjectKind.RoleGrant => $"grant of a role, {Signature.SubjectKey}",
        _ => Signature.SubjectKey,
    };

    public void OnGet(string id)
    {
        if (new SignatureStore(Work).Find(id) is not { } found)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Standing = SignatureStanding.Of(Work, found);
        var bytes = new SignatureStore(Work).Dossier(found.DossierSha256);
        Dossier = bytes is null ? null : DossierView.Of(bytes, found.SubjectKind == SubjectKind.Lot.Word() ? LotDossier.Freeze(Work, found.SubjectKey).Parts : null);
    }

    /// <summary>The bytes that were signed, exactly.</summary>
    public IActionResult OnGetDossier(string id) =>
        new SignatureStore(Work).Find(id) is { } found && new SignatureStore(Work).Dossier(found.DossierSha256) is { } bytes
            ? File(bytes, "application/json", $"dossier-{found.DossierSha256[..16]}.json")
            : Redirect("/signatures/" + Uri.EscapeDataString(id));

    /// <summary>Where this page is.</summary>
    public string Address => "/signatures/" + string.Join('/', Signature.Id.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Where the signed lot is; null where the signature is about none.</summary>
    public string? LotAddress => Signature.LotNumber is { } lot ? LotLink.Address(lot) : null;
}
