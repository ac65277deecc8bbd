using System.Text;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Tests.Review;
using Microsoft.Data.Sqlite;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Signatures;

/// <summary>Who signed what, with which meaning, over which bytes.</summary>
public sealed class SigningTest : IDisposable
{
    private static readonly SignedSubject Specification = SignedSubject.Specification("EV", 2);

    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_signature_holds_name_role_time_meaning_statement_reason_hash_and_proof()
    {
        var dossier = Dossier(Specification);

        var signature = Sign(Elena, Specification, dossier);

        Assert.Equal(("specification", "EV@2", 1L, "specification/EV@2/1"), (signature.SubjectKind, signature.SubjectKey, signature.Ordinal, signature.Id));
        Assert.Equal(("Dr Elena Varga", "elena.varga", "qa-manager"), (signature.PrintedName, signature.Person, signature.Role));
        Assert.Equal(("approved", "I approve it.", "New limits."), (signature.Meaning, signature.Statement, signature.Reason));
        Assert.EndsWith("Z", signature.SignedAt, StringComparison.Ordinal);
        Assert.NotEmpty(signature.Authentication);
        Assert.Equal(signature, _lab.Read(work => new SignatureStore(work).Find(signature.Id)));
        Assert.Equal(dossier, _lab.Read(work => new SignatureStore(work).Dossier(signature.DossierSha256)));
    }

    [Fact]
    public void Signature_and_dossier_stand_in_one_audit_event()
    {
        Sign(Elena, Specification, Dossier(Specification));

        var last = _lab.Registry.Events()[^1];
        var text = Encoding.UTF8.GetString(last.Canonical);
        Assert.Equal(("specification.approved", "Dr Elena Varga"), (last.Action, last.Actor));
        Assert.Contains("\"table\":\"signature\"", text, StringComparison.Ordinal);
        Assert.Contains("\"table\":\"dossier\"", text, StringComparison.Ordinal);
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void The_same_bytes_signed_twice_are_kept_once()
    {
        Sign(Elena, Specification, Dossier(Specification));
        var second = Sign(Tomas, Specification, Dossier(Specification));

        Assert.Equal(2, second.Ordinal);
        Assert.Equal([1L], _lab.Registry.Read<long>("SELECT COUNT(*) FROM dossier"));
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Theory]
    [InlineData(Mira)]
    [InlineData(Auditor)]
    [InlineData(Administrator)]
    public void Nobody_signs_what_their_roles_do_not_allow(string who)
    {
        Assert.Contains("QA manager", Assert.Throws<SigningRefusedException>(() => Sign(who, Specification, Dossier(Specification))).Message, StringComparison.Ordinal);
        Assert.Empty(_lab.Read(work => new SignatureStore(work).Of(Specification)));
    }

    [Fact]
    public void A_dossier_of_another_subject_is_not_signed() =>
        Assert.Throws<ArgumentException>(() => Sign(Elena, Specification, Dossier(SignedSubject.Specification("EV", 3))));

    [Fact]
    public void Nobody_signs_in_another_persons_unit_of_work()
    {
        using var work = _lab.As(Tomas);

        Assert.Throws<ArgumentException>(() => new Signing(work).Sign(
            _lab.Prove(Elena), Specification, SignatureMeaning.Approved, "I approve it.", null, Dossier(Specification)));
    }

    [Fact]
    public void A_proof_is_good_for_one_signature()
    {
        var proof = _lab.Prove(Elena);
        _lab.Do(Elena, work => new Signing(work).Sign(proof, Specification, SignatureMeaning.Approved, "I approve it.", null, Dossier(Specification)));

        Assert.ThrowsAny<Exception>(() => _lab.Do(Elena, work =>
            new Signing(work).Sign(proof, Specification, SignatureMeaning.Approved, "I approve it.", null, Dossier(Specification))));

        Assert.Single(_lab.Read(work => new SignatureStore(work).Of(Specification)));
    }

    [Fact]
    public void What_is_written_with_a_signature_stands_in_its_event()
    {
        _lab.Do(Elena, work => new Signing(work).Sign(
            _lab.Prove(Elena), SignedSubject.ReferenceSet("EV", 1), SignatureMeaning.Approved, "I freeze it.", "Twenty lots.", Dossier(SignedSubject.ReferenceSet("EV", 1)),
            new SignedChange("product.signed", [new RecordKey("product", work.Site, "SIGNED", 1L)], signature => work.Session.Execute(
                "INSERT INTO product (site, code, version, content) VALUES (@site, 'SIGNED', 1, @Id)", new { site = work.Site, signature.Id }))));

        Assert.Equal(["reference-set/EV@1/1"], _lab.Registry.Read<string>("SELECT content FROM product WHERE code = 'SIGNED'"));
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Theory]
    [InlineData("UPDATE signature SET meaning = 'rejected'")]
    [InlineData("DELETE FROM signature")]
    [InlineData("UPDATE dossier SET content = X'00'")]
    [InlineData("DELETE FROM dossier")]
    public void Signatures_and_dossiers_are_never_changed(string sql)
    {
        Sign(Elena, Specification, Dossier(Specification));

        Assert.Throws<SqliteException>(() => _lab.Registry.TryTamper(sql));
    }

    [Fact]
    public void A_signature_copied_to_another_record_is_found()
    {
        _lab.ReadyForRelease("EV-1");
        _lab.Measured("EV-2");
        Assert.Empty(_lab.Read(SignatureCheck.Run));

        _lab.Registry.TryTamper(
            """
            INSERT INTO signature
            SELECT site, subject_kind, 'EV-2', ordinal, 'EV-2', meaning, person, printed_name, role, signed_at, statement, reason, dossier_sha256, authentication
              FROM signature WHERE subject_key = 'EV-1' AND ordinal = 1
            """);

        var problem = Assert.Single(_lab.Read(SignatureCheck.Run));
        Assert.Contains("stands on lot EV-2, and what was signed is lot EV-1", problem.Message, StringComparison.Ordinal);
        Assert.Contains(_lab.Registry.Verify().Problems, p => p.Where.StartsWith("signature", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dossier_that_was_changed_or_taken_away_is_found()
    {
        _lab.ReadyForRelease();
        _lab.Registry.Tamper("UPDATE dossier SET content = X'7B7D' WHERE sha256 = (SELECT dossier_sha256 FROM signature WHERE ordinal = 1)");
        Assert.Equal(2, _lab.Read(SignatureCheck.Run).Count);

        _lab.Registry.Tamper("DELETE FROM dossier");
        Assert.All(_lab.Read(SignatureCheck.Run), p => Assert.Contains("is not there", p.Message, StringComparison.Ordinal));
        Assert.False(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void Every_kind_of_subject_has_a_word_that_is_read_back() =>
        Assert.All(Enum.GetValues<SubjectKind>(), k => Assert.Equal(k, SubjectKinds.Parse(k.Word())));

    private Signature Sign(string who, SignedSubject subject, byte[] dossier) => _lab.Do(who, work =>
        new Signing(work).Sign(_lab.Prove(who), subject, SignatureMeaning.Approved, "I approve it.", "New limits.", dossier));

    private static byte[] Dossier(SignedSubject subject) =>
        CanonicalJson.Write(new Dictionary<string, object?> { ["subject"] = subject.InDossier(), ["content"] = "limits" });
}
