namespace LabQc.Evaluation;

/// <summary>One file of a measurement: one dilution.</summary>
public sealed record RunEvidence
{
    public required string File { get; init; }

    /// <summary>Why the run failed; null: it did not.</summary>
    public string? FailedBecause { get; init; }

    /// <summary>How many times the sample was diluted; null where nobody knows.</summary>
    public double? DilutionFactor { get; init; }

    /// <summary>Whether the replicates' concentrations are those of the undiluted sample already.</summary>
    public bool DilutionApplied { get; init; }

    public IReadOnlyList<ReplicateEvidence> Replicates { get; init; } = [];

    public bool HasFailed => FailedBecause is not null;

    /// <summary>Whether the concentration of the undiluted sample can be told.</summary>
    public bool IsDilutionKnown => DilutionApplied || DilutionFactor is > 0 and < double.PositiveInfinity;

    public IReadOnlyList<ReplicateEvidence> Included => [.. Replicates.Where(r => r.IsIncluded)];

    /// <summary>A replicate's concentration in the undiluted sample, particles/mL; NaN where it cannot be told.</summary>
    public double Undiluted(ReplicateEvidence replicate) =>
        (replicate.ConcentrationPerMl ?? double.NaN) * (DilutionApplied ? 1 : DilutionFactor ?? double.NaN);

    internal RunEvidence WithoutExclusions() =>
        this with { Replicates = [.. Replicates.Select(r => r.IsExcludedByPerson ? r with { IsIncluded = true } : r)] };
}
