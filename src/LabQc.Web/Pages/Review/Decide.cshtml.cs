using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Releases or rejects a lot, signed over its frozen record.</summary>
[Asks(LabAction.RejectLot, LabAction.ReleaseLot)]
internal sealed class DecideModel : LotStepPage
{
    public const string Release = "release";
    public const string Reject = "reject";

    /// <summary>What is decided: one of the two words.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>What is accepted although a criterion does not conform or is inconclusive.</summary>
    [BindProperty]
    public string? Deviation { get; set; }

    public override string Title => "Sign a decision on";

    public LotReading Reading { get; private set; } = null!;

    public LotHeadline Headline { get; private set; } = null!;

    /// <summary>What has to be cured before the lot can be released.</summary>
    public IReadOnlyList<BlockedLine> Blocked { get; private set; } = [];

    /// <summary>What can be accepted by naming the deviation.</summary>
    public IReadOnlyList<BlockedLine> Deviations { get; private set; } = [];

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>SHA-256 of the record that is signed.</summary>
    public string DossierSha256 { get; private set; } = "";

    public bool CanRelease => Blocked.Count == 0;

    /// <summary>What is chosen when the page is opened: nothing, unless only one decision is possible.</summary>
    public string? Chosen => Decision ?? (CanRelease ? null : Reject);

    public IActionResult OnPost() => Decision switch
    {
        Release => Step(
            workflow =>
            {
                var why = Why("why this lot is released");
                workflow.Release(Lot, Prove(), why, Deviation?.Trim(), RowVersion);
            },
            $"Lot {Lot} is released, signed."),
        Reject => Step(
            workflow =>
            {
                var why = Why("why this lot is rejected");
                workflow.Reject(Lot, Prove(), why, RowVersion);
            },
            $"Lot {Lot} is rejected, signed."),
        _ => Attempt(() => throw At(nameof(Decision), "Choose whether the lot is released or rejected."), Show),
    };

    protected override void Read()
    {
        DossierSha256 = LotDossier.Freeze(Work, Lot).Sha256;
        Reading = new LotReading(Work, Lot, evaluation: null);
        Headline = LotHeadline.Of(Reading);
        Signatures = SignatureLine.Of(Reading);
        var lines = BlockedLine.Of(Reading, Me.Person, action => May(action, State));
        Blocked = [.. lines.Where(l => !l.CanBeAccepted)];
        Deviations = [.. lines.Where(l => l.CanBeAccepted)];
    }
}
