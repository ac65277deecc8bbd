namespace LabQc.Charts;

/// <summary>What a chart of a dilution series shows.</summary>
public sealed record DilutionChartData
{
    public required string Lot { get; init; }

    /// <summary>One entry a dilution.</summary>
    public required IReadOnlyList<DilutionPoint> Dilutions { get; init; }

    /// <summary>Median of the dilutions' undiluted concentrations, particles/mL.</summary>
    public required double MedianPerMl { get; init; }

    /// <summary>How far a dilution may lie from the median, in percent of it.</summary>
    public double TolerancePercent { get; init; } = 25;

    /// <summary>Whether the series agrees; null where there are fewer than three dilutions, which decide nothing.</summary>
    public required bool? Agrees { get; init; }

    /// <summary>Instrument and set-up, for the footnote.</summary>
    public string Origin { get; init; } = "";
}

/// <summary>One dilution of a sample.</summary>
/// <param name="Factor">1000 for one part in a thousand.</param>
/// <param name="PerMl">Mean undiluted concentration, particles/mL; NaN for a failed run.</param>
/// <param name="Replicates">Undiluted concentration of each included replicate.</param>
public sealed record DilutionPoint(double Factor, double PerMl, IReadOnlyList<double> Replicates);
