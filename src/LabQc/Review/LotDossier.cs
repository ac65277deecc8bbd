using System.Security.Cryptography;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Consistency;
using LabQc.Evaluation;
using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>
/// What is signed on a lot: the versions and hashes of everything that its record consists of, frozen as bytes. What comes later,
/// such as a third party's result, never changes it.
/// </summary>
public sealed class LotDossier
{
    /// <summary>The name of the dossier's form, its first version.</summary>
    public const string Form = "labqc-lot-dossier/1";

    private LotDossier(byte[] bytes, IReadOnlyList<DossierPart> parts)
    {
        Bytes = bytes;
        Parts = parts;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The dossier in canonical form v1.</summary>
    public ReadOnlyMemory<byte> Content => Bytes;

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>The rows of the lot's record that it froze: batch, measurements, files, inclusions, invalidations, results.</summary>
    public IReadOnlyList<DossierPart> Parts { get; }

    internal byte[] Bytes { get; }

    /// <summary>Freezes a lot as it stands now.</summary>
    /// <param name="work">A unit of work in which nothing was written yet: the consistency's derived profiles may be brought up to date, and kept.</param>
    /// <param name="lot">The lot.</param>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public static LotDossier Freeze(LabWork work, string lot) => Freeze(work, lot, ConsistencyOf(work, lot), new ReviewStepStore(work).Judgement(lot));

    /// <summary>What was corrected in a lot's record since a signature was given on it; empty where what was signed still stands.</summary>
    public static IReadOnlyList<DossierDifference> Differences(LabWork work, Signature signature) => DossierDifferences.Of(work, signature);

    /// <summary>The comparison of a lot with the others; null where it is not judged.</summary>
    internal static ConsistencyAnswer? ConsistencyOf(LabWork work, string lot)
    {
        if (work.Session.RowsWritten > 0)
            throw new InvalidOperationException("A lot is frozen before anything is written in its unit of work.");
        try
        {
            var answer = new LotConsistency(work).Of(lot);
            return answer.Verdict == ConsistencyVerdict.NotJudged ? null : answer;
        }
        catch (ReferenceSetRefusedException)
        {
            return null;
        }
    }

    internal static LotDossier Freeze(LabWork work, string lot, ConsistencyAnswer? consistency, RecordedEvaluation? judgement)
    {
        var state = new BatchStore(work).State(lot);
        var parts = DossierParts.Of(work, lot);
        var trail = new ReviewStepStore(work).AuditTrail(lot);
        var bytes = CanonicalJson.Write(new Dictionary<string, object?>
        {
            ["form"] = Form,
            ["site"] = work.Site,
            ["registry"] = work.Registry.RegistryId,
            ["demonstration"] = work.Registry.IsDemonstration,
            ["subject"] = SignedSubject.Lot(lot).InDossier(),
            ["lot"] = lot,
            ["product"] = state.Product,
            ["isolation_method"] = state.IsolationMethod,
            ["isolated_on"] = state.IsolatedOn,
            ["work_state"] = state.WorkState,
            ["disposition"] = state.Disposition,
            ["hold"] = state.HoldReason,
            ["record"] = parts.Select(object? (p) => InDossier(p)),
            ["specification"] = Specification(work, judgement),
            ["evaluation"] = Evaluation(judgement),
            ["consistency"] = consistency is null ? null : DossierConsistency.Of(consistency),
            ["decisions"] = new DecisionStore(work).OfLot(lot).Select(object? (d) => RowOf(work, "decision", lot, d.Ordinal)),
            ["signatures"] = new SignatureStore(work).OfLot(lot).Select(object? (s) => RowOf(work, "signature", s.SubjectKind, s.SubjectKey, s.Ordinal)),
            ["audit_trail"] = new Dictionary<string, object?> { ["last_change"] = trail.LastChange },
        });
        return new LotDossier(bytes, parts);
    }

    /// <summary>A part as dossiers write it.</summary>
    internal static Dictionary<string, object?> InDossier(DossierPart part) => new()
    {
        ["name"] = part.Name,
        ["table"] = part.Table,
        ["key"] = part.Key,
        ["sha256"] = part.Sha256,
    };

    private static Dictionary<string, object?>? Specification(LabWork work, RecordedEvaluation? judgement) => judgement is null ? null : new()
    {
        ["product"] = judgement.SpecificationProduct,
        ["version"] = judgement.SpecificationVersion,
        ["sha256"] = DossierParts.Sha256Of(work, new RecordKey("specification", work.Site, judgement.SpecificationProduct, (long)judgement.SpecificationVersion)),
    };

    private static Dictionary<string, object?>? Evaluation(RecordedEvaluation? judgement) => judgement is null ? null : new()
    {
        ["ordinal"] = judgement.Ordinal,
        ["verdict"] = judgement.Verdict,
        ["inputs_sha256"] = judgement.InputsSha256,
        ["answer_sha256"] = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(judgement.Answer))),
    };

    private static Dictionary<string, object?> RowOf(LabWork work, string table, params object[] key) => new()
    {
        ["key"] = key.Select(object? (k) => k),
        ["sha256"] = DossierParts.Sha256Of(work, new RecordKey(table, [work.Site, .. key])),
    };
}
