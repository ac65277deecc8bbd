using LabQc.People;

namespace LabQc.Signatures;

/// <summary>Which entry of the permission table a signature falls under, and so in which role it is given.</summary>
internal static class SigningAuthority
{
    /// <summary>The role under which a person signs: the first of the action's roles that they hold.</summary>
    /// <exception cref="SigningRefusedException">None of the person's roles may sign this.</exception>
    public static Role RoleOf(Person signer, SignedSubject subject, SignatureMeaning meaning)
    {
        var entry = PermissionTable.Of(ActionOf(subject.Kind, meaning));
        var roles = entry.Roles.Where(signer.Roles.Contains).ToList();
        return roles.Count > 0 ? roles[0] : throw new SigningRefusedException(
            $"{signer.PrintedName} cannot sign this: \"{entry.Words}\" is for the role {string.Join(" or ", entry.Roles.Select(r => r.Title()))}. Nothing was signed.");
    }

    private static LabAction ActionOf(SubjectKind kind, SignatureMeaning meaning) => (kind, meaning) switch
    {
        (SubjectKind.Lot, SignatureMeaning.Performed) => LabAction.SubmitLot,
        (SubjectKind.Lot, SignatureMeaning.Verified) => LabAction.VerifyLot,
        (SubjectKind.Lot, SignatureMeaning.AuditTrailReviewed) => LabAction.ReviewAuditTrail,
        (SubjectKind.Lot, SignatureMeaning.Approved) => LabAction.ReleaseLot,
        (SubjectKind.Lot, SignatureMeaning.Rejected) => LabAction.RejectLot,
        (SubjectKind.Lot, SignatureMeaning.Recalled) => LabAction.RecallLot,
        (SubjectKind.Specification, SignatureMeaning.Approved) => LabAction.ApproveSpecification,
        (SubjectKind.ReferenceSet, SignatureMeaning.Approved) => LabAction.FreezeReferenceSet,
        (SubjectKind.MeasurementInvalidation, SignatureMeaning.Rejected or SignatureMeaning.Approved) => LabAction.InvalidateMeasurement,
        (SubjectKind.RoleGrant, SignatureMeaning.Approved) => LabAction.ConfirmQaGrant,
        _ => throw new ArgumentException($"A {kind.Word()} is not signed as {meaning.Word()}.", nameof(meaning)),
    };
}
