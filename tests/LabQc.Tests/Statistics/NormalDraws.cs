using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

/// <summary>Seeded standard normal values.</summary>
internal sealed class NormalDraws(int seed)
{
    private readonly Random _random = new(seed);

    public double Next() => StandardNormal.Quantile(1 - (_random.NextDouble() + double.Epsilon) * (1 - 1e-16));

    public double[] Sample(int n, double mean = 0, double sd = 1) => [.. Enumerable.Range(0, n).Select(_ => mean + sd * Next())];
}
