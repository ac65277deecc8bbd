namespace LabQc.Batches;

/// <summary>
/// What is known of a batch beside its measurements: the form that a technician fills in. Numbers are kept as typed.
/// </summary>
public sealed record BatchDetails
{
    /// <summary>The lot number, which identifies the batch to people.</summary>
    public required string Lot { get; init; }
    /// <summary>The product's code.</summary>
    public required string Product { get; init; }
    /// <summary>The isolation method's code.</summary>
    public required string IsolationMethod { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    public string? Operator { get; init; }
    public required SourceMaterial Source { get; init; }
    public required IsolationParameters MethodParameters { get; init; }
    /// <summary>The chain of volumes from the first (harvest) to the last (final).</summary>
    public required IReadOnlyList<VolumeStep> Volumes { get; init; }
    public string? Remarks { get; init; }
}

/// <summary>What the exosomes were isolated from.</summary>
public sealed record SourceMaterial
{
    public required SourceKind Kind { get; init; }
    /// <summary>Such as "conditioned medium of umbilical-cord mesenchymal stromal cells".</summary>
    public required string Material { get; init; }
    public string? CellLine { get; init; }
    public string? Donor { get; init; }
    public string? Passage { get; init; }
    public string? ViabilityPercent { get; init; }
    /// <summary>Cells that conditioned the harvested medium; the divisor of the yield per 10^6 cells.</summary>
    public string? CellsAtHarvest { get; init; }
    public string? Medium { get; init; }
    public string? ConditioningHours { get; init; }
    public string? Anticoagulant { get; init; }
    public string? Storage { get; init; }
}

public enum SourceKind
{
    CellCulture,
    BodyFluid,
    Tissue,
}

/// <summary>One step of the chain of volumes.</summary>
public sealed record VolumeStep
{
    public required string Step { get; init; }
    /// <summary>Volume after the step, in mL, as typed.</summary>
    public required string VolumeMl { get; init; }
}

/// <summary>
/// How the batch was isolated; each method has members of its own, and the form of one method refuses another's.
/// Methods that a laboratory adds use <see cref="Other"/>.
/// </summary>
public sealed record IsolationParameters
{
    /// <summary>Ultracentrifugation: the spins in order.</summary>
    public IReadOnlyList<CentrifugeStep>? Steps { get; init; }
    /// <summary>Ultracentrifugation: number of washes.</summary>
    public string? Washes { get; init; }

    /// <summary>Size exclusion: the column's type and lot.</summary>
    public string? Column { get; init; }
    public string? Resin { get; init; }
    public string? LoadVolumeMl { get; init; }
    /// <summary>Size exclusion: the fractions pooled, such as <c>7-10</c>.</summary>
    public string? FractionsPooled { get; init; }

    /// <summary>Precipitation: the reagent and its lot.</summary>
    public string? Reagent { get; init; }
    public string? Percent { get; init; }
    /// <summary>Precipitation: reagent to sample by volume, such as <c>1:1</c>.</summary>
    public string? Ratio { get; init; }
    public string? Hours { get; init; }
    public string? Celsius { get; init; }

    /// <summary>Any other method: its parameters by name.</summary>
    public IReadOnlyDictionary<string, string>? Other { get; init; }
}

/// <summary>One spin of an ultracentrifugation.</summary>
public sealed record CentrifugeStep
{
    public string? Name { get; init; }
    public string? Rotor { get; init; }
    /// <summary>Relative centrifugal force in multiples of g.</summary>
    public required string G { get; init; }
    public required string Minutes { get; init; }
    public string? Celsius { get; init; }
}
