namespace LabQc.Review;

/// <summary>Something that somebody did on a lot, which keeps them from judging it.</summary>
public sealed record PerformedWork
{
    /// <summary>The name as the record holds it.</summary>
    public required string Name { get; init; }
    /// <summary>What they did, as <c>measured size-1</c>.</summary>
    public required string What { get; init; }
}
