using LabQc.Assays;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>A second person checks a submitted lot's record, and signs it.</summary>
[Asks(LabAction.VerifyLot)]
internal sealed class VerifyModel : LotStepPage
{
    public override string Title => "Verify";

    public LotReading Reading { get; private set; } = null!;

    /// <summary>What measured the lot, with every file.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<Fact> Facts)> Measured { get; private set; } = [];

    public IReadOnlyList<Fact> Isolation { get; private set; } = [];

    /// <summary>The results as they were typed.</summary>
    public IReadOnlyList<AssayResult> Results { get; private set; } = [];

    public IReadOnlyList<ChangedValue> Changed { get; private set; } = [];

    /// <summary>Replicates that are left out, with their reasons.</summary>
    public IReadOnlyList<ReplicateLine> LeftOut { get; private set; } = [];

    public string SubmittedBy { get; private set; } = "";

    public string DossierSha256 { get; private set; } = "";

    /// <summary>Whether somebody else verifies.</summary>
    public bool IsOthers => OwnWork.Count > 0 || SubmittedBy == Me.Person.PrintedName;

    public IActionResult OnPost() => Step(workflow => workflow.Verify(Lot, Prove(), RowVersion), $"Lot {Lot} is verified, signed.");

    protected override void Read()
    {
        DossierSha256 = LotDossier.Freeze(Work, Lot).Sha256;
        Reading = new LotReading(Work, Lot, evaluation: null);
        Measured = FactList.Measured(Reading);
        Isolation = FactList.Isolation(Reading.Batch.Details);
        LeftOut = [.. SizeSection.Of(Reading).LeftOut];
        Results = new AssayStore(Work).Current(Lot);
        Changed = ChangedSinceFirstEntry.Of(Work, Lot);
        SubmittedBy = new ReviewStepStore(Work).OfLot(Lot).LastOrDefault(s => s.Step == ReviewStep.Submitted)?.RecordedBy ?? "";
    }
}
