namespace LabQc.Instruments;

/// <summary>One position of the cell in ZetaView's position table.</summary>
public sealed record CellPosition
{
    /// <summary>Marked X: counted in the run's result.</summary>
    public required bool InUse { get; init; }

    /// <summary>Place in the cell, 0 … 1.</summary>
    public double? Position { get; init; }

    public double? AverageParticles { get; init; }

    /// <summary>Particles/mL in the cell.</summary>
    public double? ConcentrationPerMl { get; init; }

    public required int Traces { get; init; }

    /// <summary>The instrument's median diameter; null where there were no traces (it prints 5997.5 then).</summary>
    public double? X50Nm { get; init; }

    public double? DriftMicrometresPerSecond { get; init; }

    /// <summary>Why it is not in use, in the instrument's words, such as <c>MAX_DRIFT</c>; null where it is.</summary>
    public string? Removal { get; init; }
}

/// <summary>ZetaView's position table (<c>…_11pos.txt</c>): where in the cell the run's traces come from, and what was removed.</summary>
public sealed record PositionTable
{
    /// <summary>The table's file name.</summary>
    public required string FileName { get; init; }

    public required IReadOnlyList<CellPosition> Positions { get; init; }

    /// <summary>Traces of the positions in use: the run's Number of Traces.</summary>
    public int TracesInUse => Positions.Where(p => p.InUse).Sum(p => p.Traces);

    /// <summary>How many positions were removed for which reason, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Removals =>
        [.. Positions.Where(p => !p.InUse).GroupBy(p => p.Removal ?? "no reason given", StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Coefficient of variation of the particle number between the positions in use, in percent; null below two.</summary>
    public double? ParticlesCvPercent =>
        SummaryStatistic.Of([.. Positions.Where(p => p.InUse).Select(p => p.AverageParticles).OfType<double>()]).CvPercent;

    /// <summary>The same of the median diameter.</summary>
    public double? X50CvPercent =>
        SummaryStatistic.Of([.. Positions.Where(p => p.InUse).Select(p => p.X50Nm).OfType<double>()]).CvPercent;
}
