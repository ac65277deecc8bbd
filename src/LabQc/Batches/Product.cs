namespace LabQc.Batches;

/// <summary>What a batch is a batch of.</summary>
public sealed record Product
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The name for labels and certificates, where it is another: an operational one such as "sEV".</summary>
    public string? LabelName { get; init; }
}
