using System.Security.Cryptography;
using LabQc.AuditTrail;

namespace LabQc.Signatures;

/// <summary>A signature that does not belong where it stands.</summary>
/// <param name="Signature">The signature.</param>
/// <param name="Message">What does not fit, and what that means.</param>
public sealed record SignatureProblem(Signature Signature, string Message);

/// <summary>
/// Holds every signature against the bytes that were signed: their hash, and the subject that they name themselves. A signature
/// copied to another record does not fit its dossier. That its row is as it was recorded is for <see cref="Verification"/>.
/// </summary>
public static class SignatureCheck
{
    /// <summary>What does not fit; empty where everything does.</summary>
    public static IReadOnlyList<SignatureProblem> Run(LabWork work)
    {
        var store = new SignatureStore(work);
        return [.. store.All().SelectMany(s => Problems(store, s))];
    }

    /// <summary>What does not fit of one signature; empty where it stands on its own record.</summary>
    public static IReadOnlyList<SignatureProblem> Of(LabWork work, Signature signature) => [.. Problems(new SignatureStore(work), signature)];

    private static IEnumerable<SignatureProblem> Problems(SignatureStore store, Signature signature)
    {
        if (store.Dossier(signature.DossierSha256) is not { } dossier)
        {
            yield return new(signature, $"The record that {signature.PrintedName} signed is not there: no dossier has the SHA-256 {signature.DossierSha256}.");
            yield break;
        }
        if (Convert.ToHexStringLower(SHA256.HashData(dossier)) != signature.DossierSha256)
            yield return new(signature, "The dossier's bytes do not have the SHA-256 that was signed: they are not what was signed.");
        if (Signing.SubjectIn(dossier) is var (kind, key) && (kind, key) != (signature.SubjectKind, signature.SubjectKey))
            yield return new(signature,
                $"The signature stands on {signature.SubjectKind} {signature.SubjectKey}, and what was signed is {kind ?? "no record"} {key}: it was copied from there.");
        if (signature.SubjectKind == SubjectKind.Lot.Word() && signature.LotNumber != signature.SubjectKey)
            yield return new(signature, $"The signature on lot {signature.SubjectKey} is filed under lot {signature.LotNumber ?? "none"}.");
    }
}
