using MathNet.Numerics.Integration;

namespace LabQc.Statistics;

/// <summary>Mean and standard deviation of the range of n independent standard normal readings.</summary>
/// <remarks>
/// Density of the range r: n(n - 1) ∫ φ(x) φ(x + r) [Φ(x + r) - Φ(x)]^(n - 2) dx (Tippett 1925, Biometrika 17:364). The inner
/// integral by the trapezium rule, which converges geometrically for such bell-shaped analytic integrands; the outer one by
/// composite Gauss-Legendre. The variance is integrated about the mean, so nothing cancels. Relative error below 1e-12 for
/// n up to 1000.
/// </remarks>
internal static class RangeDistribution
{
    private const double Step = 0.1;
    private const int HalfSteps = 90;
    private const double LargestRange = 18;
    private const int Panels = 12;
    private const int NodesPerPanel = 20;

    /// <summary>d2 and d3 of samples of <paramref name="n"/> >= 2.</summary>
    public static (double Mean, double StandardDeviation) Of(int n)
    {
        if (n == 2)
            return (2 / Math.Sqrt(Math.PI), Math.Sqrt(2 - 4 / Math.PI));
        var rule = Rule(n);
        var total = rule.Sum(r => r.Weight);
        var mean = rule.Sum(r => r.Weight * r.Range) / total;
        var variance = rule.Sum(r => r.Weight * (r.Range - mean) * (r.Range - mean)) / total;
        return (mean, Math.Sqrt(variance));
    }

    private static List<(double Range, double Weight)> Rule(int n)
    {
        var rule = new List<(double, double)>();
        for (var panel = 0; panel < Panels; panel++)
        {
            var gauss = new GaussLegendreRule(LargestRange * panel / Panels, LargestRange * (panel + 1) / Panels, NodesPerPanel);
            for (var i = 0; i < NodesPerPanel; i++)
                rule.Add((gauss.GetAbscissa(i), gauss.GetWeight(i) * Density(gauss.GetAbscissa(i), n)));
        }
        return rule;
    }

    /// <summary>The density but for its constant factor, which the caller divides out.</summary>
    private static double Density(double range, int n)
    {
        double sum = 0;
        for (var i = -HalfSteps; i <= HalfSteps; i++)
        {
            var lower = i * Step - range / 2;
            var upper = i * Step + range / 2;
            var between = StandardNormal.Cdf(upper) - StandardNormal.Cdf(lower);
            sum += Math.Exp(-(lower * lower + upper * upper) / 2) * Math.Pow(between, n - 2);
        }
        return sum;
    }
}
