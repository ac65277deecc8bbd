namespace LabQc.Batches;

/// <summary>What a batch is a batch of.</summary>
public sealed record Product
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The name for labels and certificates, where it is another: an operational one such as "sEV".</summary>
    public string? LabelName { get; init; }

    /// <summary>How the product's lot numbers are made; null where people choose them.</summary>
    public LotPattern? LotPattern { get; init; }

    /// <summary>Patterns of single isolation methods, for products whose lot numbers name the method.</summary>
    public IReadOnlyList<MethodLotPattern> LotPatterns { get; init; } = [];

    /// <summary>The pattern of the lot numbers of an isolation method: its own one, else the product's; null where there is none.</summary>
    public LotPattern? PatternFor(string isolationMethod) =>
        LotPatterns.FirstOrDefault(p => p.IsolationMethod == isolationMethod)?.Pattern ?? LotPattern;
}

/// <summary>How lot numbers are made of what one isolation method yields.</summary>
public sealed record MethodLotPattern(string IsolationMethod, LotPattern Pattern);
