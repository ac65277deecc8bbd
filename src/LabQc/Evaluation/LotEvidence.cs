using LabQc.Methods;
using LabQc.Units;

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

/// <summary>What a measurement was made for.</summary>
public enum MeasurementPurpose
{
    Sample,
    Blank,
    BeadCheck,
}

/// <summary>One measurement of a lot: the files of one name.</summary>
public sealed record MeasurementEvidence
{
    public required string Name { get; init; }

    /// <summary>Place among the lot's measurements in the order in which they were made.</summary>
    public required int Order { get; init; }

    public MeasurementPurpose Purpose { get; init; }

    /// <summary>The technique in the words of methods and instruments, as <c>nta</c>.</summary>
    public string? Technique { get; init; }

    /// <summary>What the distributions are weighted by: number, volume or intensity.</summary>
    public string Weighting { get; init; } = "number";

    /// <summary>The assignable cause for which it was invalidated; null or blank: it counts.</summary>
    public string? InvalidatedBecause { get; init; }

    /// <summary>The instrument's working range from its record; null where it is unknown.</summary>
    public NanometreRange? WorkingRange { get; init; }

    public IReadOnlyList<RunEvidence> Runs { get; init; } = [];

    public bool IsInvalidated => !string.IsNullOrWhiteSpace(InvalidatedBecause);

    /// <summary>The runs that did not fail.</summary>
    public IReadOnlyList<RunEvidence> UsableRuns => [.. Runs.Where(r => !r.HasFailed)];

    /// <summary>The included replicates of the runs that did not fail.</summary>
    public IReadOnlyList<ReplicateEvidence> Included => [.. UsableRuns.SelectMany(r => r.Included)];

    /// <summary>Whether there is anything to make a value from.</summary>
    public bool IsComplete => !IsInvalidated && Included.Count > 0;
}

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

/// <summary>One replicate of a run: a video, a position, a sub-run.</summary>
public sealed record ReplicateEvidence
{
    public required string Name { get; init; }

    public bool IsIncluded { get; init; } = true;

    /// <summary>Why it is not included.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a person left it out, and not the reader of the instrument's file.</summary>
    public bool IsExcludedByPerson { get; init; }

    /// <summary>Tracks or traces that its distribution is made of; null where the file tells none.</summary>
    public int? Tracks { get; init; }

    /// <summary>Particles/mL as stored; the run says whether the dilution is in it. Null where the technique tells none.</summary>
    public double? ConcentrationPerMl { get; init; }

    /// <summary>Metrics of the size distribution by the code of the attribute (<c>size.d50</c>…), without the percentage.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The percentage in each range that the specification asks for.</summary>
    public IReadOnlyDictionary<NanometreRange, double> PercentInRange { get; init; } = new Dictionary<NanometreRange, double>();

    /// <summary>The percentage below the instrument's working range; null where that is unknown.</summary>
    public double? PercentBelowWorkingRange { get; init; }

    /// <summary>A metric, or the percentage in <paramref name="range"/>; NaN where it was not computed.</summary>
    public double Metric(string attribute, NanometreRange? range)
    {
        if (attribute != AttributeCatalogue.SizePercentInRange)
            return Metrics.TryGetValue(attribute, out var value) ? value : double.NaN;
        return range is { } asked && PercentInRange.TryGetValue(asked, out var percent) ? percent : double.NaN;
    }
}

/// <summary>One assay result of a lot.</summary>
public sealed record AssayEvidence
{
    /// <summary>The attribute's code.</summary>
    public required string Attribute { get; init; }

    public required EnteredResult Result { get; init; }

    /// <summary>The unit as entered.</summary>
    public string? Unit { get; init; }

    /// <summary>The version of the method by which it was measured; null where nobody said.</summary>
    public MethodReference? Method { get; init; }

    /// <summary>The single determinations whose mean the result is, where they were entered.</summary>
    public IReadOnlyList<EnteredNumber> Replicates { get; init; } = [];

    /// <summary>The assignable cause for which it was invalidated; null or blank: it counts.</summary>
    public string? InvalidatedBecause { get; init; }

    public bool IsInvalidated => !string.IsNullOrWhiteSpace(InvalidatedBecause);
}
