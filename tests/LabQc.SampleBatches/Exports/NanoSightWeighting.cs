using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>How the NTA program weights a size distribution: particles by number, by surface or by volume.</summary>
internal sealed record NanoSightWeighting(string Name, string Unit, int Power)
{
    public static NanoSightWeighting Number { get; } = new("Number", "particles / ml", 0);

    /// <summary>The three of a full export. The units hold the letter ² (0xB2) and ³ (0xB3), which make the file latin-1.</summary>
    public static IReadOnlyList<NanoSightWeighting> All { get; } =
        [Number, new("Surface Area", "nm²/ml", 2), new("Volume", "nm³/ml", 3)];

    /// <summary>Whole numbers per bin: number, surface (pi d²) or volume (pi/6 d³) of the particles at the bin centre.</summary>
    public BinStatistics Curve(NanoSightVideo video) =>
        new([.. video.Curve.Bins.Select((n, i) => Math.Round(n * PerParticle(i + 0.5)))], 1);

    private double PerParticle(double d) => Power switch
    {
        2 => Math.PI * d * d,
        3 => Math.PI / 6 * d * d * d,
        _ => 1,
    };
}
