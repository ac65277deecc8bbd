using LabQc.AuditTrail;
using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>A signature that concerns a lot, and whether what was signed still stands.</summary>
public sealed record SignatureStanding
{
    /// <summary>The words of a signature whose content was corrected, wherever it is shown.</summary>
    public const string CorrectedSince = "signed content corrected since";

    public required Signature Signature { get; init; }

    /// <summary>What was corrected since, oldest first; empty where what was signed still stands.</summary>
    public required IReadOnlyList<DossierDifference> Corrections { get; init; }

    /// <summary>What does not fit between the signature and the bytes it signed; empty unless somebody wrote outside LabQc.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether what was signed is what stands.</summary>
    public bool Stands => Corrections.Count == 0 && Problems.Count == 0;

    /// <summary>All signatures that concern a lot, oldest first.</summary>
    public static IReadOnlyList<SignatureStanding> OfLot(LabWork work, string lot) => [.. new SignatureStore(work).OfLot(lot).Select(s => Of(work, s))];

    /// <summary>One signature, on whatever it stands.</summary>
    public static SignatureStanding Of(LabWork work, Signature signature)
    {
        IReadOnlyList<string> problems = [.. SignatureCheck.Of(work, signature).Select(p => p.Message)];
        return new SignatureStanding
        {
            Signature = signature,
            Problems = problems,
            Corrections = problems.Count > 0 ? [] : DossierDifferences.Of(work, signature),
        };
    }
}
