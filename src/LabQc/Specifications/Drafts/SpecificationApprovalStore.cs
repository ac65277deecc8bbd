using LabQc.AuditTrail;

namespace LabQc.Specifications;

/// <summary>Keeps approvals of specifications.</summary>
public sealed class SpecificationApprovalStore(LabWork work)
{
    private const string Select =
        """
        SELECT code,
               version,
               draft,
               effective_from,
               reason,
               drafted_by,
               approved_at,
               approved_by,
               signature_ordinal,
               dossier_sha256
          FROM specification_approval
        """;

    /// <summary>All approvals, by code and version.</summary>
    public IReadOnlyList<SpecificationApproval> All() =>
        work.Session.Query<SpecificationApproval>($"{Select} WHERE site = @site ORDER BY code, version", new { site = work.Site });

    /// <summary>The approval of a version; null where it was defined before people existed.</summary>
    public SpecificationApproval? Find(string code, int version) =>
        work.Session.Find<SpecificationApproval>(
            $"{Select} WHERE site = @site AND code = @code AND version = @version",
            new { site = work.Site, code, version });

    internal RecordKey Key(string code, int version) => new("specification_approval", work.Site, code, (long)version);

    /// <summary>Writes an approval. Runs inside the signature's audit record, which names <see cref="Key"/> among its rows.</summary>
    internal void Insert(SpecificationApproval approval) =>
        work.Session.Execute(
            """
            INSERT INTO specification_approval
                   (site, code, version, draft, effective_from, reason, drafted_by, approved_at, approved_by, signature_ordinal, dossier_sha256)
            VALUES (@site, @Code, @Version, @Draft, @EffectiveFrom, @Reason, @DraftedBy, @ApprovedAt, @ApprovedBy, @SignatureOrdinal, @DossierSha256)
            """,
            new
            {
                site = work.Site,
                approval.Code,
                approval.Version,
                approval.Draft,
                approval.EffectiveFrom,
                approval.Reason,
                approval.DraftedBy,
                approval.ApprovedAt,
                approval.ApprovedBy,
                approval.SignatureOrdinal,
                approval.DossierSha256,
            });
}
