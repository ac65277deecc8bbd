namespace LabQc.People;

/// <summary>A token for the command line that counts, without the token itself.</summary>
public sealed record CommandLineToken
{
    /// <summary>Which of the person's tokens.</summary>
    public required long Ordinal { get; init; }
    /// <summary>What the person called it.</summary>
    public required string Label { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A token just made. It is told once, and kept as a digest only.</summary>
public sealed record MadeToken
{
    public required string Token { get; init; }
    public required CommandLineToken Line { get; init; }
}
