using LabQc.Units;

namespace LabQc.Evaluation;

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
