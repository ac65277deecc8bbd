namespace LabQc.Statistics;

/// <summary>A comparison of two means.</summary>
public sealed record TTestResult
{
    /// <summary>Mean of the first sample minus mean of the second, in the values' unit.</summary>
    public required double Difference { get; init; }
    /// <summary>Standard error of the difference.</summary>
    public required double StandardError { get; init; }
    /// <summary>Difference over its standard error.</summary>
    public required double T { get; init; }
    /// <summary>Degrees of freedom; fractional for Welch's test.</summary>
    public required double DegreesOfFreedom { get; init; }
    /// <summary>Two-sided p value.</summary>
    public required double P { get; init; }
    /// <summary>Two-sided confidence interval of the difference.</summary>
    public required ConfidenceLimits Interval { get; init; }
}

/// <summary>Student's and Welch's t tests for two independent samples.</summary>
/// <remarks>
/// Variances have the divisor n - 1. Sources: Student 1908, Biometrika 6; Welch 1947, Biometrika 34, 28-35 with
/// Satterthwaite's degrees of freedom (1946, Biometrics Bulletin 2, 110-114, equation 17).
/// Values that are not finite are refused; where no value differs from its sample's mean the answer is null, for t is 0/0
/// or infinite. P comes from the tail itself, so that small p values keep their digits. Relative accuracy 1e-9.
/// </remarks>
public static class TwoSampleTTest
{
    /// <summary>The test that takes both variances for equal; df = n + m - 2.</summary>
    /// <param name="x">First sample; the two must together have at least three values.</param>
    /// <param name="y">Second sample.</param>
    /// <param name="confidence">Confidence of the interval.</param>
    /// <exception cref="ArgumentException">Too few values, or one is not finite.</exception>
    public static TTestResult? Pooled(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence = 0.95)
    {
        var (a, b) = (SampleSummary.Of(x, 1, nameof(x)), SampleSummary.Of(y, 1, nameof(y)));
        double df = a.Count + b.Count - 2;
        if (df < 1)
            throw new ArgumentException("The two samples need three values together.", nameof(y));
        var variance = (a.SumOfSquares + b.SumOfSquares) / df;
        return Result(a.Mean - b.Mean, Math.Sqrt(variance * (1.0 / a.Count + 1.0 / b.Count)), df, confidence);
    }

    /// <summary>The test that lets the variances differ.</summary>
    /// <param name="x">First sample, at least two values.</param>
    /// <param name="y">Second sample, at least two values.</param>
    /// <param name="confidence">Confidence of the interval.</param>
    /// <exception cref="ArgumentException">Fewer than two values, or one is not finite.</exception>
    public static TTestResult? Welch(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence = 0.95)
    {
        var (a, b) = (SampleSummary.Of(x, 2, nameof(x)), SampleSummary.Of(y, 2, nameof(y)));
        var error = Math.Sqrt(a.VarianceOfMean + b.VarianceOfMean);
        return Result(a.Mean - b.Mean, error, WelchDegreesOfFreedom(a, b), confidence);
    }

    /// <summary>Satterthwaite's degrees of freedom of the difference of two means; NaN where both variances are zero.</summary>
    internal static double WelchDegreesOfFreedom(SampleSummary a, SampleSummary b)
    {
        // As shares of the sum, lest the squares of very small or large variances underflow or overflow.
        var share = a.VarianceOfMean / (a.VarianceOfMean + b.VarianceOfMean);
        return 1 / (share * share / (a.Count - 1) + (1 - share) * (1 - share) / (b.Count - 1));
    }

    private static TTestResult? Result(double difference, double error, double df, double confidence)
    {
        var reach = ConfidenceLimits.TailOf(confidence);
        if (!(error > 0))
            return null;
        return new TTestResult
        {
            Difference = difference,
            StandardError = error,
            T = difference / error,
            DegreesOfFreedom = df,
            P = StudentsT.TwoSided(difference / error, df),
            Interval = ConfidenceLimits.Around(difference, -StudentsT.Quantile(reach, df) * error),
        };
    }
}
