namespace LabQc.Statistics;

/// <summary>Two samples at one of their distinct values: how many of each lie at or below it.</summary>
/// <param name="Value">The value.</param>
/// <param name="CountX">Values of the first sample up to it.</param>
/// <param name="CountY">Values of the second sample up to it.</param>
/// <param name="IsTied">Whether more than one value of the two samples lies there.</param>
internal readonly record struct SampleStep(double Value, long CountX, long CountY, bool IsTied)
{
    /// <summary>nm times the difference of the two cumulative curves from here to the next value: a whole number.</summary>
    public long Below(long n, long m) => CountX * m - CountY * n;
}

/// <summary>Walks two samples in the common order of their values.</summary>
internal static class SampleSteps
{
    public static IEnumerable<SampleStep> Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (a, b) = (SampleSummary.Sorted(x), SampleSummary.Sorted(y));
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            var value = j == b.Length || i < a.Length && a[i] <= b[j] ? a[i] : b[j];
            var before = i + j;
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            yield return new SampleStep(value, i, j, i + j - before > 1);
        }
    }
}

/// <summary>Distances between two samples of single values.</summary>
public static class SampleDistance
{
    /// <summary>The Wasserstein-1 distance ∫|F - G| dx between the cumulative curves of two samples, in the values' unit.</summary>
    /// <remarks>A metric; shifts of both samples leave it, scaling scales it. Relative accuracy 1e-12.</remarks>
    /// <exception cref="ArgumentException">An empty sample, or a value that is not finite.</exception>
    public static double Wasserstein1(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        SampleSummary.Require(x, 1, nameof(x));
        SampleSummary.Require(y, 1, nameof(y));
        double distance = 0, from = 0;
        long below = 0;
        foreach (var step in SampleSteps.Of(x, y))
        {
            if (below != 0)
                distance += Math.Abs(below) * (step.Value - from);
            (below, from) = (step.Below(x.Count, y.Count), step.Value);
        }
        return distance / ((double)x.Count * y.Count);
    }
}
