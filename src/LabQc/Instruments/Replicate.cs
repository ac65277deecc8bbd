using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>One replicate of a measurement: a video, a run, a sub-run or a column.</summary>
public sealed record Replicate
{
    /// <summary>What the file calls it.</summary>
    public required string Name { get; init; }

    /// <summary>False for a replicate without particles: it is named, and never averaged in as zero.</summary>
    public required bool Included { get; init; }

    /// <summary>Why it is not included.</summary>
    public string? Reason { get; init; }

    /// <summary>Tracks that the distribution rests on: NanoSight's Valid Tracks, ZetaView's Number of Traces; null where the technique has none.</summary>
    public int? Tracks { get; init; }

    /// <summary>NanoSight's Completed tracks; null elsewhere.</summary>
    public int? CompletedTracks { get; init; }

    /// <summary>Sum of the bins on the file's <see cref="InstrumentFile.ConcentrationBasis"/>; null where the technique gives none or nothing was measured.</summary>
    public double? ConcentrationPerMl { get; init; }

    /// <summary>The distribution on the same basis; null where nothing was measured.</summary>
    public SizeDistribution? Distribution { get; init; }

    /// <summary>Its metrics; null where nothing was measured.</summary>
    public SizeMetrics? Metrics { get; init; }

    /// <summary>The instrument's own figures as the file gives them.</summary>
    public ReportedFigures Reported { get; init; } = ReportedFigures.None;
}

/// <summary>The instrument's own figures, unchanged; null where the file gives none.</summary>
public sealed record ReportedFigures
{
    /// <summary>No figure at all.</summary>
    public static ReportedFigures None { get; } = new();

    /// <summary>Concentration as printed: multiplied by a dilution only if the file applied one.</summary>
    public double? ConcentrationPerMl { get; init; }

    public double? MeanNm { get; init; }

    public double? ModeNm { get; init; }

    public double? SdNm { get; init; }

    public double? D10Nm { get; init; }

    public double? D50Nm { get; init; }

    public double? D90Nm { get; init; }
}

/// <summary>A distribution that the file holds beside the one that is judged: another weighting of the same replicate.</summary>
/// <param name="Replicate">Name of the replicate.</param>
/// <param name="Distribution">The distribution; its weighting says what it is.</param>
public sealed record ExtraDistribution(string Replicate, SizeDistribution Distribution);
