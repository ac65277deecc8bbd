using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>
/// What was read of one file, or of one sample of a file that holds several. <see cref="Findings"/> say what a person must
/// know; a file that is refused holds nothing else.
/// </summary>
public sealed record InstrumentFile
{
    /// <summary>The file's name as given.</summary>
    public required string FileName { get; init; }

    /// <summary>One of <see cref="InstrumentFormats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Name and version of the reader, to be recorded with the raw file.</summary>
    public required string Reader { get; init; }

    public required FileStatus Status { get; init; }

    /// <summary>Software that wrote the file, with its version, as the file says it.</summary>
    public string? Software { get; init; }

    /// <summary>Name of the sample inside the file.</summary>
    public string? Sample { get; init; }

    public string? Operator { get; init; }

    /// <summary>When the instrument measured, as the file says it: local time, no zone.</summary>
    public string? CapturedText { get; init; }

    /// <summary>The same as date and time where its form is known; the zone is the site's and assumed.</summary>
    public DateTime? Captured { get; init; }

    /// <summary>Weighting of the judged distributions; null where there are none.</summary>
    public Weighting? Weighting { get; init; }

    public Dilution Dilution { get; init; } = Dilution.Unknown;

    public ConcentrationBasis ConcentrationBasis { get; init; } = ConcentrationBasis.AsMeasured;

    public IReadOnlyList<Replicate> Replicates { get; init; } = [];

    /// <summary>Over the included replicates; null for companions and refused files.</summary>
    public MeasurementSummary? Summary { get; init; }

    /// <summary>Mean of the included replicates' curves, for drawing and comparing shapes; null where nothing was measured.</summary>
    public SizeDistribution? AveragedCurve { get; init; }

    /// <summary>Metrics of <see cref="AveragedCurve"/>.</summary>
    public SizeMetrics? AveragedMetrics { get; init; }

    public SetUp SetUp { get; init; } = new();

    public IReadOnlyList<MetadataEntry> Metadata { get; init; } = [];

    /// <summary>Other weightings of the same replicates.</summary>
    public IReadOnlyList<ExtraDistribution> ExtraDistributions { get; init; } = [];

    /// <summary>ZetaView's positions: of a paired table, or of a file that is one.</summary>
    public PositionTable? PositionTable { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The first error, for people: why the file was refused or the run failed.</summary>
    public string? Problem => Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error)?.Message;

    /// <summary>Sum of the tracks over the included replicates; null where the technique has none.</summary>
    public int? PooledTracks =>
        Replicates.Any(r => r.Included && r.Tracks is not null) ? Replicates.Where(r => r.Included).Sum(r => r.Tracks ?? 0) : null;
}
