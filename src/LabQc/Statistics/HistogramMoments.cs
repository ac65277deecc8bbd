namespace LabQc.Statistics;

/// <summary>How the particles of a bin enter a moment.</summary>
public enum BinMoments
{
    /// <summary>All at the bin's centre.</summary>
    AtCentres,

    /// <summary>Spread evenly over the bin, as in the histogram moments of ISO 9276-2.</summary>
    UniformInBin,
}

/// <summary>
/// Moments of a binned distribution: M_k = Σ c_i x_i^k / Σ c_i at bin centres, or with the mean of x^k over the bin in place of
/// x_i^k. Diameters in the unit of the edges. Undefined without particles (ArgumentException). Held to 1e-10 relative; sums of
/// powers are of positive terms and do not cancel.
/// </summary>
/// <remarks>
/// Definitions after the moment and moment-ratio notations that ISO 9276-2 uses, from general knowledge of them; the values
/// agree with the reference cases.
/// </remarks>
public static class HistogramMoments
{
    /// <summary>The moment of order <paramref name="order"/> about 0.</summary>
    public static double Raw(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, int order, BinMoments how)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        var total = Histogram.TotalOfSome(edges, values);
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                sum += values[i] * PowerOf(edges[i], edges[i + 1], centre, order, how);
        }
        return sum / total;
    }

    /// <summary>Mean diameter.</summary>
    public static double Mean(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, BinMoments how) =>
        Raw(edges, values, centre, 1, how);

    /// <summary>
    /// Standard deviation, divisor N: from the squared distances to the mean, and with particles spread over bins also from the
    /// width²/12 of each bin. 0 for one occupied bin at centres.
    /// </summary>
    public static double StandardDeviation(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, BinMoments how) =>
        Math.Sqrt(SquaresAboutMean(edges, values, centre, how) / Histogram.Total(values));

    /// <summary>Standard deviation of counted particles, divisor N - 1, at bin centres; null below two particles.</summary>
    public static double? SampleStandardDeviation(ReadOnlySpan<double> edges, ReadOnlySpan<double> counts, BinCentre centre)
    {
        var squares = SquaresAboutMean(edges, counts, centre, BinMoments.AtCentres);
        var n = Histogram.Total(counts);
        return n >= 2 ? Math.Sqrt(squares / (n - 1)) : null;
    }

    /// <summary>
    /// Mean diameter D[p, q] = (M_p / M_q)^(1/(p - q)): D[4, 3] is the volume-weighted mean, D[3, 2] Sauter's.
    /// </summary>
    /// <exception cref="ArgumentException">No particles, p = q, or all particles at diameter 0.</exception>
    public static double MomentRatio(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, int p, int q, BinMoments how)
    {
        if (p == q)
            throw new ArgumentException("D[p, q] needs p and q that differ.", nameof(q));
        var (numerator, denominator) = (Raw(edges, values, centre, p, how), Raw(edges, values, centre, q, how));
        if (numerator <= 0 || denominator <= 0)
            throw new ArgumentException("Particles of diameter 0 have no moment ratio.", nameof(values));
        return Math.Pow(numerator / denominator, 1.0 / (p - q));
    }

    /// <summary>
    /// Geometric mean and geometric standard deviation (divisor N) at bin centres; null where particles lie in a bin whose
    /// centre is 0.
    /// </summary>
    public static (double Mean, double StandardDeviation)? Geometric(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre)
    {
        var total = Histogram.TotalOfSome(edges, values);
        double sum = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                sum += values[i] * Math.Log(Histogram.Centre(edges[i], edges[i + 1], centre));
        }
        if (!double.IsFinite(sum))
            return null;
        var mean = sum / total;
        for (var i = 0; i < values.Length; i++)
        {
            var deviation = values[i] == 0 ? 0 : Math.Log(Histogram.Centre(edges[i], edges[i + 1], centre)) - mean;
            squares += values[i] * deviation * deviation;
        }
        return (Math.Exp(mean), Math.Exp(Math.Sqrt(squares / total)));
    }

    private static double SquaresAboutMean(ReadOnlySpan<double> edges, ReadOnlySpan<double> values, BinCentre centre, BinMoments how)
    {
        var mean = Mean(edges, values, centre, how);
        double squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (lower, upper) = (edges[i], edges[i + 1]);
            var uniform = how == BinMoments.UniformInBin;
            var deviation = Histogram.Centre(lower, upper, uniform ? BinCentre.Arithmetic : centre) - mean;
            squares += values[i] * (deviation * deviation + (uniform ? (upper - lower) * (upper - lower) / 12 : 0));
        }
        return squares;
    }

    /// <summary>x^k at the centre, or its mean over the bin: (b^(k+1) - a^(k+1))/((k+1)(b - a)), as a sum that does not cancel.</summary>
    private static double PowerOf(double lower, double upper, BinCentre centre, int order, BinMoments how)
    {
        if (how == BinMoments.AtCentres)
            return Power(Histogram.Centre(lower, upper, centre), order);
        double sum = 0;
        for (var j = 0; j <= order; j++)
            sum += Power(lower, j) * Power(upper, order - j);
        return sum / (order + 1);
    }

    private static double Power(double x, int order)
    {
        double power = 1;
        for (var k = 0; k < order; k++)
            power *= x;
        return power;
    }
}
