namespace LabQc.SampleBatches.Lots;

/// <summary>Lots of one product, isolation method and set-up, which are compared with each other.</summary>
internal sealed record Group
{
    public required string Code { get; init; }

    public required string Product { get; init; }

    public required string IsolationMethod { get; init; }

    public required string Instrument { get; init; }

    public required int Lots { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>Median diameter of a typical lot, nm, and its SD between lots.</summary>
    public required double Median { get; init; }

    public required double MedianSd { get; init; }

    public required double GeometricSd { get; init; }

    public required double LargeShare { get; init; }

    /// <summary>Particles/mL of the final product, undiluted.</summary>
    public required double Concentration { get; init; }

    public required double ParticlesPerMicrogram { get; init; }

    /// <summary>How far the product is diluted for the instrument.</summary>
    public required double Dilution { get; init; }

    /// <summary>What is planted, by the lot's position in the group (the first is 1).</summary>
    public required IReadOnlyDictionary<int, Planted> Planted { get; init; }

    public bool IsZetaView => Instrument.StartsWith("ZV", StringComparison.Ordinal);
}
