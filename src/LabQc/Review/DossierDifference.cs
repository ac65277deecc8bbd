namespace LabQc.Review;

/// <summary>Something in a lot's record that is not as it was signed.</summary>
public sealed record DossierDifference
{
    /// <summary>What happened, as "Protein corrected on 2026-03-05 by Mira Okafor".</summary>
    public required string Words { get; init; }
    /// <summary>The sequence number of the audit event that tells of it; 0 where none does.</summary>
    public required long Sequence { get; init; }
    /// <summary>UTC, as the registry writes times; empty where no event tells of it.</summary>
    public required string At { get; init; }
    public required string By { get; init; }
}
