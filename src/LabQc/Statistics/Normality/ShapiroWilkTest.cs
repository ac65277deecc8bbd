namespace LabQc.Statistics;

/// <summary>Shapiro and Wilk's test of normality.</summary>
/// <param name="W">The statistic, at most 1; near 1 for a normal sample.</param>
/// <param name="P">p value of W as small as this.</param>
public sealed record ShapiroWilkResult(double W, double P);

/// <summary>Shapiro and Wilk's W with Royston's approximations, for 3 to 5000 values.</summary>
/// <remarks>
/// Source: Royston 1995, Applied Statistics 44, 547-551, algorithm AS R94, in double precision throughout. For n = 3 p is
/// exact; for n of 4 to 11 p is stated as 1e-99 beyond the range of the approximation. W is held to a relative 1e-9, p to 1e-8.
/// </remarks>
public static class ShapiroWilkTest
{
    private const int Most = 5000;
    private static readonly double[] FirstWeight = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
    private static readonly double[] SecondWeight = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
    private static readonly double[] SmallGamma = [-2.273, 0.459];
    private static readonly double[] SmallMean = [0.544, -0.39978, 0.025054, -6.714e-4];
    private static readonly double[] SmallLogSd = [1.3822, -0.77857, 0.062767, -0.0020322];
    private static readonly double[] LargeMean = [-1.5861, -0.31082, -0.083751, 0.0038915];
    private static readonly double[] LargeLogSd = [-0.4803, -0.082676, 0.0030302];

    /// <summary>Tests a sample; null where all values are equal.</summary>
    /// <exception cref="ArgumentException">Fewer than 3 or more than 5000 values, or one is not finite.</exception>
    public static ShapiroWilkResult? Test(IReadOnlyList<double> values)
    {
        SampleSummary.Require(values, 3, nameof(values));
        if (values.Count > Most)
            throw new ArgumentException($"The approximations end at {Most} values; got {values.Count}.", nameof(values));
        var sorted = SampleSummary.Sorted(values);
        var range = sorted[^1] - sorted[0];
        if (range == 0)
            return null;
        // 1 - W is computed first: for a nearly normal sample W itself has lost its digits.
        var shortfall = Shortfall([.. sorted.Select(v => (v - sorted[0]) / range)], Weights(sorted.Length));
        return new ShapiroWilkResult(1 - shortfall, P(shortfall, sorted.Length));
    }

    /// <summary>Weights of the upper half of the ordered values, the largest value's first.</summary>
    private static double[] Weights(int n)
    {
        if (n == 3)
            return [Math.Sqrt(0.5)];
        var scores = Enumerable.Range(1, n / 2).Select(i => -StandardNormal.Quantile((i - 0.375) / (n + 0.25))).ToArray();
        var sumOfSquares = 2 * scores.Sum(m => m * m);
        var root = 1 / Math.Sqrt(n);
        var first = Polynomial(FirstWeight, root) + scores[0] / Math.Sqrt(sumOfSquares);
        if (n <= 5)
        {
            var scale = Math.Sqrt((sumOfSquares - 2 * scores[0] * scores[0]) / (1 - 2 * first * first));
            return [first, .. scores.Skip(1).Select(m => m / scale)];
        }
        var second = Polynomial(SecondWeight, root) + scores[1] / Math.Sqrt(sumOfSquares);
        var rest = Math.Sqrt((sumOfSquares - 2 * scores[0] * scores[0] - 2 * scores[1] * scores[1])
            / (1 - 2 * first * first - 2 * second * second));
        return [first, second, .. scores.Skip(2).Select(m => m / rest)];
    }

    /// <summary>1 - W, as a product of a difference and a sum of two nearly equal roots.</summary>
    private static double Shortfall(double[] sorted, double[] weights)
    {
        var mean = sorted.Average();
        double weightSquares = 0, squares = 0, products = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var weight = WeightAt(i, sorted.Length, weights);
            var deviation = sorted[i] - mean;
            weightSquares += weight * weight;
            squares += deviation * deviation;
            products += weight * deviation;
        }
        var root = Math.Sqrt(weightSquares * squares);
        return Math.Max(0, (root - products) * (root + products) / (weightSquares * squares));
    }

    private static double WeightAt(int i, int n, double[] weights)
    {
        var opposite = n - 1 - i;
        return i == opposite ? 0 : i < opposite ? -weights[i] : weights[opposite];
    }

    private static double P(double shortfall, int n)
    {
        if (n == 3)
            return Math.Max(0, 6 / Math.PI * (Math.Asin(Math.Sqrt(1 - shortfall)) - Math.Asin(Math.Sqrt(0.75))));
        if (shortfall == 0)
            return 1;
        var y = Math.Log(shortfall);
        if (n > 11)
        {
            var log = Math.Log(n);
            return StandardNormal.UpperTail((y - Polynomial(LargeMean, log)) / Math.Exp(Polynomial(LargeLogSd, log)));
        }
        var gamma = Polynomial(SmallGamma, n);
        if (y >= gamma)
            return 1e-99;
        var transformed = -Math.Log(gamma - y);
        return StandardNormal.UpperTail((transformed - Polynomial(SmallMean, n)) / Math.Exp(Polynomial(SmallLogSd, n)));
    }

    private static double Polynomial(double[] coefficients, double x) =>
        coefficients.Reverse().Aggregate(0.0, (sum, c) => sum * x + c);
}
