namespace LabQc.Statistics;

/// <summary>
/// Tolerance limits from order statistics, for any continuous distribution (Wilks 1941, Annals of Mathematical Statistics 12,
/// 91-96). Sample sizes and ranks are exact; every function refuses a coverage or confidence outside (0, 1).
/// </summary>
public static class OrderStatisticTolerance
{
    /// <summary>Room for the rounding of a confidence that is met exactly, such as 1 - 0.9² for 0.19.</summary>
    private const double Rounding = 1e-13;

    /// <summary>
    /// The smallest n whose maximum is an upper limit (or whose minimum is a lower one): 1 - coverage^n >= confidence.
    /// </summary>
    /// <exception cref="ArgumentException">A coverage or confidence outside (0, 1).</exception>
    public static int OneSidedSampleSize(double coverage, double confidence) =>
        SmallestSize(coverage, confidence, n => Math.Pow(coverage, n));

    /// <summary>
    /// The smallest n whose minimum and maximum are limits on both sides: 1 - n p^(n-1) + (n - 1) p^n >= confidence.
    /// </summary>
    /// <exception cref="ArgumentException">A coverage or confidence outside (0, 1).</exception>
    public static int TwoSidedSampleSize(double coverage, double confidence) =>
        SmallestSize(coverage, confidence, n => Math.Pow(coverage, n - 1) * (n * (1 - coverage) + coverage));

    /// <summary>
    /// The largest rank from the top whose order statistic is still a one-sided upper limit (from the bottom, a lower one), and
    /// the confidence it attains; rank 0 with confidence 0 where even the maximum is none.
    /// </summary>
    /// <param name="n">Number of values, 1 or more.</param>
    /// <param name="coverage">Fraction of the population below the limit.</param>
    /// <param name="confidence">Required confidence. That of rank r is I(1 - coverage; r, n - r + 1), the incomplete beta function.</param>
    /// <exception cref="ArgumentException">No values, or a coverage or confidence outside (0, 1).</exception>
    public static (int Rank, double Confidence) LargestRank(int n, double coverage, double confidence)
    {
        Require(coverage, confidence);
        if (n < 1)
            throw new ArgumentException($"At least one value is needed; got {n}.", nameof(n));
        int low = 0, high = n + 1;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (ConfidenceOfRank(middle, n, coverage) >= confidence - Rounding)
                low = middle;
            else
                high = middle;
        }
        return (low, low == 0 ? 0 : ConfidenceOfRank(low, n, coverage));
    }

    /// <summary>P(order statistic of rank r from the top covers the fraction): the coverage is Beta(n - r + 1, r).</summary>
    private static double ConfidenceOfRank(int rank, int n, double coverage) =>
        BetaDistribution.UpperTail(coverage, n - rank + 1, rank);

    private static int SmallestSize(double coverage, double confidence, Func<int, double> failure)
    {
        Require(coverage, confidence);
        var allowed = (1 - confidence) * (1 + Rounding) + Rounding * 1e-3;
        int low = 0, high = 1;
        while (failure(high) > allowed)
        {
            low = high;
            high = checked(high * 2);
        }
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (failure(middle) > allowed)
                low = middle;
            else
                high = middle;
        }
        return high;
    }

    private static void Require(double coverage, double confidence)
    {
        if (coverage is not (> 0 and < 1) || confidence is not (> 0 and < 1))
            throw new ArgumentException($"Coverage and confidence lie between 0 and 1; got {coverage} and {confidence}.", nameof(coverage));
    }
}
