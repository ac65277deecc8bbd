namespace LabQc.Statistics;

/// <summary>The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).</summary>
/// <remarks>
/// Series below the mean and Legendre's continued fraction above it (Abramowitz &amp; Stegun 1964, 6.5.29 and 6.5.31), with a
/// front factor in Loader's form (2000), which keeps its digits for large a. Held to 1e-13 relative in either tail.
/// </remarks>
internal readonly struct IncompleteGamma(double a)
{
    private readonly double _a = a;
    private readonly double _peak = StirlingError.PeakFactor(a);

    /// <summary>P and Q, each without cancellation.</summary>
    public (double Lower, double Upper) At(double x)
    {
        if (x <= 0)
            return (0, 1);
        if (double.IsPositiveInfinity(x))
            return (1, 0);
        var front = FrontFactor(x);
        if (x < _a + 1)
        {
            var lower = front * Series(x);
            return (lower, 1 - lower);
        }
        var upper = front * Fraction(x);
        return (1 - upper, upper);
    }

    /// <summary>x^a e^(-x) / Γ(a), which is also the derivative of P with respect to ln x.</summary>
    public double FrontFactor(double x) =>
        _peak * Math.Exp(-_a * StirlingError.Deviance(x / _a, (x - _a) / _a));

    /// <summary>The x at which the named tail has the probability <paramref name="p"/>; give the smaller tail.</summary>
    public double QuantileOf(double p, bool upper)
    {
        // Wilson & Hilferty 1931 in the middle and above; below, P is x^a / Γ(a + 1).
        var z = StandardNormal.Quantile(p) * (upper ? -1 : 1);
        var cube = 1 - 1 / (9 * _a) + z / (3 * Math.Sqrt(_a));
        var start = Math.Log(_a) + 3 * Math.Log(Math.Max(cube, 1e-3));
        if (!upper)
            start = Math.Min(start, Math.Log(_a) + Math.Min(0, Math.Log(p * _a / _peak) / _a) + 1);
        var self = this;
        return Math.Exp(QuantileSearch.InLogarithm(p, start, increasing: !upper, w =>
        {
            var x = Math.Exp(w);
            var (below, above) = self.At(x);
            return (upper ? above : below, self.FrontFactor(x));
        }));
    }

    private double Series(double x)
    {
        double term = 1 / _a, sum = term;
        for (double n = 1; term > 1e-17 * sum; n++)
        {
            term *= x / (_a + n);
            sum += term;
        }
        return sum;
    }

    private double Fraction(double x)
    {
        var b = x + 1 - _a;
        double c = 1e300, d = 1 / b, value = d;
        for (double n = 1; n < 2e6; n++)
        {
            var numerator = -n * (n - _a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            var step = c * d;
            value *= step;
            if (Math.Abs(step - 1) < 2e-16)
                break;
        }
        return value;
    }
}
