using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>One capture of a NanoSight experiment: 1000 bins of 1 nm and what the program says about them.</summary>
internal sealed class NanoSightVideo
{
    private const double CellConcentrationPerParticleInFrame = 5.4e6;

    private NanoSightVideo(IReadOnlyList<double> bins, double cellConcentration, int frames, double temperature, Deviates deviates)
    {
        Curve = new BinStatistics(bins, 1);
        Frames = frames;
        Temperature = temperature;
        ParticlesPerFrame = cellConcentration / CellConcentrationPerParticleInFrame;
        CentresPerFrame = ParticlesPerFrame * deviates.Between(0.88, 0.96);
        CompletedTracks = (int)(ParticlesPerFrame * frames * 0.083 * deviates.Factor(0.02));
        ValidTracks = (int)(CompletedTracks * deviates.Between(0.39, 0.43));
        DriftX = deviates.Between(-4.2, -3.4);
        DriftY = deviates.Between(-0.14, 0.06);
        MaxJump = IsEmpty ? 0 : deviates.Between(13.2, 15.4);
    }

    /// <summary>Particles/mL in each bin of 1 nm, whole numbers, times the recorded dilution where there is one.</summary>
    public BinStatistics Curve { get; }

    public int Frames { get; }

    public double Temperature { get; }

    public double ParticlesPerFrame { get; }

    public double CentresPerFrame { get; }

    public int CompletedTracks { get; }

    public int ValidTracks { get; }

    public double DriftX { get; }

    public double DriftY { get; }

    public double MaxJump { get; }

    public bool IsEmpty => Curve.IsEmpty;

    /// <summary>Viscosity of water at the temperature of the capture, in cP (Vogel's equation with the coefficients for water).</summary>
    public double Viscosity => 0.02939 * ExactMath.Exp(507.88 / (Temperature + 273.15 - 149.3));

    /// <summary>
    /// A capture of a sample: the curve scaled to what is in the cell, then multiplied by the dilution recorded in the file
    /// (1 if the file records none), as the program does.
    /// </summary>
    public static NanoSightVideo Of(IReadOnlyList<double> shape, double cellConcentration, double recordedDilution, int frames, double temperature, Deviates deviates)
    {
        var bins = shape.Select(part => Math.Round(part * cellConcentration * recordedDilution)).ToArray();
        return new NanoSightVideo(bins, cellConcentration, frames, temperature, deviates);
    }

    /// <summary>A capture in which nothing was seen, say because the syringe was empty.</summary>
    public static NanoSightVideo Empty(double temperature, Deviates deviates) => new(new double[1000], 0, 0, temperature, deviates);
}
