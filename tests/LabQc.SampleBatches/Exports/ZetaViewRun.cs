namespace LabQc.SampleBatches.Exports;

/// <summary>One run of a ZetaView: what was typed, and the tracks seen at each position of the cell.</summary>
internal sealed record ZetaViewRun
{
    public required string Name { get; init; }

    public required string Sample { get; init; }

    public required string Operator { get; init; }

    public required DateTime At { get; init; }

    public required ZetaViewInstrument Instrument { get; init; }

    public required double Dilution { get; init; }

    public string Remarks { get; init; } = "";

    /// <summary>Null for scatter; the cut-on wavelength of the filter for fluorescence.</summary>
    public int? Filter { get; init; }

    public required IReadOnlyList<ZetaViewPosition> Positions { get; init; }

    public IEnumerable<ZetaViewPosition> Used => Positions.Where(position => position.IsUsed);

    /// <summary>Diameters of the tracks that the file reports: those of the positions in use.</summary>
    public IReadOnlyList<double> Traces => [.. Used.SelectMany(position => position.Traces)];

    public double AverageParticles => Used.Any() ? Used.Average(position => position.Particles) : 0;

    /// <summary>Particles per cm3 in the cell. The program does not multiply by the dilution.</summary>
    public double CellConcentration => AverageParticles * Instrument.ConcentrationPerParticle;

    public double Temperature { get; init; } = 25;
}
