namespace LabQc.Charts;

/// <summary>What a size distribution in a table's row shows.</summary>
public sealed record MiniSizeData
{
    public required IReadOnlyList<double> EdgesNm { get; init; }

    /// <summary>The lot's averaged curve.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>A typical curve of its reference set in the same classes; empty where there is none.</summary>
    public IReadOnlyList<double> Reference { get; init; } = [];

    /// <summary>NaN where it was not measured.</summary>
    public required double D50Nm { get; init; }

    public ValueRange Range { get; init; } = new(30, 150);

    public bool IsOutOfTrend { get; init; }
}
