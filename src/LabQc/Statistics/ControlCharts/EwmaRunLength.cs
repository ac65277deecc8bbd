namespace LabQc.Statistics;

/// <summary>Mean run length of one EWMA design at one shift.</summary>
internal sealed class EwmaRunLength
{
    private readonly double _lambda;
    private readonly double _shift;
    private readonly double _limit;
    private readonly QuadratureNodes _nodes;

    public EwmaRunLength(double lambda, double width, double shift)
    {
        _lambda = lambda;
        _shift = shift;
        _limit = width * Math.Sqrt(lambda / (2 - lambda));
        _nodes = QuadratureNodes.On(-_limit, _limit, scale: lambda);
    }

    public double Mean(EwmaLimits limits) => limits switch
    {
        EwmaLimits.Asymptotic => FromEach([0, .. _nodes.At])[0],
        EwmaLimits.Exact => WithWideningLimits(),
        _ => throw new ArgumentOutOfRangeException(nameof(limits), limits, "No such limits."),
    };

    /// <summary>With the asymptotic limits from here on: the mean run length from each average, the last ones being the nodes.</summary>
    private double[] FromEach(double[] averages)
    {
        var extra = averages.Length - _nodes.At.Length;
        var step = Array.ConvertAll(averages, z => StepFrom(z, _nodes, extra));
        var end = Array.ConvertAll(averages, EndFrom);
        return AbsorbingChain.MeanTimes(step, end);
    }

    private double[] StepFrom(double average, QuadratureNodes nodes, int offset)
    {
        var step = new double[nodes.At.Length + offset];
        for (var j = 0; j < nodes.At.Length; j++)
            step[j + offset] = nodes.Weight[j] * Kernel(average, nodes.At[j]);
        return step;
    }

    /// <summary>Density of the next average at y.</summary>
    private double Kernel(double average, double y) =>
        StandardNormal.Density((y - (1 - _lambda) * average) / _lambda - _shift) / _lambda;

    private double EndFrom(double average)
    {
        var middle = (1 - _lambda) * average + _lambda * _shift;
        return StandardNormal.UpperTail((_limit - middle) / _lambda) + StandardNormal.UpperTail((_limit + middle) / _lambda);
    }

    /// <summary>
    /// Backwards from the point at which the limits have reached their asymptote to within the last bit: at each earlier point
    /// one step with that point's own limits.
    /// </summary>
    private double WithWideningLimits()
    {
        var settled = _lambda == 1 ? 1 : (int)Math.Ceiling(Math.Log(1e-17) / (2 * Math.Log(1 - _lambda)));
        var nodes = _nodes;
        var times = FromEach(nodes.At);
        for (var point = settled - 1; point >= 1; point--)
        {
            var limit = _limit * Math.Sqrt(1 - Math.Pow(1 - _lambda, 2.0 * point));
            var earlier = QuadratureNodes.On(-limit, limit, nodes.At.Length);
            times = Array.ConvertAll(earlier.At, z => OneStep(z, nodes, times));
            nodes = earlier;
        }
        return OneStep(0, nodes, times);
    }

    private double OneStep(double average, QuadratureNodes nodes, double[] times)
    {
        var sum = 1.0;
        for (var j = 0; j < times.Length; j++)
            sum += nodes.Weight[j] * Kernel(average, nodes.At[j]) * times[j];
        return sum;
    }
}
