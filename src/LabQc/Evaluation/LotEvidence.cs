namespace LabQc.Evaluation;

/// <summary>Everything that a verdict on a lot is made from, whatever store it came out of.</summary>
public sealed record LotEvidence
{
    public required string Lot { get; init; }

    /// <summary>All measurements, samples and controls, invalidated ones too.</summary>
    public IReadOnlyList<MeasurementEvidence> Measurements { get; init; } = [];

    /// <summary>The newest version of every assay result, invalidated ones too.</summary>
    public IReadOnlyList<AssayEvidence> Assays { get; init; } = [];

    /// <summary>The volume from which the isolation started, in mL.</summary>
    public double? StartVolumeMl { get; init; }

    /// <summary>The volume of the final product, in mL.</summary>
    public double? FinalVolumeMl { get; init; }

    /// <summary>Cells at harvest.</summary>
    public double? CellsAtHarvest { get; init; }

    /// <summary>
    /// The same evidence as if no person had excluded a replicate. What an instrument's reader left out (an empty video) stays out.
    /// </summary>
    public LotEvidence WithoutExclusions() => this with
    {
        Measurements = [.. Measurements.Select(m => m with { Runs = [.. m.Runs.Select(r => r.WithoutExclusions())] })],
    };
}
