using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>The sentences that are signed on a lot.</summary>
public static class LotStatements
{
    /// <summary>The sentence of a meaning.</summary>
    /// <param name="meaning">What the signature says.</param>
    /// <param name="deviation">What is accepted although the lot does not conform; null where nothing has to be.</param>
    public static string Of(SignatureMeaning meaning, string? deviation = null) => meaning switch
    {
        SignatureMeaning.Verified => "I worked on nothing of this lot, have checked its record for accuracy and completeness, and verify it.",
        SignatureMeaning.AuditTrailReviewed => "I have read through the audit trail of this lot and what was changed after first entry.",
        SignatureMeaning.Approved when deviation is not null => $"I have reviewed this record and release the lot with this deviation: {deviation}",
        SignatureMeaning.Approved => "I have reviewed this record and release the lot.",
        SignatureMeaning.Rejected => "I have reviewed this record and reject the lot.",
        SignatureMeaning.Recalled => "I recall this lot.",
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "A lot is not signed with this meaning."),
    };
}
