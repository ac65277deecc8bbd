using MathNet.Numerics.Distributions;

namespace LabQc.Statistics;

/// <summary>The normal distribution with mean 0 and standard deviation 1.</summary>
/// <remarks>Held to 1e-14 relative within ±10 and 2e-13 down to 1e-300 (arithmetic of 40 digits).</remarks>
public static class StandardNormal
{
    /// <summary>Probability of a value at or below <paramref name="z"/>.</summary>
    public static double Cdf(double z) => Normal.CDF(0, 1, z);

    /// <summary>Probability of a value above <paramref name="z"/>, without cancellation in the far tail.</summary>
    public static double UpperTail(double z) => Normal.CDF(0, 1, -z);

    /// <summary>Probability between two values, without cancellation where both lie in one tail; 0 unless the second is larger.</summary>
    public static double Between(double lower, double upper) =>
        !(upper > lower) ? 0
        : lower > 0 ? UpperTail(lower) - UpperTail(upper)
        : Cdf(upper) - Cdf(lower);

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Normal.PDF(0, 1, z);

    /// <summary>The value below which the fraction <paramref name="p"/> lies; ±∞ at 0 and 1.</summary>
    public static double Quantile(double p) => Normal.InvCDF(0, 1, p);
}

/// <summary>Student's t distribution; degrees of freedom may be fractional and infinite (then it is the normal).</summary>
/// <remarks>
/// P(|T| > t) is an incomplete beta function (Abramowitz &amp; Stegun 1964, 26.7.1). Probabilities are held to 1e-13 relative and
/// quantiles to 1e-13, in both tails and near the median, from 0.1 to 1e9 degrees of freedom.
/// </remarks>
public static class StudentsT
{
    /// <summary>Probability of a value at or below <paramref name="t"/>.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0.</exception>
    public static double Cdf(double t, double df) => UpperTail(-t, df);

    /// <summary>Probability of a value above <paramref name="t"/>, without cancellation in the far tail.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0.</exception>
    public static double UpperTail(double t, double df)
    {
        Degrees.Require(t, df);
        if (double.IsPositiveInfinity(df))
            return StandardNormal.UpperTail(t);
        var (inside, outside) = new IncompleteBeta(0.5, df / 2).At(t * t / df);
        return t > 0 ? outside / 2 : 0.5 + inside / 2;
    }

    /// <summary>Probability of a value at least as far from zero as <paramref name="t"/>.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0.</exception>
    public static double TwoSided(double t, double df) => 2 * UpperTail(Math.Abs(t), df);

    /// <summary>The value below which the fraction <paramref name="p"/> lies; ±∞ at 0 and 1.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0.</exception>
    public static double Quantile(double p, double df)
    {
        Degrees.RequireFraction(p, df);
        if (double.IsPositiveInfinity(df))
            return StandardNormal.Quantile(p);
        return p > 0.5 ? UpperQuantile(1 - p, p - 0.5, df) : p < 0.5 ? -UpperQuantile(p, 0.5 - p, df) : 0;
    }

    /// <summary>The value above which the fraction <paramref name="q"/> lies, exact for the smallest q.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0.</exception>
    public static double UpperQuantile(double q, double df) => -Quantile(q, df);

    /// <param name="beyond">The probability above the answer.</param>
    /// <param name="within">The probability between 0 and the answer.</param>
    /// <param name="df">Degrees of freedom, finite.</param>
    private static double UpperQuantile(double beyond, double within, double df)
    {
        if (beyond == 0)
            return double.PositiveInfinity;
        var inside = new IncompleteBeta(0.5, df / 2);
        var odds = beyond < 0.25 ? inside.OddsAt(2 * beyond, true) : inside.OddsAt(2 * within, false);
        return Math.Sqrt(odds * df);
    }
}

/// <summary>The chi-squared distribution; degrees of freedom may be fractional.</summary>
/// <remarks>Probabilities and quantiles are held to 1e-13 relative in both tails, from 0.1 to 1e8 degrees of freedom.</remarks>
public static class ChiSquare
{
    /// <summary>Probability of a value at or below <paramref name="x"/>; 0 for x below 0.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0 or infinite.</exception>
    public static double Cdf(double x, double df)
    {
        Degrees.RequireFinite(x, df);
        return new IncompleteGamma(df / 2).At(x / 2).Lower;
    }

    /// <summary>Probability of a value above <paramref name="x"/>, without cancellation in the far tail.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0 or infinite.</exception>
    public static double UpperTail(double x, double df)
    {
        Degrees.RequireFinite(x, df);
        return new IncompleteGamma(df / 2).At(x / 2).Upper;
    }

    /// <summary>The value below which the fraction <paramref name="p"/> lies; 0 at 0 and ∞ at 1.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0 or infinite.</exception>
    public static double Quantile(double p, double df)
    {
        Degrees.RequireFraction(p, df);
        Degrees.RequireFinite(p, df);
        return p <= 0.5 ? LowerQuantile(p, df) : UpperQuantile(1 - p, df);
    }

