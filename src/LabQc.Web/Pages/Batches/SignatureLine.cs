using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;

namespace LabQc.Web.Pages.Batches;

/// <summary>A signature on the lot, or a decision that was recorded without one.</summary>
internal sealed record SignatureLine
{
    public required string Meaning { get; init; }
    public required string PrintedName { get; init; }
    public string Role { get; init; } = "";
    /// <summary>UTC with its zone.</summary>
    public required string At { get; init; }
    public string Statement { get; init; } = "";
    public string? Reason { get; init; }
    /// <summary>The SHA-256 of what was signed; null where nothing was.</summary>
    public string? Dossier { get; init; }
    public string? Address { get; init; }
    /// <summary>What was corrected since it was given; empty where it stands.</summary>
    public IReadOnlyList<string> CorrectedSince { get; init; } = [];

    /// <summary>What does not fit between the signature and the bytes it signed; empty unless somebody wrote outside LabQc.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool Stands => CorrectedSince.Count == 0 && Problems.Count == 0;

    public bool IsSigned => Dossier is not null;

    /// <summary>All of a lot, oldest first.</summary>
    public static IReadOnlyList<SignatureLine> Of(LotReading reading) =>
    [
        .. new DecisionStore(reading.Work).OfLot(reading.Lot).Where(d => d.Standing == DecisionStore.RecordedNotSigned).Select(Unsigned),
        .. SignatureStanding.OfLot(reading.Work, reading.Lot).Select(Signed),
    ];

    private static SignatureLine Signed(SignatureStanding standing) => Signed(standing.Signature) with
    {
        CorrectedSince = [.. standing.Corrections.Select(d => d.Words)],
        Problems = standing.Problems,
    };

    private static SignatureLine Signed(Signature signature) => new()
    {
        Meaning = SignatureMeanings.Parse(signature.Meaning)?.Title() ?? signature.Meaning,
        PrintedName = signature.PrintedName,
        Role = RoleWords.Parse(signature.Role)?.Title() ?? signature.Role,
        At = LotTimes.Utc(signature.SignedAt),
        Statement = signature.Statement,
        Reason = signature.Reason,
        Dossier = signature.DossierSha256,
        Address = "/signatures/" + string.Join('/', signature.Id.Split('/').Select(Uri.EscapeDataString)),
    };

    private static SignatureLine Unsigned(Decision decision) => new()
    {
        Meaning = char.ToUpperInvariant(decision.Disposition[0]) + decision.Disposition[1..],
        PrintedName = decision.DecidedBy,
        At = LotTimes.Utc(decision.DecidedAt),
        Statement = "Recorded, not signed: nobody could sign in this registry then.",
        Reason = decision.Reason,
    };
}
