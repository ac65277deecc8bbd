namespace LabQc.Charts;

/// <summary>What a chart of one lot's size distribution shows. All numbers were computed before.</summary>
public sealed record SizeChartData
{
    public required string Lot { get; init; }

    /// <summary>As a reader would say it: "nanoparticle tracking analysis".</summary>
    public required string Technique { get; init; }

    /// <summary>Edges of the classes in nm, one more than there are classes, growing.</summary>
    public required IReadOnlyList<double> EdgesNm { get; init; }

    public required IReadOnlyList<SizeReplicate> Replicates { get; init; }

    /// <summary>The averaged curve over the included replicates: amount in each class. Empty when no replicate could be used.</summary>
    public required IReadOnlyList<double> MeanCurve { get; init; }

    /// <summary>Diameters in nm at which the cumulative curve reaches 10, 50 and 90 %.</summary>
    public required Estimate D10 { get; init; }

    public required Estimate D50 { get; init; }

    public required Estimate D90 { get; init; }

    /// <summary>Percent of the counted particles inside <see cref="Range"/>.</summary>
    public required Estimate PercentInRange { get; init; }

    /// <summary>The specified range in nm.</summary>
    public ValueRange Range { get; init; } = new(30, 150);

    /// <summary>What the instrument sees, in nm; the rest of the axis is hatched.</summary>
    public ValueRange? WorkingRange { get; init; }

    /// <summary>What the classes hold: "Concentration", or "Intensity" of a percentage.</summary>
    public string Quantity { get; init; } = "Concentration";

    public string Unit { get; init; } = "particles/mL";

    /// <summary>True when the dilution is unknown: the amounts are those in the measuring cell.</summary>
    public bool AsMeasured { get; init; }

    /// <summary>Particles per mL of the undiluted sample; NaN where it is not known.</summary>
    public double ConcentrationPerMl { get; init; } = double.NaN;

    /// <summary>Traces over the included replicates. Fewer than 500 are drawn as counted, in steps.</summary>
    public int? Traces { get; init; }

    /// <summary>95 % interval of the percentage from the counted traces.</summary>
    public ValueRange? PercentInterval { get; init; }

    public bool Logarithmic { get; init; }

    /// <summary>Instrument, software, captures, dilution and where it came from, for the footnote.</summary>
    public string Origin { get; init; } = "";

    /// <summary>A sentence of the evaluation for the conclusion: "Conforms for 60–150 nm; 30–60 nm not observed."</summary>
    public string Verdict { get; init; } = "";
}

/// <summary>One capture or position.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Values">Amount in each class.</param>
/// <param name="Included">Whether it is part of the mean.</param>
/// <param name="Reason">Why it is not.</param>
public sealed record SizeReplicate(string Name, IReadOnlyList<double> Values, bool Included = true, string Reason = "");
