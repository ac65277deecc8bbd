using LabQc.AuditTrail;

namespace LabQc.Signatures;

/// <summary>Keeps signatures, and the bytes that they sign.</summary>
public sealed class SignatureStore(LabWork work)
{
    private const string Select =
        """
        SELECT subject_kind,
               subject_key,
               ordinal,
               lot_number,
               meaning,
               person,
               printed_name,
               role,
               signed_at,
               statement,
               reason,
               dossier_sha256,
               authentication
          FROM signature
        """;

    /// <summary>All signatures that concern a lot, oldest first: on the lot itself, and on invalidations of its measurements.</summary>
    public IReadOnlyList<Signature> OfLot(string lot) =>
        work.Session.Query<Signature>(
            $"""
            {Select}
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY signed_at,
                      subject_kind,
                      subject_key,
                      ordinal
            """,
            new { site = work.Site, lot });

    /// <summary>The signatures on a subject in their order.</summary>
    public IReadOnlyList<Signature> Of(SignedSubject subject) =>
        work.Session.Query<Signature>(
            $"""
            {Select}
             WHERE site = @site
               AND subject_kind = @kind
               AND subject_key = @Key
             ORDER BY ordinal
            """,
            new { site = work.Site, kind = subject.Kind.Word(), subject.Key });

    /// <summary>One signature on a subject, or null.</summary>
    public Signature? Find(SubjectKind kind, string key, long ordinal) =>
        Of(new SignedSubject(kind, key)).FirstOrDefault(s => s.Ordinal == ordinal);

    /// <summary>The signature with an id such as <c>lot/EXO-1/2</c>, or null.</summary>
    public Signature? Find(string id)
    {
        var (first, last) = (id.IndexOf('/', StringComparison.Ordinal), id.LastIndexOf('/'));
        return first > 0 && last > first && SubjectKinds.Parse(id[..first]) is { } kind
            && long.TryParse(id.AsSpan(last + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var ordinal)
            ? Find(kind, id[(first + 1)..last], ordinal)
            : null;
    }

    /// <summary>What a person signed, newest first.</summary>
    public IReadOnlyList<Signature> By(string person, int limit = 200) =>
        work.Session.Query<Signature>(
            $"""
            {Select}
             WHERE site = @site
               AND person = @person
             ORDER BY signed_at DESC
             LIMIT @limit
            """,
            new { site = work.Site, person, limit });

    /// <summary>All signatures of the site in the order of their keys.</summary>
    public IReadOnlyList<Signature> All() =>
        work.Session.Query<Signature>($"{Select} WHERE site = @site ORDER BY subject_kind, subject_key, ordinal", new { site = work.Site });

    /// <summary>The bytes that were signed, or null where no dossier has this hash.</summary>
    public byte[]? Dossier(string sha256) =>
        work.Session.Find<byte[]>(
            "SELECT content FROM dossier WHERE site = @site AND sha256 = @sha256",
            new { site = work.Site, sha256 });

    internal RecordKey Key(Signature signature) =>
        new("signature", work.Site, signature.SubjectKind, signature.SubjectKey, signature.Ordinal);

    internal RecordKey DossierKey(string sha256) => new("dossier", work.Site, sha256);

    internal void Insert(Signature signature, byte[] dossier)
    {
        if (Dossier(signature.DossierSha256) is null)
            InsertDossier(signature, dossier);
        work.Session.Execute(
            """
            INSERT INTO signature
                   (site, subject_kind, subject_key, ordinal, lot_number, meaning, person, printed_name, role, signed_at,
                    statement, reason, dossier_sha256, authentication)
            VALUES (@site, @SubjectKind, @SubjectKey, @Ordinal, @LotNumber, @Meaning, @Person, @PrintedName, @Role, @SignedAt,
                    @Statement, @Reason, @DossierSha256, @Authentication)
            """,
            new
            {
                site = work.Site,
                signature.SubjectKind,
                signature.SubjectKey,
                signature.Ordinal,
                signature.LotNumber,
                signature.Meaning,
                signature.Person,
                signature.PrintedName,
                signature.Role,
                signature.SignedAt,
                signature.Statement,
                signature.Reason,
                signature.DossierSha256,
                signature.Authentication,
            });
    }

    private void InsertDossier(Signature signature, byte[] dossier) =>
        work.Session.Execute(
            """
            INSERT INTO dossier (site, sha256, content, frozen_at)
            VALUES (@site, @DossierSha256, @dossier, @SignedAt)
            """,
            new { site = work.Site, signature.DossierSha256, dossier, signature.SignedAt });
}
