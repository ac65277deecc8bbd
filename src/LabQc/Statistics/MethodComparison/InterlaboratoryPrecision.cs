namespace LabQc.Statistics;

/// <summary>One laboratory of an interlaboratory study.</summary>
public sealed record LaboratoryPrecision
{
    public required int Replicates { get; init; }
    public required double Mean { get; init; }
    /// <summary>Standard deviation of its replicates, divisor n - 1; null where it has only one.</summary>
    public required double? Sd { get; init; }
    /// <summary>Mandel's h: (mean - mean of the means)/SD of the means; null where all means are equal.</summary>
    public required double? MandelH { get; init; }
    /// <summary>Mandel's k: SD over the root of the mean variance of the laboratories; null where undefined.</summary>
    public required double? MandelK { get; init; }
}

/// <summary>The most extreme laboratory by one statistic, with the critical values of that statistic.</summary>
/// <param name="Statistic">Cochran's C or Grubbs's G.</param>
/// <param name="Laboratory">Index of the laboratory, from 0; of equal ones the first.</param>
/// <param name="Critical05">Critical value at 5 %; null where there is none (unequal replicates, too few laboratories).</param>
/// <param name="Critical01">Critical value at 1 %.</param>
public sealed record LaboratoryOutlier(double Statistic, int Laboratory, double? Critical05, double? Critical01);

/// <summary>Repeatability and reproducibility of a method from an interlaboratory study of one material.</summary>
/// <remarks>
/// ISO 5725-2: s_r² = Σ(nᵢ - 1)sᵢ²/Σ(nᵢ - 1); s_d² = Σ nᵢ(mᵢ - m)²/(p - 1); n̄ = (N - Σnᵢ²/N)/(p - 1); s_L² = (s_d² - s_r²)/n̄, not below 0;
/// s_R² = s_r² + s_L²; limits r and R are 2.8 times s_r and s_R. m is the mean of all results, each counted once. Cochran's C =
/// largest sᵢ²/Σ sᵢ², critical 1/(1 + (p - 1)/F) with F the upper α/p point of F(n - 1, (p - 1)(n - 1)), for equal nᵢ. Grubbs's G on the
/// means, critical two-sided (α/2p). Mandel's h and k. Nothing is left out by itself. Order within laboratories does not matter.
/// Held to 1e-9 relative.
/// </remarks>
public sealed record InterlaboratoryPrecision
{
    /// <summary>1.96 √2 rounded, as the standard has it.</summary>
    private const double LimitFactor = 2.8;

    /// <summary>m.</summary>
    public required double GrandMean { get; init; }
    /// <summary>s_r.</summary>
    public required double RepeatabilitySd { get; init; }
    /// <summary>s_L.</summary>
    public required double BetweenLaboratorySd { get; init; }
    /// <summary>s_R.</summary>
    public double ReproducibilitySd =>
        Math.Sqrt(RepeatabilitySd * RepeatabilitySd + BetweenLaboratorySd * BetweenLaboratorySd);
    /// <summary>r.</summary>
    public double RepeatabilityLimit => LimitFactor * RepeatabilitySd;
    /// <summary>R.</summary>
    public double ReproducibilityLimit => LimitFactor * ReproducibilitySd;
    /// <summary>n̄.</summary>
    public required double MeanReplicates { get; init; }
    public required IReadOnlyList<LaboratoryPrecision> Laboratories { get; init; }
    /// <summary>The largest spread within a laboratory; null where no laboratory has any.</summary>
    public required LaboratoryOutlier? Cochran { get; init; }
    /// <summary>The mean farthest from the mean of the means; null where all are equal.</summary>
    public required LaboratoryOutlier? Grubbs { get; init; }

    /// <summary>The precision of a method from at least two laboratories, of which one at least has replicates.</summary>
    /// <exception cref="ArgumentException">Too few laboratories, an empty one, no replicates at all, or a value that is not finite.</exception>
    public static InterlaboratoryPrecision Of(IReadOnlyList<IReadOnlyList<double>> laboratories)
    {
        if (laboratories.Count < 2)
            throw new ArgumentException("An interlaboratory study needs two laboratories.", nameof(laboratories));
        var cells = laboratories.Select(CellOf).ToArray();
        double total = cells.Sum(c => c.N), within = cells.Sum(c => c.N - 1), p = cells.Length;
        if (within == 0)
            throw new ArgumentException("No laboratory has a second result: there is no repeatability.", nameof(laboratories));
        var grandMean = SampleMoments.Of([.. laboratories.SelectMany(l => l)]).Mean;
        var withinVariance = cells.Sum(c => c.SumOfSquares) / within;
        var betweenMeanSquare = cells.Sum(c => c.N * (c.Mean - grandMean) * (c.Mean - grandMean)) / (p - 1);
        var meanReplicates = (total - cells.Sum(c => (double)c.N * c.N) / total) / (p - 1);
        var means = SampleMoments.Of(Array.ConvertAll(cells, c => c.Mean));
        return new InterlaboratoryPrecision
        {
            GrandMean = grandMean,
            RepeatabilitySd = Math.Sqrt(withinVariance),
            BetweenLaboratorySd = Math.Sqrt(Math.Max(0, (betweenMeanSquare - withinVariance) / meanReplicates)),
            MeanReplicates = meanReplicates,
            Laboratories = [.. cells.Select(c => LaboratoryOf(c, means, MeanVariance(cells)))],
            Cochran = LaboratoryOutliers.Cochran(cells),
            Grubbs = LaboratoryOutliers.Grubbs(cells, means),
        };
    }

    private static SampleMoments CellOf(IReadOnlyList<double> results)
    {
        double[] values = [.. results];
        Readings.Require(values, 1, "laboratories");
        return SampleMoments.Of(values);
    }

    /// <summary>Plain mean of the laboratories' variances, those with one result left out.</summary>
    private static double MeanVariance(SampleMoments[] cells) => cells.Where(c => c.N > 1).Average(c => c.Variance);

    private static LaboratoryPrecision LaboratoryOf(SampleMoments cell, SampleMoments means, double meanVariance) => new()
    {
        Replicates = cell.N,
        Mean = cell.Mean,
        Sd = cell.N > 1 ? cell.StandardDeviation : null,
        MandelH = means.SumOfSquares > 0 ? (cell.Mean - means.Mean) / means.StandardDeviation : null,
        MandelK = cell.N > 1 && meanVariance > 0 ? cell.StandardDeviation / Math.Sqrt(meanVariance) : null,
    };
}
