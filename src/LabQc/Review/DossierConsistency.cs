using System.Security.Cryptography;
using LabQc.AuditTrail;
using LabQc.Consistency;

namespace LabQc.Review;

/// <summary>What a dossier keeps of the comparison with other lots: the verdict, the set, and the hash of the numbers.</summary>
internal static class DossierConsistency
{
    /// <summary>The dossier's member <c>consistency</c>.</summary>
    public static Dictionary<string, object?> Of(ConsistencyAnswer answer) => new()
    {
        ["verdict"] = answer.Verdict == ConsistencyVerdict.InTrend ? "in-trend" : "out-of-trend",
        ["status"] = answer.Status == ConsistencyStatus.Sufficient ? "sufficient" : "provisional",
        ["reference_set"] = answer.ReferenceSet.Name,
        ["reference_set_version"] = answer.ReferenceSet.Version,
        ["reasons"] = answer.Reasons,
        ["answer_sha256"] = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(Numbers(answer)))),
    };

    private static Dictionary<string, object?> Numbers(ConsistencyAnswer answer) => new()
    {
        ["lots"] = answer.ReferenceSet.Lots,
        ["left_out"] = answer.LeftOut.Select(l => l.Lot),
        ["attributes"] = answer.Attributes.Select(object? (a) => Numbers(a)),
        ["distance_nm"] = answer.Distribution.DistanceNm,
        ["distance_limit_nm"] = answer.Distribution.LimitNm,
        ["rank_p"] = answer.Distribution.RankP,
        ["t2"] = answer.Hotelling.TSquared,
        ["t2_limit"] = answer.Hotelling.Limit,
    };

    private static Dictionary<string, object?> Numbers(AttributeComparison attribute) => new()
    {
        ["attribute"] = attribute.Attribute,
        ["value"] = attribute.Value,
        ["mean"] = attribute.Mean,
        ["sd"] = attribute.Sd,
        ["z"] = attribute.Z,
        ["rule_violations"] = attribute.RuleViolations,
    };
}