    /// <summary>The value above which the fraction <paramref name="q"/> lies, exact for the smallest q.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0 or infinite.</exception>
    public static double UpperQuantile(double q, double df)
    {
        Degrees.RequireFraction(q, df);
        Degrees.RequireFinite(q, df);
        return q == 0 ? double.PositiveInfinity
            : q <= 0.5 ? 2 * new IncompleteGamma(df / 2).QuantileOf(q, true)
            : LowerQuantile(1 - q, df);
    }

    private static double LowerQuantile(double p, double df) => p == 0 ? 0 : 2 * new IncompleteGamma(df / 2).QuantileOf(p, false);
}

/// <summary>Fisher's F distribution; degrees of freedom may be fractional.</summary>
/// <remarks>Probabilities and quantiles are held to 1e-13 relative in both tails, from 0.1 to 1e8 degrees of freedom.</remarks>
public static class FisherF
{
    /// <summary>Probability of a value at or below <paramref name="f"/>; 0 for f below 0.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0 or infinite.</exception>
    public static double Cdf(double f, double df1, double df2) => At(f, df1, df2).Lower;

    /// <summary>Probability of a value above <paramref name="f"/>, without cancellation in the far tail.</summary>
    /// <exception cref="ArgumentException">A NaN, or degrees of freedom not above 0 or infinite.</exception>
    public static double UpperTail(double f, double df1, double df2) => At(f, df1, df2).Upper;

    /// <summary>The value below which the fraction <paramref name="p"/> lies; 0 at 0 and ∞ at 1.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0 or infinite.</exception>
    public static double Quantile(double p, double df1, double df2) =>
        p <= 0.5 ? Inverse(p, false, df1, df2) : Inverse(1 - p, true, df1, df2);

    /// <summary>The value above which the fraction <paramref name="q"/> lies, exact for the smallest q.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or degrees of freedom not above 0 or infinite.</exception>
    public static double UpperQuantile(double q, double df1, double df2) =>
        q <= 0.5 ? Inverse(q, true, df1, df2) : Inverse(1 - q, false, df1, df2);

    private static (double Lower, double Upper) At(double f, double df1, double df2)
    {
        Degrees.RequireFinite(f, df1);
        Degrees.RequireFinite(f, df2);
        return new IncompleteBeta(df1 / 2, df2 / 2).At(f * df1 / df2);
    }

    private static double Inverse(double p, bool upper, double df1, double df2)
    {
        Degrees.RequireFraction(p, df1);
        Degrees.RequireFinite(p, df1);
        Degrees.RequireFinite(p, df2);
        if (p == 0)
            return upper ? double.PositiveInfinity : 0;
        return new IncompleteBeta(df1 / 2, df2 / 2).OddsAt(p, upper) * (df2 / df1);
    }
}

/// <summary>The beta distribution on [0, 1]: of an order statistic's coverage, of a binomial proportion's confidence limits.</summary>
/// <remarks>Probabilities and quantiles are held to 1e-13 relative in both tails.</remarks>
public static class BetaDistribution
{
    /// <summary>Probability of a value at or below <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentException">A NaN, or a shape not above 0 or infinite.</exception>
    public static double Cdf(double x, double a, double b) => At(x, a, b).Lower;

    /// <summary>Probability of a value above <paramref name="x"/>, without cancellation in the far tail.</summary>
    /// <exception cref="ArgumentException">A NaN, or a shape not above 0 or infinite.</exception>
    public static double UpperTail(double x, double a, double b) => At(x, a, b).Upper;

    /// <summary>The value below which the fraction <paramref name="p"/> lies.</summary>
    /// <exception cref="ArgumentException">A fraction outside [0, 1], or a shape not above 0 or infinite.</exception>
    public static double Quantile(double p, double a, double b)
    {
        Degrees.RequireFraction(p, a);
        Degrees.RequireFinite(p, a);
        Degrees.RequireFinite(p, b);
        if (p is 0 or 1)
            return p;
        var odds = new IncompleteBeta(a, b).OddsAt(p <= 0.5 ? p : 1 - p, p > 0.5);
        return double.IsPositiveInfinity(odds) ? 1 : odds / (1 + odds);
    }

    private static (double Lower, double Upper) At(double x, double a, double b)
    {
        Degrees.RequireFinite(x, a);
        Degrees.RequireFinite(x, b);
        return x >= 1 ? (1, 0) : new IncompleteBeta(a, b).At(x / (1 - x));
    }
}

/// <summary>What every distribution asks of its arguments.</summary>
internal static class Degrees
{
    public static void Require(double value, double degrees)
    {
        if (double.IsNaN(value) || !(degrees > 0))
            throw new ArgumentException($"No distribution has {degrees} degrees of freedom, or no value {value}.", nameof(degrees));
    }

    public static void RequireFinite(double value, double degrees)
    {
        Require(value, degrees);
        if (double.IsPositiveInfinity(degrees))
            throw new ArgumentException("Degrees of freedom must be finite here.", nameof(degrees));
    }

    public static void RequireFraction(double p, double degrees)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentException($"A quantile's fraction lies between 0 and 1; got {p}.", nameof(p));
        Require(p, degrees);
    }
}
