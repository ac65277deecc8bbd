namespace LabQc.Statistics;

/// <summary>The range of k independent standard normal values.</summary>
/// <remarks>
/// With z the largest of the k: P(range &lt;= w) = k ∫ φ(z) (Φ(z) - Φ(z - w))^(k - 1) dz (Hartley 1942, Biometrika 32, 334-348),
/// and 1 minus it under the same integral, where it is a sum of positive numbers. The trapezoidal rule converges
/// exponentially; its step follows 1/√k, the width of the integrand for a small range.
/// </remarks>
internal sealed class RangeOfNormals
{
    private const double Widest = 76; // P(range > 76) is below the smallest double.
    private const double Start = -9;
    private readonly int _k;
    private readonly double _step;
    private readonly double[] _below;
    private readonly double[] _weight;

    public RangeOfNormals(int k)
    {
        _k = k;
        _step = Math.Min(0.15, 0.6 / Math.Sqrt(k));
        var z = Enumerable.Range(0, (int)Math.Ceiling((Widest / 2 - Start) / _step)).Select(i => Start + i * _step).ToArray();
        _below = [.. z.Select(StandardNormal.Cdf)];
        _weight = [.. z.Select((v, i) => k * _step * StandardNormal.Density(v) * Math.Pow(_below[i], k - 1))];
    }

    /// <summary>Probability of a range of at most <paramref name="w"/>.</summary>
    public double Cdf(double w)
    {
        double sum = 0;
        for (var i = 0; i < _below.Length && Start + i * _step <= -Start; i++)
        {
            var z = Start + i * _step;
            // Above zero by the upper tails, which keep their digits.
            var between = z > 0 ? StandardNormal.UpperTail(z - w) - StandardNormal.UpperTail(z) : _below[i] - StandardNormal.Cdf(z - w);
            sum += _k * _step * StandardNormal.Density(z) * Math.Pow(Math.Max(0, between), _k - 1);
        }
        return sum;
    }

    /// <summary>Probability of a range above <paramref name="w"/>.</summary>
    public double UpperTail(double w)
    {
        if (w >= Widest)
            return 0;
        double sum = 0;
        var end = w / 2 - Start;
        for (var i = 0; i < _below.Length && Start + i * _step <= end; i++)
        {
            if (_weight[i] == 0)
                continue;
            var ratio = StandardNormal.Cdf(Start + i * _step - w) / _below[i];
            sum += _weight[i] * -StudentizedAverage.Expm1((_k - 1) * StirlingError.Log1p(-Math.Min(1, ratio)));
        }
        return sum;
    }
}
