using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>What was seen at one of the eleven positions of the cell. A position with a removal reason is not used.</summary>
internal sealed record ZetaViewPosition(
    double Position, double Intensity, int Particles, IReadOnlyList<double> Traces, double Drift, string Removal)
{
    /// <summary>The eleven positions of a run, as fractions of the cell's depth.</summary>
    public static IReadOnlyList<double> Eleven { get; } = [0.10, 0.15, 0.20, 0.30, 0.40, 0.50, 0.60, 0.70, 0.80, 0.85, 0.90];

    public bool IsUsed => Removal.Length == 0;

    /// <summary>Histogram of the position's own tracks in classes of 5 nm.</summary>
    public BinStatistics Curve { get; } = ZetaViewClasses.Linear(Traces);

    /// <summary>The median by the program's rule (2.5 nm below the edge interpolation); the end of the table where there is no track.</summary>
    public double X50 => Traces.Count == 0 ? 5997.5 : Percentile(0.5);

    public double Peak => Traces.Count == 0 ? 0 : Curve.Mean * 0.4 + Curve.ParabolicMode * 0.6;

    public double Span => Traces.Count == 0 ? 0 : (Percentile(0.9) - Percentile(0.1)) / Percentile(0.5);

    /// <summary>A position at which the given sample is seen with this many particles per frame on average.</summary>
    public static ZetaViewPosition Of(double position, SizeCurve curve, double expectedParticles, string removal, Deviates deviates)
    {
        var particles = Math.Max(0, (int)Math.Round(expectedParticles + Math.Sqrt(expectedParticles) * deviates.Normal()));
        var tracks = removal == "MIN_TRACES" ? Math.Min(particles, deviates.Whole(0, 4)) : (int)Math.Round(particles * deviates.Between(0.6, 0.72));
        var traces = Enumerable.Range(0, tracks).Select(_ => curve.Particle(deviates)).ToArray();
        var drift = removal == "MAX_DRIFT" ? deviates.Between(30, 38) : deviates.Between(1, 18);
        return new ZetaViewPosition(position, deviates.Between(2.8, 6.0), particles, traces, drift, removal);
    }

    private double Percentile(double fraction) => Curve.Quantile(fraction) + ZetaViewClasses.OffsetOfPercentiles;
}
