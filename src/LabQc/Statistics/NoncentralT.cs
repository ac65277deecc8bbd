namespace LabQc.Statistics;

/// <summary>
/// The noncentral t distribution: of (Z + δ) / √(χ²(ν)/ν) with Z standard normal. The law of tolerance factors, of capability
/// indices and of the power of t tests.
/// </summary>
/// <remarks>
/// P(T &lt;= t) = ∫ Φ(t s - δ) f(s) ds, f the density of √(χ²(ν)/ν) (Owen 1968, Technometrics 10, equation 1.2), by the
/// trapezoidal rule in u = ln s, where the integrand is analytic, has one peak and vanishes at both ends, so that the rule
/// converges exponentially (Trefethen &amp; Weideman 2014, SIAM Review 56, theorem 5.1). Nothing cancels, so both tails are held
/// to 1e-12 relative down to 1e-290, for ν from 0.5 to 1e8 and |δ| up to 1000; the series of AS 243 (Lenth 1989) lose the far
/// tails, and underflow from δ = 38 on.
/// </remarks>
public static class NoncentralT
{
    /// <summary>Probability of a value at or below <paramref name="t"/>.</summary>
    /// <param name="t">Any number; -∞ gives 0 and ∞ gives 1.</param>
    /// <param name="df">Degrees of freedom ν > 0, fractional or infinite (then T is normal with mean δ).</param>
    /// <param name="delta">Noncentrality δ, finite; 0 gives Student's t.</param>
    /// <exception cref="ArgumentException">A NaN, degrees of freedom not above 0, or an infinite noncentrality.</exception>
    public static double Cdf(double t, double df, double delta)
    {
        if (double.IsNaN(t) || !(df > 0) || !double.IsFinite(delta))
            throw new ArgumentException($"No noncentral t distribution for t = {t}, df = {df}, delta = {delta}.", nameof(t));
        if (double.IsInfinity(t))
            return t > 0 ? 1 : 0;
        if (t == 0 || double.IsPositiveInfinity(df))
            return StandardNormal.Cdf(t - delta);
        return Math.Min(1, Integral(t, df, delta));
    }

    /// <summary>Probability of a value above <paramref name="t"/>, without cancellation in the far tail.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Cdf"/>.</exception>
    public static double UpperTail(double t, double df, double delta) => Cdf(-t, df, -delta);

    /// <summary>The value below which the fraction <paramref name="p"/> lies; ±∞ at 0 and 1.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Cdf"/>, or a fraction outside [0, 1].</exception>
    public static double Quantile(double p, double df, double delta)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentException($"A quantile's fraction lies between 0 and 1; got {p}.", nameof(p));
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var centre = StandardNormal.Cdf(-delta);
        if (p < centre)
            return -QuantileAboveZero(1 - p, p, df, -delta);
        return p == centre ? 0 : QuantileAboveZero(p, 1 - p, df, delta);
    }

    /// <summary>
    /// The noncentrality δ at which P(T &lt;= t) is <paramref name="p"/>: the confidence limit of δ from an observed t.
    /// </summary>
    /// <param name="p">A fraction strictly between 0 and 1; 1 - α/2 gives the lower limit of δ, α/2 the upper one.</param>
    /// <param name="t">The observed value, finite.</param>
    /// <param name="df">Degrees of freedom above 0.</param>
    /// <exception cref="ArgumentException">A fraction outside (0, 1), a value that is not finite, or no degrees of freedom.</exception>
    public static double NoncentralityAt(double p, double t, double df)
    {
        if (!(p is > 0 and < 1) || !double.IsFinite(t) || !(df > 0))
            throw new ArgumentException($"No noncentrality for p = {p}, t = {t}, df = {df}.", nameof(p));
        // Jennett & Welch 1939: T is near normal with mean δ and variance 1 + t²/(2ν), which is where the search starts.
        var scale = Math.Sqrt(1 + t * t / (2 * df));
        var guess = t - StandardNormal.Quantile(p) * scale;
        return RootSearch.Increasing(delta => Excess(delta, t, df, p), guess, scale);
    }

    /// <summary>How far the probability lies below p, as a difference of normal deviates, which is nearly linear in δ and t.</summary>
    private static double Excess(double delta, double t, double df, double p) => p < 0.5
        ? StandardNormal.Quantile(p) - StandardNormal.Quantile(Cdf(t, df, delta))
        : StandardNormal.Quantile(UpperTail(t, df, delta)) - StandardNormal.Quantile(1 - p);

    private static double QuantileAboveZero(double p, double q, double df, double delta)
    {
        // In ln t, the only scale that fits both df = 1 and df = ∞.
        Func<double, double> excess = p < 0.5
            ? w => StandardNormal.Quantile(Cdf(Math.Exp(w), df, delta)) - StandardNormal.Quantile(p)
            : w => StandardNormal.Quantile(q) - StandardNormal.Quantile(UpperTail(Math.Exp(w), df, delta));
        var start = Math.Log(Math.Max(1e-3, delta - StandardNormal.Quantile(q)));
        return Math.Exp(RootSearch.Increasing(excess, start, 0.5));
    }

    private static double Integral(double t, double df, double delta)
    {
        // The integrand in the complex plane grows as exp(growth v²) at height v, which fixes the step for 1e-16.
        var growth = 2 * df + delta * delta / 2;
        var step = Math.Min(0.08, 0.45 / Math.Sqrt(growth));
        var mode = Mode(t, df, delta);
        var peak = Integrand(mode, t, df, delta);
        if (peak == 0)
            return 0;
        var sum = peak;
        for (var direction = -1; direction <= 1; direction += 2)
            sum += Slope(mode, direction * step, peak);
        // 2 (ν/2)^(ν/2) e^(-ν/2) / Γ(ν/2) is the constant of the density of u.
        return 2 * StirlingError.PeakFactor(df / 2) * sum * step;

        double Slope(double from, double by, double highest)
        {
            var part = 0.0;
            for (var i = 1; ; i++)
            {
                var term = Integrand(from + i * by, t, df, delta);
                part += term;
                if (term < 1e-19 * highest)
                    return part;
                highest = Math.Max(highest, term);
            }
        }
    }

    private static double Integrand(double u, double t, double df, double delta) =>
        Math.Exp(-df * StirlingError.HalfExpMinus(u)) * StandardNormal.Cdf(t * Math.Exp(u) - delta);

    /// <summary>Where the integrand is highest, roughly: the logarithm of its slope falls from + to - once (it is log-concave in s).</summary>
    private static double Mode(double t, double df, double delta)
    {
        double low = -1, high = 1;
        while (Slope(low) < 0)
            low *= 2;
        while (Slope(high) > 0)
            high *= 2;
        var wanted = 0.2 / Math.Sqrt(2 * df + delta * delta / 2 + 1);
        while (high - low > wanted)
        {
            var middle = low + (high - low) / 2;
            if (Slope(middle) > 0)
                low = middle;
            else
                high = middle;
        }
        return low;

        double Slope(double u)
        {
            var s = Math.Exp(u);
            return df * (1 - s * s) + t * s * InverseMills(t * s - delta);
        }
    }

    /// <summary>φ(x)/Φ(x), which is near -x far below zero.</summary>
    private static double InverseMills(double x) =>
        x < -35 ? -x - 1 / x : StandardNormal.Density(x) / StandardNormal.Cdf(x);
}
