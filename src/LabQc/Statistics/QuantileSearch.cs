namespace LabQc.Statistics;

/// <summary>Inverts a probability of a positive variable.</summary>
internal static class QuantileSearch
{
    /// <summary>
    /// The w = ln x at which a tail probability equals <paramref name="p"/>, by Newton's method on its logarithm inside a
    /// bracket: tails of a log-concave law are log-concave, so the steps converge; where one leaves the bracket, it is halved.
    /// </summary>
    /// <param name="p">The probability wanted, strictly between 0 and 1.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="increasing">True for a lower tail, false for an upper one.</param>
    /// <param name="tail">The probability at w, and the magnitude of its derivative there.</param>
    public static double InLogarithm(
        double p, double start, bool increasing, Func<double, (double Probability, double Slope)> tail)
    {
        double low = double.NegativeInfinity, high = double.PositiveInfinity, w = start;
        for (var i = 0; i < 300; i++)
        {
            var (probability, slope) = tail(w);
            var excess = Math.Log(probability / p);
            if (excess > 0 == increasing)
                high = w;
            else
                low = w;
            var step = excess * probability / slope * (increasing ? -1 : 1);
            var next = w + step;
            if (!double.IsFinite(next) || next < low || next > high)
                next = Halfway(low, high, w);
            else if (Math.Abs(step) <= 4e-15 * Math.Max(1, Math.Abs(w)))
                return next;
            if (next == w)
                return w;
            w = next;
        }
        return w;
    }

    private static double Halfway(double low, double high, double w) =>
        double.IsNegativeInfinity(low) ? w - Math.Max(1, Math.Abs(w))
        : double.IsPositiveInfinity(high) ? w + Math.Max(1, Math.Abs(w))
        : low + (high - low) / 2;
}
