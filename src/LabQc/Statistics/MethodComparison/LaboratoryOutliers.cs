namespace LabQc.Statistics;

/// <summary>Cochran's and Grubbs's statistics of an interlaboratory study with their critical values.</summary>
internal static class LaboratoryOutliers
{
    public static LaboratoryOutlier? Cochran(SampleMoments[] cells)
    {
        var variances = Array.ConvertAll(cells, c => c.N > 1 ? c.Variance : 0);
        var sum = variances.Sum();
        if (sum == 0)
            return null;
        var largest = Array.IndexOf(variances, variances.Max());
        var balanced = cells.All(c => c.N == cells[0].N);
        return new LaboratoryOutlier(
            variances[largest] / sum, largest,
            balanced ? CochranCritical(cells.Length, cells[0].N, 0.05) : null,
            balanced ? CochranCritical(cells.Length, cells[0].N, 0.01) : null);
    }

    public static LaboratoryOutlier? Grubbs(SampleMoments[] cells, SampleMoments means)
    {
        if (means.SumOfSquares == 0)
            return null;
        var distances = Array.ConvertAll(cells, c => Math.Abs(c.Mean - means.Mean) / means.StandardDeviation);
        var largest = Array.IndexOf(distances, distances.Max());
        return new LaboratoryOutlier(
            distances[largest], largest, GrubbsCritical(cells.Length, 0.05), GrubbsCritical(cells.Length, 0.01));
    }

    /// <summary>1/(1 + (p - 1)/F), F the upper α/p point of F(n - 1, (p - 1)(n - 1)).</summary>
    private static double CochranCritical(int laboratories, int replicates, double alpha)
    {
        double p = laboratories, n = replicates;
        var f = FisherF.Quantile(1 - alpha / p, n - 1, (p - 1) * (n - 1));
        return 1 / (1 + (p - 1) / f);
    }

    /// <summary>Grubbs 1950 through Student's t with p - 2 degrees of freedom, α/(2p) in the tail; null for two laboratories.</summary>
    private static double? GrubbsCritical(int laboratories, double alpha)
    {
        if (laboratories < 3)
            return null;
        double p = laboratories;
        var t = StudentsT.Quantile(alpha / (2 * p), p - 2);
        return (p - 1) / Math.Sqrt(p) * Math.Sqrt(t * t / (p - 2 + t * t));
    }
}
