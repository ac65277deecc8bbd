namespace LabQc.Statistics;

/// <summary>
/// The regularized incomplete beta function I of (a, b), with x given by its odds ω = x/(1 - x), so that neither x nor 1 - x
/// is lost where it is small.
/// </summary>
/// <remarks>
/// Continued fraction (Didonato &amp; Morris 1992, ACM TOMS 18, equation 9) by Lentz's method; its front factor follows
/// Loader 2000 (saddle-point form), so that it keeps 14 digits where differences of log-gammas of large arguments keep 9.
/// Held to 1e-13 relative in either tail.
/// </remarks>
internal readonly struct IncompleteBeta
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private readonly double _a;
    private readonly double _b;
    private readonly double _logPeak;

    /// <summary>The function of two shapes above 0.</summary>
    public IncompleteBeta(double a, double b) : this(a, b,
        0.5 * (Math.Log(a) + Math.Log(b) - Math.Log(a + b)) - HalfLogTwoPi
        + StirlingError.At(a + b) - StirlingError.At(a) - StirlingError.At(b))
    {
    }

    private IncompleteBeta(double a, double b, double logPeak) => (_a, _b, _logPeak) = (a, b, logPeak);

    private IncompleteBeta Mirrored => new(_b, _a, _logPeak);

    /// <summary>I and 1 - I at the odds <paramref name="odds"/>, each without cancellation.</summary>
    public (double Lower, double Upper) At(double odds)
    {
        if (odds <= 0)
            return (0, 1);
        if (double.IsPositiveInfinity(odds))
            return (1, 0);
        var front = FrontFactor(odds);
        if (odds * (_b + 1) < _a + 1)
        {
            var lower = front * Fraction(odds, _a, _b);
            return (lower, 1 - lower);
        }
        var upper = front * Fraction(1 / odds, _b, _a);
        return (1 - upper, upper);
    }

    /// <summary>x^a (1 - x)^b / B(a, b), which is also the derivative of I with respect to ln ω.</summary>
    private double FrontFactor(double odds)
    {
        // x = ω/(1 + ω) over its mean a/(a + b), and 1 - x over its own.
        var difference = (odds * _b - _a) / (1 + odds);
        var deviance = _a * StirlingError.Deviance(odds / (1 + odds) * ((_a + _b) / _a), difference / _a)
            + _b * StirlingError.Deviance((_a + _b) / (_b * (1 + odds)), -difference / _b);
        return Math.Exp(_logPeak - deviance);
    }

    /// <summary>The odds at which a tail of I has the probability <paramref name="p"/>, strictly between 0 and 1.</summary>
    /// <param name="p">The probability; that of the smaller tail keeps the most digits.</param>
    /// <param name="upper">Whether <paramref name="p"/> is 1 - I.</param>
    public double OddsAt(double p, bool upper) => upper ? 1 / Mirrored.OddsAt(p) : OddsAt(p);

    private double OddsAt(double p)
    {
        var self = this;
        return Math.Exp(QuantileSearch.InLogarithm(p, Math.Log(StartingOdds(p)), increasing: true, w =>
        {
            var odds = Math.Exp(w);
            return (self.At(odds).Lower, self.FrontFactor(odds));
        }));
    }

    /// <summary>Far in the lower tail I is x^a / (a B(a, b)); elsewhere the mean is near enough.</summary>
    private double StartingOdds(double p)
    {
        var atMean = Math.Exp(_logPeak) / _a;
        return _a / _b * Math.Min(1, Math.Pow(Math.Min(1, p / atMean), 1 / _a));
    }

    /// <summary>I over the front factor: the continued fraction, for x up to about its mean.</summary>
    private static double Fraction(double odds, double a, double b)
    {
        var x = odds / (1 + odds);
        var lambda = (a - b * odds) / (1 + odds);
        var beta = a * (lambda + 1) / (a + 1);
        double value = beta, c = beta, d = 0;
        for (double n = 1; n < 2e6; n++)
        {
            var s = a + 2 * n - 1;
            var w = n * (b - n) * x;
            var alpha = (a + n - 1) / s * ((a + b + n - 1) / s) * (w * x);
            beta = n + w / s + (a + n) * (lambda + 1 + n * (2 - x)) / (a + 2 * n + 1);
            d = 1 / (beta + alpha * d);
            c = beta + alpha / c;
            var step = c * d;
            value *= step;
            if (Math.Abs(step - 1) < 2e-16)
                break;
        }
        return 1 / value;
    }
}
