namespace LabQc.Charts;

/// <summary>What a control chart of an instrument's bead checks shows (Levey and Jennings 1950).</summary>
public sealed record BeadCheckChartData
{
    /// <summary>"NS300-1".</summary>
    public required string Instrument { get; init; }

    /// <summary>"100 nm polystyrene, mean diameter".</summary>
    public required string Bead { get; init; }

    /// <summary>Name at the axis: "Mean diameter".</summary>
    public required string ShortName { get; init; }

    public string Unit { get; init; } = "nm";

    public int Decimals { get; init; } = 1;

    /// <summary>Checks in order of time; the date stands in place of the lot.</summary>
    public required IReadOnlyList<ControlPoint> Checks { get; init; }

    /// <summary>Mean of the checks that the limits were taken from; NaN where there are too few.</summary>
    public required double Mean { get; init; }

    public required double Sd { get; init; }

    /// <summary>"20 checks of 2026-01 to 2026-03".</summary>
    public required string Basis { get; init; }

    /// <summary>Diameter on the bead's certificate.</summary>
    public double? Certified { get; init; }

    /// <summary>Westgard's rules: "1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10x".</summary>
    public IReadOnlyList<ControlViolation> Violations { get; init; } = [];
}
