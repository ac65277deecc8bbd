namespace LabQc.People;

/// <summary>The one-time code by which a person sets an own password. It is told once, and kept as a digest only.</summary>
public sealed record Invitation
{
    /// <summary>The sign-in name.</summary>
    public required string Name { get; init; }
    public required string PrintedName { get; init; }
    /// <summary>160 random bits in groups of four; goes into the one-time link.</summary>
    public required string Code { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
