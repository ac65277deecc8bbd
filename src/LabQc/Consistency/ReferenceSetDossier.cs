using LabQc.AuditTrail;
using LabQc.Signatures;

namespace LabQc.Consistency;

/// <summary>What is signed of a reference set: its lots, the causes for which others are left out, and every frozen number.</summary>
public static class ReferenceSetDossier
{
    /// <summary>The set in canonical form; the same set gives the same bytes.</summary>
    public static byte[] Of(ReferenceSet set) => CanonicalJson.Write(new Dictionary<string, object?>
    {
        ["subject"] = SignedSubject.ReferenceSet(set.Name, set.Version).InDossier(),
        ["product"] = set.Kind.Product,
        ["isolation_method"] = set.Kind.IsolationMethod,
        ["set_up"] = set.Kind.SetUp,
        ["content"] = ReferenceSetStore.ContentOf(set),
        ["reason"] = set.Reason,
        ["frozen_at"] = set.FrozenAt,
        ["frozen_by"] = set.FrozenBy,
    });
}
