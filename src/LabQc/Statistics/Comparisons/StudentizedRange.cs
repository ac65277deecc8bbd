namespace LabQc.Statistics;

/// <summary>
/// The studentized range: the range of k standard normal values over an independent estimate of their standard deviation.
/// </summary>
/// <remarks>
/// The definition of Lund and Lund 1983 (Applied Statistics 32, 204-210, algorithm AS 190, equation 1), by trapezoidal sums in
/// place of the algorithm's own quadrature, which is good to a few digits only. Relative accuracy 1e-9 of either tail, 1e-9 of
/// a quantile. For k = 2 it is √2 times the absolute value of Student's t.
/// </remarks>
public static class StudentizedRange
{
    /// <summary>Probability of a value at or below <paramref name="q"/>.</summary>
    /// <param name="q">The studentized range.</param>
    /// <param name="k">Number of means, at least 2.</param>
    /// <param name="df">Degrees of freedom of the standard deviation; may be fractional or infinite.</param>
    /// <exception cref="ArgumentException">q is NaN, k is below 2, or df is not above 0.</exception>
    public static double Cdf(double q, int k, double df)
    {
        Check(q, k, df);
        if (q <= 0)
            return 0;
        if (double.IsPositiveInfinity(q))
            return 1;
        var upper = UpperTail(q, k, df);
        if (upper < 0.5)
            return 1 - upper;
        var range = new RangeOfNormals(k);
        return Math.Min(1, StudentizedAverage.Of(s => range.Cdf(q * s), df));
    }

    /// <summary>Probability of a value above <paramref name="q"/>, without cancellation in the far tail.</summary>
    /// <param name="q">The studentized range.</param>
    /// <param name="k">Number of means, at least 2.</param>
    /// <param name="df">Degrees of freedom of the standard deviation; may be fractional or infinite.</param>
    /// <exception cref="ArgumentException">q is NaN, k is below 2, or df is not above 0.</exception>
    public static double UpperTail(double q, int k, double df)
    {
        Check(q, k, df);
        if (q <= 0)
            return 1;
        if (double.IsPositiveInfinity(q))
            return 0;
        if (k == 2)
            return StudentsT.TwoSided(q / Math.Sqrt(2), df);
        var range = new RangeOfNormals(k);
        return Math.Min(1, StudentizedAverage.Of(s => range.UpperTail(q * s), df));
    }

    /// <summary>The value below which the fraction <paramref name="p"/> lies.</summary>
    /// <param name="p">At least 0 and below 1.</param>
    /// <param name="k">Number of means, at least 2.</param>
    /// <param name="df">Degrees of freedom of the standard deviation; may be fractional or infinite.</param>
    /// <exception cref="ArgumentException">p is outside, k is below 2, or df is not above 0.</exception>
    public static double Quantile(double p, int k, double df)
    {
        if (!(p >= 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability from 0 to below 1.");
        return p > 0.5 ? UpperQuantile(1 - p, k, df) : p == 0 ? 0 : LowerQuantile(p, k, df);
    }

    /// <summary>The value above which the fraction <paramref name="tail"/> lies.</summary>
    internal static double UpperQuantile(double tail, int k, double df)
    {
        if (k == 2)
            return -Math.Sqrt(2) * StudentsT.Quantile(tail / 2, df);
        return Search(q => Math.Log(tail / UpperTail(q, k, df)));
    }

    private static double LowerQuantile(double p, int k, double df) =>
        Search(q => Math.Log(Cdf(q, k, df) / p));

    /// <summary>The root in ln q, along which the logarithm of a tail runs nearly straight.</summary>
    private static double Search(Func<double, double> excess) => Math.Exp(RootSearch.Increasing(u => excess(Math.Exp(u)), 1, 1));

    private static void Check(double q, int k, double df)
    {
        if (double.IsNaN(q))
            throw new ArgumentException("The studentized range must be a number.", nameof(q));
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        if (!(df > 0))
            throw new ArgumentOutOfRangeException(nameof(df), df, "Degrees of freedom are above zero.");
    }
}
