using CsCheck;

namespace LabQc.Tests.Statistics;

/// <summary>Histograms with particles, of random bins and gaps.</summary>
internal sealed record RandomHistogram(double[] Edges, double[] Values)
{
    public static Gen<RandomHistogram> Any { get; } = Gen.Select(
        Gen.Double[0, 50], Gen.Double[0.1, 20].Array[1, 40], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1e6], Gen.Int[0, 20].Select(i => (double)i)).Array[40],
        (first, widths, values) =>
        {
            var edges = widths.Aggregate(new List<double> { first }, (e, w) => [.. e, e[^1] + w]);
            values = values[..widths.Length];
            if (values.Sum() == 0)
                values[0] = 1;
            return new RandomHistogram([.. edges], values);
        });

    public RandomHistogram Shifted(double by) => this with { Edges = [.. Edges.Select(e => e + by)] };

    public RandomHistogram Scaled(double by) => this with { Edges = [.. Edges.Select(e => e * by)] };

    public RandomHistogram Times(double factor) => this with { Values = [.. Values.Select(v => v * factor)] };
}
