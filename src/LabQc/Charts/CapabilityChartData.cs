namespace LabQc.Charts;

/// <summary>What a chart of an attribute's capability shows.</summary>
public sealed record CapabilityChartData
{
    /// <summary>"Median diameter D50".</summary>
    public required string Attribute { get; init; }

    /// <summary>Name at the axis: "D50".</summary>
    public required string ShortName { get; init; }

    public string Unit { get; init; } = "";

    public int Decimals { get; init; } = 1;

    /// <summary>One value a lot.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Which lots: "all lots", "released lots, truncated by release".</summary>
    public required string Population { get; init; }

    public double? LowerSpecification { get; init; }

    public double? UpperSpecification { get; init; }

    public required double Mean { get; init; }

    /// <summary>Overall SD, divisor n - 1.</summary>
    public required double Sd { get; init; }

    /// <summary>NaN where it was not computed.</summary>
    public required double Ppk { get; init; }

    /// <summary>95 % interval of the index.</summary>
    public ValueRange? PpkInterval { get; init; }

    public double Required { get; init; } = 1.33;

    /// <summary>False: no normal curve is drawn, and the index is that of quantiles.</summary>
    public bool IsNormal { get; init; } = true;

    /// <summary>Test of normality for the footnote: "Anderson–Darling p = 0.46".</summary>
    public string Normality { get; init; } = "";

    /// <summary>Lots in a million expected outside the limits.</summary>
    public double? PerMillionOutside { get; init; }
}
