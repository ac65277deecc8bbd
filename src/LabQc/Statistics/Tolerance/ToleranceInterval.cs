namespace LabQc.Statistics;

/// <summary>Limits that hold at least a fraction of a normal population with a stated confidence, from one sample.</summary>
public sealed record ToleranceInterval
{
    public required double Mean { get; init; }
    /// <summary>Divisor n - 1.</summary>
    public required double StandardDeviation { get; init; }
    public required double OneSidedFactor { get; init; }
    public required double TwoSidedFactor { get; init; }

    /// <summary>Mean minus the one-sided factor times SD: above it lies at least the coverage.</summary>
    public double LowerOneSided => Mean - OneSidedFactor * StandardDeviation;

    /// <summary>Mean plus the one-sided factor times SD: below it lies at least the coverage.</summary>
    public double UpperOneSided => Mean + OneSidedFactor * StandardDeviation;

    /// <summary>Mean plus and minus the two-sided factor times SD.</summary>
    public ConfidenceLimits TwoSided => ConfidenceLimits.Around(Mean, TwoSidedFactor * StandardDeviation);

    /// <summary>The limits of normal values; values that do not vary give limits at the mean.</summary>
    /// <exception cref="ArgumentException">
    /// Fewer than two values, one that is not finite, or a coverage or confidence outside (0, 1).
    /// </exception>
    public static ToleranceInterval OfNormal(ReadOnlySpan<double> values, double coverage, double confidence) => new()
    {
        Mean = Descriptive.Mean(values),
        StandardDeviation = Descriptive.StandardDeviation(values),
        OneSidedFactor = ToleranceFactor.OneSided(values.Length, coverage, confidence),
        TwoSidedFactor = ToleranceFactor.TwoSided(values.Length, coverage, confidence),
    };

    /// <summary>The two-sided limits of lognormal values: those of their logarithms, back on the scale of the values.</summary>
    /// <returns>The limits, or null where a value is not above 0.</returns>
    /// <exception cref="ArgumentException">As for <see cref="OfNormal"/>.</exception>
    public static ConfidenceLimits? OfLognormal(ReadOnlySpan<double> values, double coverage, double confidence)
    {
        Descriptive.RequireFinite(values, 2);
        if (!Array.TrueForAll(values.ToArray(), value => value > 0))
            return null;
        var logarithms = OfNormal(Array.ConvertAll(values.ToArray(), Math.Log), coverage, confidence).TwoSided;
        return new(Math.Exp(logarithms.Lower), Math.Exp(logarithms.Upper));
    }
}
