using MathNet.Numerics.Integration;

namespace LabQc.Statistics;

/// <summary>The Gauss-Legendre rule of one order on [-1, 1].</summary>
/// <param name="Nodes">Abscissas in ascending order.</param>
/// <param name="Weights">Their weights, which add up to 2.</param>
internal sealed record GaussLegendre(IReadOnlyList<double> Nodes, IReadOnlyList<double> Weights)
{
    public static GaussLegendre OfOrder(int order)
    {
        var rule = new GaussLegendreRule(-1, 1, order);
        return new(rule.Abscissas, rule.Weights);
    }

    /// <summary>The integral of a function over panels between neighbouring points, which must ascend.</summary>
    public double Over(IReadOnlyList<double> points, Func<double, double> function)
    {
        var sum = 0.0;
        for (var panel = 1; panel < points.Count; panel++)
        {
            var half = (points[panel] - points[panel - 1]) / 2;
            var middle = points[panel - 1] + half;
            for (var i = 0; i < Nodes.Count; i++)
                sum += half * Weights[i] * function(middle + half * Nodes[i]);
        }
        return sum;
    }
}
