namespace LabQc.Charts;

/// <summary>What a chart of yield and purity by isolation method shows.</summary>
public sealed record MethodsChartData
{
    /// <summary>From the first row to the last.</summary>
    public required IReadOnlyList<MethodLots> Methods { get; init; }

    /// <summary>Lower limit of the purity, particles per µg protein.</summary>
    public double? PurityLimit { get; init; }

    /// <summary>The lot that is marked among the others.</summary>
    public string ThisLot { get; init; } = "";

    /// <summary>What a test of the differences came to, for the footnote.</summary>
    public string Test { get; init; } = "";
}

/// <summary>The lots of one method.</summary>
/// <param name="Name">"Size-exclusion chromatography".</param>
/// <param name="Lots">All of them.</param>
/// <param name="Yield">Percentiles of the yield; only the median is drawn below 8 lots.</param>
/// <param name="Purity">Percentiles of the purity.</param>
public sealed record MethodLots(string Name, IReadOnlyList<MethodLot> Lots, Percentiles Yield, Percentiles Purity);

/// <summary>One lot: particles per mL, and particles per µg protein; NaN where it is missing.</summary>
public sealed record MethodLot(string Lot, double Yield, double Purity);

/// <summary>The five numbers of a box: whiskers at 5 and 95 %, box at the quartiles.</summary>
public readonly record struct Percentiles(double P5, double P25, double Median, double P75, double P95);
