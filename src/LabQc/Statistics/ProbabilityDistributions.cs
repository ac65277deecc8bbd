using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace LabQc.Statistics;

/// <summary>The normal distribution with mean 0 and standard deviation 1.</summary>
public static class StandardNormal
{
    /// <summary>Probability of a value at or below <paramref name="z"/>.</summary>
    public static double Cdf(double z) => Normal.CDF(0, 1, z);

    /// <summary>Probability of a value above <paramref name="z"/>, without cancellation in the far tail.</summary>
    public static double UpperTail(double z) => Normal.CDF(0, 1, -z);

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Normal.PDF(0, 1, z);

    /// <summary>The value below which the fraction <paramref name="p"/> lies; ±∞ at 0 and 1.</summary>
    public static double Quantile(double p) => Normal.InvCDF(0, 1, p);
}

/// <summary>Student's t distribution; degrees of freedom may be fractional and infinite (then it is the normal).</summary>
public static class StudentsT
{
    /// <summary>Probability of a value at or below <paramref name="t"/>.</summary>
    public static double Cdf(double t, double df) => t <= 0 ? UpperTail(-t, df) : 1 - UpperTail(t, df);

    /// <summary>Probability of a value above <paramref name="t"/>, exact in the far tail (Beta function, not 1 - CDF).</summary>
    public static double UpperTail(double t, double df)
    {
        if (double.IsPositiveInfinity(df))
            return StandardNormal.UpperTail(t);
        if (t < 0)
            return 1 - UpperTail(-t, df);
        if (double.IsPositiveInfinity(t))
            return 0;
        return 0.5 * SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + t * t));
    }

    /// <summary>Probability of a value at least as far from zero as <paramref name="t"/>.</summary>
    public static double TwoSided(double t, double df) => 2 * UpperTail(Math.Abs(t), df);

    /// <summary>The value below which the fraction <paramref name="p"/> lies.</summary>
    public static double Quantile(double p, double df)
    {
        if (double.IsPositiveInfinity(df))
            return StandardNormal.Quantile(p);
        if (p == 0.5)
            return 0;
        return p < 0.5
            ? -QuantileSearch.UpperTail(t => UpperTail(t, df), p)
            : QuantileSearch.UpperTail(t => UpperTail(t, df), 1 - p);
    }
}

/// <summary>The chi-squared distribution.</summary>
public static class ChiSquare
{
    /// <summary>Probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double df) => x <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(df / 2, x / 2);

    /// <summary>Probability of a value above <paramref name="x"/>, exact in the far tail.</summary>
    public static double UpperTail(double x, double df) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(df / 2, x / 2);

    /// <summary>The value below which the fraction <paramref name="p"/> lies.</summary>
    public static double Quantile(double p, double df) => ChiSquared.InvCDF(df, p);
}

/// <summary>Fisher's F distribution.</summary>
public static class FisherF
{
    /// <summary>Probability of a value at or below <paramref name="f"/>.</summary>
    public static double Cdf(double f, double df1, double df2) =>
        f <= 0 ? 0 : SpecialFunctions.BetaRegularized(df1 / 2, df2 / 2, df1 * f / (df1 * f + df2));

    /// <summary>Probability of a value above <paramref name="f"/>, exact in the far tail.</summary>
    public static double UpperTail(double f, double df1, double df2) =>
        f <= 0 ? 1 : SpecialFunctions.BetaRegularized(df2 / 2, df1 / 2, df2 / (df1 * f + df2));

    /// <summary>The value below which the fraction <paramref name="p"/> lies.</summary>
    public static double Quantile(double p, double df1, double df2) =>
        p <= 0 ? 0 : QuantileSearch.UpperTail(f => UpperTail(f, df1, df2), 1 - p);
}

/// <summary>Inverts an upper-tail probability of a variable on [0, ∞).</summary>
internal static class QuantileSearch
{
    /// <summary>The x >= 0 with <paramref name="upperTail"/>(x) = <paramref name="q"/>, by bisection to the last bit of x.</summary>
    /// <remarks>Slower than Newton's method and never wrong: MathNet's own inverses search fixed intervals and throw outside.</remarks>
    public static double UpperTail(Func<double, double> upperTail, double q)
    {
        if (q <= 0)
            return double.PositiveInfinity;
        double low = 0, high = 1;
        while (upperTail(high) > q)
        {
            low = high;
            high *= 2;
            if (double.IsPositiveInfinity(high))
                return high;
        }
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (upperTail(middle) > q)
                low = middle;
            else
                high = middle;
        }
    }
}
