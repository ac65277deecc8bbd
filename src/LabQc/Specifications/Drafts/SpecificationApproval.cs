namespace LabQc.Specifications;

/// <summary>Who approved a version of a specification, by which signature.</summary>
public sealed record SpecificationApproval
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    /// <summary>The draft that became this version.</summary>
    public required long Draft { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Reason { get; init; }
    public required string DraftedBy { get; init; }
    public required string ApprovedAt { get; init; }
    public required string ApprovedBy { get; init; }
    /// <summary>Which of the signatures on this version it is.</summary>
    public required long SignatureOrdinal { get; init; }
    public required string DossierSha256 { get; init; }
}

/// <summary>One version of a specification, and by what right it judges.</summary>
/// <param name="Specification">The version.</param>
/// <param name="Approval">Its approval; null where it was defined before people existed.</param>
public sealed record SpecificationStanding(Specification Specification, SpecificationApproval? Approval)
{
    /// <summary>The words for a version that nobody signed.</summary>
    public const string DefinedNotSigned = "defined, not signed";

    /// <summary>By what right it judges, in words.</summary>
    public string Words => Approval is { } signed ? $"approved by {signed.ApprovedBy} at {signed.ApprovedAt}" : DefinedNotSigned;
}
