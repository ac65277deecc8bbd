namespace LabQc.Statistics;

/// <summary>Lin's concordance correlation coefficient: how near pairs lie to the line of identity.</summary>
/// <remarks>
/// ρc = 2 Sxy/(Sx² + Sy² + (x̄ - ȳ)²) with moments of divisor n (Lin 1989, Biometrics 45:255). Interval through Fisher's z with the
/// variance of Lin 1989 as corrected in Lin 2000 (Biometrics 56:324), divisor n - 2. Order of the pairs does not matter, nor
/// which method is called x, but for the two shifts. Held to 1e-9 relative.
/// </remarks>
public sealed record ConcordanceCorrelation
{
    /// <summary>ρc, from -1 to 1.</summary>
    public required double Coefficient { get; init; }
    /// <summary>Standard error of ρc itself; null where Pearson's r is 0 or the pairs number two.</summary>
    public required double? StandardError { get; init; }
    /// <summary>Interval of ρc; null where there is no standard error or ρc is ±1.</summary>
    public required ConfidenceLimits? Confidence { get; init; }
    /// <summary>Pearson's r: precision.</summary>
    public required double Pearson { get; init; }
    /// <summary>C_b = ρc/r: accuracy, at most 1; null where r is 0.</summary>
    public required double? BiasCorrection { get; init; }
    /// <summary>SD of y over SD of x.</summary>
    public required double ScaleShift { get; init; }
    /// <summary>(ȳ - x̄)/√(SD of x · SD of y), divisor n.</summary>
    public required double LocationShift { get; init; }

    /// <summary>The concordance of at least two pairs (an interval needs three).</summary>
    /// <exception cref="ArgumentException">
    /// Unequal or too few pairs, a value that is not finite, a confidence outside (0, 1), or a method whose results are all equal.
    /// </exception>
    public static ConcordanceCorrelation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        Readings.RequirePairs(x, y, 2);
        var (mx, my) = (SampleMoments.Of(x), SampleMoments.Of(y));
        if (mx.SumOfSquares == 0 || my.SumOfSquares == 0)
            throw new ArgumentException("All results of one method are equal: there is no correlation.", nameof(x));
        double n = x.Length, sxy = 0;
        for (var i = 0; i < x.Length; i++)
            sxy += (x[i] - mx.Mean) * (y[i] - my.Mean);
        var pearson = sxy / Math.Sqrt(mx.SumOfSquares * my.SumOfSquares);
        var apart = my.Mean - mx.Mean;
        var coefficient = 2 * sxy / (mx.SumOfSquares + my.SumOfSquares + n * apart * apart);
        var shift = apart / Math.Sqrt(Math.Sqrt(mx.SumOfSquares / n * (my.SumOfSquares / n)));
        var error = StandardErrorOf(coefficient, pearson, shift, n);
        return new ConcordanceCorrelation
        {
            Coefficient = coefficient,
            StandardError = error,
            Confidence = IntervalOf(coefficient, error, confidence),
            Pearson = pearson,
            BiasCorrection = pearson == 0 ? null : coefficient / pearson,
            ScaleShift = Math.Sqrt(my.SumOfSquares / mx.SumOfSquares),
            LocationShift = shift,
        };
    }

    private static double? StandardErrorOf(double rho, double r, double u, double n)
    {
        if (r == 0 || n <= 2)
            return null;
        var variance = ((1 - r * r) * rho * rho * (1 - rho * rho) / (r * r)
            + 2 * rho * rho * rho * (1 - rho) * u * u / r
            - rho * rho * rho * rho * u * u * u * u / (2 * r * r)) / (n - 2);
        return Math.Sqrt(Math.Max(0, variance));
    }

    private static ConfidenceLimits? IntervalOf(double rho, double? error, double confidence)
    {
        var z = -StandardNormal.Quantile(ConfidenceLimits.TailOf(confidence));
        if (error is not { } standardError || Math.Abs(rho) >= 1)
            return null;
        var reach = z * standardError / (1 - rho * rho);
        return new ConfidenceLimits(Math.Tanh(Math.Atanh(rho) - reach), Math.Tanh(Math.Atanh(rho) + reach));
    }
}
