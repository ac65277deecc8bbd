namespace LabQc.Measurements;

/// <summary>A measurement with all its files and replicates, as the registry holds it.</summary>
public sealed record Measurement
{
    public required MeasurementRow Row { get; init; }
    /// <summary>Why the measurement does not count; null while it does.</summary>
    public Invalidation? Invalidation { get; init; }
    /// <summary>The files in the order in which they were recorded, each at its newest version.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }
}

/// <summary>What a measurement's files share.</summary>
public sealed record MeasurementRow
{
    /// <summary>The lot (or a bead check's instrument) and the name, joined by a stroke.</summary>
    public required string MeasurementId { get; init; }
    public string? LotNumber { get; init; }
    public required string Name { get; init; }
    /// <summary>Place in the order of recording within the lot or instrument, from 1.</summary>
    public required long Ordinal { get; init; }
    public required string Purpose { get; init; }
    public required string Technique { get; init; }
    public required string Weighting { get; init; }
    public string? Instrument { get; init; }
    public int? InstrumentVersion { get; init; }
    /// <summary>What must be alike for two measurements to be comparable, as one text.</summary>
    public required string SetUp { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>An assignable cause for which a measurement does not count.</summary>
public sealed record Invalidation
{
    public required string MeasurementId { get; init; }
    public required string Cause { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>One file's part in a measurement.</summary>
public sealed record Run
{
    public required RunRow Row { get; init; }
    public required IReadOnlyList<Replicate> Replicates { get; init; }
}

/// <summary>What a file says of all its replicates, and what people said of the file.</summary>
public sealed record RunRow
{
    public required string MeasurementId { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>Counts the samples of a file that holds several, from 0.</summary>
    public required long Entry { get; init; }
    public required long Version { get; init; }
    public required string Format { get; init; }
    public required string Software { get; init; }
    /// <summary>The name and version of the column mapping that read the file; null for an instrument's own format.</summary>
    public string? Mapping { get; init; }
    public required string Status { get; init; }
    /// <summary>Why the run failed; null unless it did.</summary>
    public string? Failure { get; init; }
    public string? SampleName { get; init; }
    public string? CapturedText { get; init; }
    /// <summary>How many times the sample was diluted; null where nobody knows.</summary>
    public double? DilutionFactor { get; init; }
    public required string DilutionSource { get; init; }
    /// <summary>The dilution that the recorded concentrations have in them already; 1 where they are as measured.</summary>
    public required double FactorInValues { get; init; }
    /// <summary>What a person called this file among the measurement's replicates.</summary>
    public string? ReplicateLabel { get; init; }
    /// <summary>The SHA-256 of the position table that was read with the file.</summary>
    public string? PositionTable { get; init; }
    /// <summary>What the reader noticed, as JSON.</summary>
    public required string Findings { get; init; }
    /// <summary>Why this version followed the one before it; null for the first.</summary>
    public string? Reason { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }

    /// <summary>What the recorded concentrations are multiplied by to speak of the undiluted sample; null where unknown.</summary>
    public double? ToUndiluted => DilutionFactor / FactorInValues;
}

/// <summary>One replicate of a run.</summary>
public sealed record Replicate
{
    public required string MeasurementId { get; init; }
    public required string Sha256 { get; init; }
    public required long Entry { get; init; }
    public required long Ordinal { get; init; }
    public required string Name { get; init; }
    /// <summary>Whether the file holds particles for it; a replicate without is never counted in.</summary>
    public required bool Readable { get; init; }
    /// <summary>Why the reader could not count it in; null where it could.</summary>
    public string? Reason { get; init; }
    public double? Tracks { get; init; }
    public double? CompletedTracks { get; init; }
    /// <summary>As it was read: <see cref="RunRow.ToUndiluted"/> tells what to multiply it by.</summary>
    public double? ConcentrationPerMl { get; init; }
    public double? MeanNm { get; init; }
    public double? ModeNm { get; init; }
    public double? SdNm { get; init; }
    public double? D10Nm { get; init; }
    public double? D50Nm { get; init; }
    public double? D90Nm { get; init; }
    public double? Span { get; init; }
    /// <summary>Percent of particles from 30 to 150 nm.</summary>
    public double? Percent30To150 { get; init; }
    /// <summary>The instrument's own figures, as JSON.</summary>
    public required string Reported { get; init; }
    /// <summary>The packed size distribution; null where there is none.</summary>
    public byte[]? Distribution { get; init; }
    /// <summary>What a person decided about it; null where nobody did.</summary>
    public Inclusion? Decision { get; init; }

    /// <summary>Whether the replicate counts.</summary>
    public bool Included => Readable && (Decision?.Included ?? true);

    /// <summary>Why the replicate does not count; null where it does.</summary>
    public string? ExclusionReason => Included ? null : Readable ? Decision!.Reason : Reason;
}

/// <summary>A person's decision to leave a replicate out, or to take it back in.</summary>
public sealed record Inclusion
{
    public required string MeasurementId { get; init; }
    public required string Sha256 { get; init; }
    public required long Entry { get; init; }
    public required long Ordinal { get; init; }
    public required long Version { get; init; }
    public required bool Included { get; init; }
    public required string Reason { get; init; }
    /// <summary>Whether the lot had been evaluated when it was taken: then its verdict with and without it is shown for ever.</summary>
    public required bool AfterVerdict { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}
