using System.Security.Cryptography;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Signatures;

/// <summary>What happens together with a signature, in the same audit event.</summary>
/// <param name="Action">What the event is called, such as <c>batch.released</c>.</param>
/// <param name="Rows">The rows that are written beside the signature's own.</param>
/// <param name="Write">The writing.</param>
public sealed record SignedChange(string Action, IReadOnlyList<RecordKey> Rows, Action<Signature> Write);

/// <summary>Signs records.</summary>
/// <remarks>
/// A signature is given by a person who has just proved who they are, over bytes that are frozen with it and name their
/// subject. Signature, bytes and whatever is decided by it stand in one audit event, so that none is there without the others.
/// </remarks>
public sealed class Signing(LabWork work)
{
    private readonly SignatureStore _signatures = new(work);

    /// <summary>Signs. Does not commit.</summary>
    /// <param name="signer">The person, proven for one signature; the proof is used up.</param>
    /// <param name="subject">What is signed; the dossier's member <c>subject</c> says the same.</param>
    /// <param name="meaning">What the signature says of it.</param>
    /// <param name="statement">The sentence that is signed.</param>
    /// <param name="reason">Why, where a reason is due.</param>
    /// <param name="dossier">The frozen record in canonical form, see <see cref="SignedSubject.InDossier"/>.</param>
    /// <param name="change">What happens by the signature; null where nothing else does.</param>
    /// <exception cref="SigningRefusedException">The person's roles do not allow it, or the account is not active.</exception>
    public Signature Sign(
        ProvenPerson signer, SignedSubject subject, SignatureMeaning meaning, string statement, string? reason, byte[] dossier, SignedChange? change = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(statement);
        if (SubjectIn(dossier) != (subject.Kind.Word(), subject.Key))
            throw new ArgumentException("The dossier names another subject than the signature.", nameof(dossier));
        if (work.Actor.Account != signer.Actor.Account)
            throw new ArgumentException("The unit of work is another person's than the signature.", nameof(signer));
        work.Session.BeginWriting();
        var signature = Draft(signer, subject, meaning, statement, reason, dossier);
        var rows = (change?.Rows ?? []).Append(_signatures.Key(signature)).Append(_signatures.DossierKey(signature.DossierSha256));
        work.Trail.Record(change?.Action ?? $"{subject.Kind.Word()}.{meaning.Word()}", subject.LotNumber, reason, [.. rows], () =>
        {
            signer.UseForSignature(work);
            _signatures.Insert(signature, dossier);
            change?.Write(signature);
        });
        return signature;
    }

    /// <summary>The kind and key of the subject that a dossier names; nulls where it names none.</summary>
    internal static (string? Kind, string? Key) SubjectIn(byte[] dossier)
    {
        try
        {
            using var document = JsonDocument.Parse(dossier);
            var subject = document.RootElement.GetProperty("subject");
            return (subject.GetProperty("kind").GetString(), subject.GetProperty("key").GetString());
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private Signature Draft(ProvenPerson signer, SignedSubject subject, SignatureMeaning meaning, string statement, string? reason, byte[] dossier)
    {
        var person = new PeopleStore(work).Find(signer.Person.Name) ?? throw new SigningRefusedException($"There is no person {signer.Person.Name}.");
        var role = SigningAuthority.RoleOf(person, subject, meaning);
        return new Signature
        {
            SubjectKind = subject.Kind.Word(),
            SubjectKey = subject.Key,
            Ordinal = _signatures.Of(subject).Count + 1L,
            LotNumber = subject.LotNumber,
            Meaning = meaning.Word(),
            Person = person.Name,
            PrintedName = person.PrintedName,
            Role = role.Word(),
            SignedAt = work.Trail.Now(),
            Statement = statement,
            Reason = reason,
            DossierSha256 = Convert.ToHexStringLower(SHA256.HashData(dossier)),
            Authentication = signer.Authentication,
        };
    }
}
