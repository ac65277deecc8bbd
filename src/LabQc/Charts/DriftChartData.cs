namespace LabQc.Charts;

/// <summary>What a chart of EWMA and CUSUM shows; all series have one value a lot, on the scale of the limits.</summary>
public sealed record DriftChartData
{
    /// <summary>"Median diameter D50".</summary>
    public required string Attribute { get; init; }

    /// <summary>Name and unit at the axis: "D50 (nm)".</summary>
    public required string AxisName { get; init; }

    public int Decimals { get; init; } = 1;

    /// <summary>All lots in isolation order.</summary>
    public required IReadOnlyList<ControlPoint> Points { get; init; }

    /// <summary>Frozen centre; NaN where there are too few lots for limits.</summary>
    public required double Centre { get; init; }

    public required double Sigma { get; init; }

    /// <summary>Where centre and sigma come from: "reference set 1, 24 lots".</summary>
    public required string Basis { get; init; }

    /// <summary>Weight of the newest lot.</summary>
    public double Lambda { get; init; } = 0.2;

    /// <summary>Width of the EWMA's limits in its own sigma.</summary>
    public double Width { get; init; } = 2.86;

    /// <summary>Allowance of the CUSUM in sigma.</summary>
    public double K { get; init; } = 0.5;

    /// <summary>Decision interval of the CUSUM in sigma.</summary>
    public double H { get; init; } = 4.77;

    public required IReadOnlyList<double> Ewma { get; init; }

    public required IReadOnlyList<double> EwmaLower { get; init; }

    public required IReadOnlyList<double> EwmaUpper { get; init; }

    /// <summary>Upper sum in sigma, zero or more.</summary>
    public required IReadOnlyList<double> CusumUpper { get; init; }

    /// <summary>Lower sum in sigma, zero or more; drawn downwards.</summary>
    public required IReadOnlyList<double> CusumLower { get; init; }

    /// <summary>Index of the lot at which the EWMA first signals.</summary>
    public int? EwmaSignal { get; init; }

    /// <summary>Index of the lot at which a CUSUM first signals.</summary>
    public int? CusumSignal { get; init; }

    /// <summary>Index of the lot after the one at which the signalling sum was last zero.</summary>
    public int? Onset { get; init; }
}
