namespace LabQc.Signatures;

/// <summary>A signature as it was given. It never changes, and its dossier says what was signed, byte by byte.</summary>
public sealed record Signature
{
    /// <summary>The kind of the subject, as the registry writes it.</summary>
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }
    /// <summary>Place in the order of the subject's signatures, from 1.</summary>
    public required long Ordinal { get; init; }
    /// <summary>The lot that the subject concerns; null where it is about none.</summary>
    public string? LotNumber { get; init; }
    /// <summary>The meaning's word, one of <see cref="SignatureMeanings"/>.</summary>
    public required string Meaning { get; init; }
    /// <summary>The signer's sign-in name, which no other person ever bears.</summary>
    public required string Person { get; init; }
    /// <summary>The signer's name as it is printed, at the time of signing.</summary>
    public required string PrintedName { get; init; }
    /// <summary>The word of the role under which it was signed.</summary>
    public required string Role { get; init; }
    /// <summary>UTC, as the registry writes times.</summary>
    public required string SignedAt { get; init; }
    /// <summary>The sentence that was signed.</summary>
    public required string Statement { get; init; }
    public string? Reason { get; init; }
    /// <summary>SHA-256 of the frozen bytes that were signed.</summary>
    public required string DossierSha256 { get; init; }
    /// <summary>How the signer proved who they are.</summary>
    public required string Authentication { get; init; }

    /// <summary>Subject and place, as <c>lot/EXO-1/2</c>: how a signature is named in addresses.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SubjectKind}/{SubjectKey}/{Ordinal}");
}
