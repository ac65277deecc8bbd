namespace LabQc.Signatures;

/// <summary>What a signature says of its subject (21 CFR 11.50(a)(3): the meaning is part of the signature).</summary>
public enum SignatureMeaning
{
    /// <summary>The work was done as recorded.</summary>
    Performed,
    /// <summary>A second person checked the record.</summary>
    Verified,
    /// <summary>The audit trail was read through.</summary>
    AuditTrailReviewed,
    Approved,
    Rejected,
    Recalled,
}

/// <summary>The words for meanings.</summary>
public static class SignatureMeanings
{
    /// <summary>The meaning as the registry writes it.</summary>
    public static string Word(this SignatureMeaning meaning) => meaning switch
    {
        SignatureMeaning.Performed => "performed",
        SignatureMeaning.Verified => "verified",
        SignatureMeaning.AuditTrailReviewed => "audit-trail-reviewed",
        SignatureMeaning.Approved => "approved",
        SignatureMeaning.Rejected => "rejected",
        SignatureMeaning.Recalled => "recalled",
        _ => throw new ArgumentOutOfRangeException(nameof(meaning)),
    };

    /// <summary>The meaning as pages and papers show it.</summary>
    public static string Title(this SignatureMeaning meaning) => meaning switch
    {
        SignatureMeaning.AuditTrailReviewed => "Audit trail reviewed",
        _ => meaning.ToString(),
    };

    /// <summary>The meaning that a word names, or null.</summary>
    public static SignatureMeaning? Parse(string word) =>
        Enum.GetValues<SignatureMeaning>().Select(m => (SignatureMeaning?)m).FirstOrDefault(m => m!.Value.Word() == word);
}
