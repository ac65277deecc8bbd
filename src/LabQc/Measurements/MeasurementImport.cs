using LabQc.Instruments;

namespace LabQc.Measurements;

/// <summary>A file that was read, and is to be recorded as part of a measurement.</summary>
public sealed record ReadFile
{
    /// <summary>The file's name without its folder.</summary>
    public required string FileName { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>What the reader found; entries of other samples in the same file are left out.</summary>
    public required IReadOnlyList<ReadEntry> Entries { get; init; }
    /// <summary>The position table that was read with it.</summary>
    public NamedBytes? PositionTable { get; init; }
    /// <summary>What a person calls this file among the measurement's replicates.</summary>
    public string? ReplicateLabel { get; init; }
    /// <summary>Name and version of the column mapping that read it; null for an instrument's own format.</summary>
    public string? Mapping { get; init; }
}

/// <summary>One sample of a file.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="File">What was read of it.</param>
/// <param name="Packed">The distribution of each replicate in its packed form; null where it has none.</param>
public sealed record ReadEntry(int Index, InstrumentFile File, IReadOnlyList<byte[]?> Packed);

/// <summary>All files of one measurement, to be recorded together or not at all.</summary>
public sealed record MeasurementImport
{
    /// <summary>The lot; null for a bead check, which belongs to its instrument.</summary>
    public string? Lot { get; init; }
    public required string Name { get; init; }
    /// <summary>sample, blank or bead-check.</summary>
    public required string Purpose { get; init; }
    /// <summary>The instrument's code, and its version in force.</summary>
    public string? Instrument { get; init; }
    public int? InstrumentVersion { get; init; }
    /// <summary>How the instrument measures, by its record: what a table read through a mapping does not say itself.</summary>
    public string? InstrumentTechnique { get; init; }
    public required IReadOnlyList<ReadFile> Files { get; init; }

    /// <summary>The lot, or a bead check's instrument, and the name.</summary>
    public string MeasurementId => $"{Owner}/{Name}";

    /// <summary>The lot, or a bead check's instrument.</summary>
    public string Owner => Lot ?? Instrument ?? throw new ArgumentException("A measurement belongs to a lot, or as a bead check to an instrument.");
}

/// <summary>What became of a measurement's files.</summary>
/// <param name="MeasurementId">The measurement.</param>
/// <param name="Recorded">Files that were recorded now.</param>
/// <param name="Standing">Files that the measurement held already.</param>
public sealed record ImportOutcome(string MeasurementId, IReadOnlyList<string> Recorded, IReadOnlyList<string> Standing);
