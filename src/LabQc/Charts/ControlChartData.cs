namespace LabQc.Charts;

/// <summary>What a control chart of single lots shows; values and limits are on the scale that the limits were computed on.</summary>
public sealed record ControlChartData
{
    /// <summary>"Median diameter D50", "log₁₀ concentration".</summary>
    public required string Attribute { get; init; }

    /// <summary>Name at the axis: "D50".</summary>
    public required string ShortName { get; init; }

    /// <summary>Empty for a number without one.</summary>
    public string Unit { get; init; } = "";

    public int Decimals { get; init; } = 1;

    /// <summary>All lots in isolation order.</summary>
    public required IReadOnlyList<ControlPoint> Points { get; init; }

    public required IReadOnlyList<ControlPhase> Phases { get; init; }

    public double? LowerSpecification { get; init; }

    public double? UpperSpecification { get; init; }

    public IReadOnlyList<ControlViolation> Violations { get; init; } = [];

    public IReadOnlyList<ControlComment> Comments { get; init; } = [];

    /// <summary>How sigma was estimated, for the footnote.</summary>
    public string Estimator { get; init; } = "σ from the average moving range / 1.128";
}

/// <summary>One lot of a control chart.</summary>
/// <param name="Lot">Its number.</param>
/// <param name="Value">Its value on the chart's scale; NaN where it is missing.</param>
/// <param name="Rejected">Drawn open: it belongs to the order, whatever was decided on it.</param>
public sealed record ControlPoint(string Lot, double Value, bool Rejected = false);

/// <summary>Lots that share one set of limits.</summary>
/// <param name="First">Index of the first lot.</param>
/// <param name="Last">Index of the last lot.</param>
/// <param name="Name">"Phase 1", or the name of the reference set.</param>
/// <param name="BaseLots">Lots the limits were taken from: below 20 they are provisional, below 8 there are none.</param>
/// <param name="Centre">Frozen centre line.</param>
/// <param name="Sigma">Frozen sigma.</param>
/// <param name="MeanRange">Mean moving range.</param>
/// <param name="UpperRange">Upper limit of the moving range.</param>
public sealed record ControlPhase(
    int First, int Last, string Name, int BaseLots, double Centre, double Sigma, double MeanRange, double UpperRange)
{
    internal bool HasLimits => BaseLots >= 8 && double.IsFinite(Centre) && Sigma > 0 && double.IsFinite(Sigma);

    internal double At(double sigmas) => Centre + sigmas * Sigma;
}

/// <summary>A lot that completes the pattern of a rule.</summary>
/// <param name="Index">Index of the lot.</param>
/// <param name="Rule">
/// "N1" to "N8" (Nelson), "W1" to "W4" (Western Electric), "MR" for a moving range above its limit;
/// on a chart of bead checks "1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10x" (Westgard).
/// </param>
public sealed record ControlViolation(int Index, string Rule);

/// <summary>A remark on a lot: its letter is on the picture, its text below.</summary>
public sealed record ControlComment(int Index, string Letter, string Text);
