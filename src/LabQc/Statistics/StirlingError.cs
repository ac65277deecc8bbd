namespace LabQc.Statistics;

/// <summary>What Stirling's formula leaves out of the gamma function, and other small differences that must not cancel.</summary>
internal static class StirlingError
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>The values at 0, 1/2, 1 … (that at 0 is never asked for): whole degrees of freedom are the usual ones.</summary>
    private static readonly double[] Halves = [double.NaN, .. Enumerable.Range(1, 40).Select(i => Compute(i / 2.0))];

    /// <summary>
    /// ln Γ(a) - [(a - 1/2) ln a - a + ln(2π)/2], for a > 0: about 1/(12 a). Absolute error below 2e-15.
    /// </summary>
    /// <remarks>
    /// Asymptotic series (Abramowitz &amp; Stegun 1964, 6.1.41) from a = 16 on, reached by the recurrence of the gamma function;
    /// its use in densities follows Loader 2000, "Fast and accurate computation of binomial probabilities".
    /// </remarks>
    public static double At(double a)
    {
        var doubled = 2 * a;
        return doubled < Halves.Length && doubled == Math.Floor(doubled) ? Halves[(int)doubled] : Compute(a);
    }

    private static double Compute(double a)
    {
        var shifts = 0.0;
        while (a < 16)
        {
            // At(a) - At(a + 1) = (a + 1/2) ln(1 + 1/a) - 1, which is small for all but the smallest a.
            shifts += (a + 0.5) * Log1p(1 / a) - 1;
            a += 1;
        }
        var r = 1 / (a * a);
        var series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360))))) / a;
        return series + shifts;
    }

    /// <summary>√(a / 2π) e^(-At(a)), which is a^a e^(-a) / Γ(a).</summary>
    public static double PeakFactor(double a) => Math.Exp(0.5 * Math.Log(a) - HalfLogTwoPi - At(a));

    /// <summary>ln(1 + x) without loss for small x.</summary>
    public static double Log1p(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Log(1 + x);
        // Kahan's correction: ln(u) x / (u - 1) with u the rounded 1 + x.
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>
    /// ratio - 1 - ln(ratio) >= 0 with full relative accuracy: the deviance of a value over its mean.
    /// </summary>
    /// <param name="ratio">Above 0.</param>
    /// <param name="x">The same ratio minus 1, computed without cancellation.</param>
    public static double Deviance(double ratio, double x)
    {
        if (x is < -0.4 or > 0.6)
            return x - Math.Log(ratio);
        // With r = x / (2 + x), ln(1 + x) = 2 artanh(r), and x - 2r = x r.
        var r = x / (2 + x);
        var square = r * r;
        double power = square, sum = 0;
        for (var k = 3; k < 60; k += 2)
        {
            var term = power / k;
            sum += term;
            if (term < 1e-17 * sum)
                break;
            power *= square;
        }
        return r * (x - 2 * sum);
    }

    /// <summary>(e^(2u) - 1)/2 - u >= 0, with full relative accuracy also near 0.</summary>
    public static double HalfExpMinus(double u)
    {
        if (Math.Abs(u) > 0.25)
            return 0.5 * (Math.Exp(2 * u) - 1) - u;
        double term = u, sum = 0;
        for (var k = 2; k < 40; k++)
        {
            term *= 2 * u / k;
            sum += term;
            if (Math.Abs(term) < 1e-17 * sum)
                break;
        }
        return sum;
    }
}
