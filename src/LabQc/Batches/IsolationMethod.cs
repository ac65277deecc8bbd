namespace LabQc.Batches;

/// <summary>A way to isolate exosomes from their source.</summary>
public sealed record IsolationMethod
{
    public required string Code { get; init; }

    public int Version { get; init; } = 1;

    public required string Name { get; init; }

    /// <summary>The methods that every laboratory's registry begins with.</summary>
    public static IReadOnlyList<IsolationMethod> BuiltIn { get; } =
    [
        new() { Code = "ultracentrifugation", Name = "Ultracentrifugation" },
        new() { Code = "size-exclusion", Name = "Size-exclusion chromatography" },
        new() { Code = "precipitation", Name = "Precipitation" },
    ];
}
