namespace LabQc.Statistics;

/// <summary>A limit of agreement with its standard error and confidence interval.</summary>
public readonly record struct AgreementLimit(double Value, double StandardError, ConfidenceLimits Confidence);

/// <summary>Agreement of two methods by the differences of paired results, first minus second.</summary>
/// <remarks>
/// Bias: mean difference. SD: divisor n - 1. Limits of agreement: bias ± multiplier · SD. Standard error of the bias SD/√n; of a
/// limit √(3/n) SD (Bland &amp; Altman 1986, Lancet i:307, its approximation for 1.96) or SD √(1/n + multiplier²/(2(n - 1))) (Bland
/// &amp; Altman 1999, Statistical Methods in Medical Research 8:135). Intervals by Student's t with n - 1 degrees of freedom. Equal
/// differences: SD 0, limits equal the bias, no p value. Order of the pairs does not matter. Held to 1e-10 relative.
/// </remarks>
public sealed record BlandAltman
{
    /// <summary>What Bland &amp; Altman 1986 multiply the SD by; the exact normal quantile is 1.959964.</summary>
    public const double PublishedMultiplier = 1.96;

    public required int N { get; init; }
    /// <summary>Mean of first - second, in their unit.</summary>
    public required double Bias { get; init; }
    /// <summary>Standard deviation of the differences, divisor n - 1.</summary>
    public required double Sd { get; init; }
    public required double BiasStandardError { get; init; }
    public required ConfidenceLimits BiasConfidence { get; init; }
    /// <summary>Two-sided p of the paired t test that the bias is 0; null where all differences are equal.</summary>
    public required double? BiasP { get; init; }
    /// <summary>Limits of agreement: bias ± multiplier · SD.</summary>
    public required ConfidenceLimits Agreement { get; init; }
    /// <summary>The same with the exact normal quantile of 0.975 as multiplier.</summary>
    public required ConfidenceLimits ExactNormalAgreement { get; init; }
    /// <summary>Lower limit with the approximate error of 1986.</summary>
    public required AgreementLimit Lower1986 { get; init; }
    /// <summary>Upper limit with the approximate error of 1986.</summary>
    public required AgreementLimit Upper1986 { get; init; }
    /// <summary>Lower limit with the error of 1999.</summary>
    public required AgreementLimit Lower1999 { get; init; }
    /// <summary>Upper limit with the error of 1999.</summary>
    public required AgreementLimit Upper1999 { get; init; }

    /// <summary>The agreement of at least two pairs.</summary>
    /// <param name="first">Results of the first method.</param>
    /// <param name="second">Results of the second method for the same samples.</param>
    /// <param name="multiplier">Standard deviations from the bias to a limit.</param>
    /// <param name="confidence">Of the intervals of the bias and of the limits.</param>
    /// <exception cref="ArgumentException">Unequal or too few pairs, a value that is not finite, a parameter out of its range.</exception>
    public static BlandAltman Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second,
        double multiplier = PublishedMultiplier, double confidence = 0.95)
    {
        Readings.RequirePairs(first, second, 2);
        Readings.RequirePositive(multiplier, nameof(multiplier));
        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = first[i] - second[i];
        var moments = SampleMoments.Of(differences);
        return From(moments.N, moments.Mean, moments.StandardDeviation, multiplier, confidence);
    }

    private static BlandAltman From(int n, double bias, double sd, double multiplier, double confidence)
    {
        var t = ConfidenceLimits.StudentsTFor(confidence, n - 1);
        var biasError = sd / Math.Sqrt(n);
        var error1986 = Math.Sqrt(3) * sd / Math.Sqrt(n);
        var error1999 = sd * Math.Sqrt(1.0 / n + multiplier * multiplier / (2.0 * (n - 1)));
        AgreementLimit Limit(double multiple, double error) =>
            new(bias + multiple * sd, error, ConfidenceLimits.Around(bias + multiple * sd, t * error));
        return new BlandAltman
        {
            N = n,
            Bias = bias,
            Sd = sd,
            BiasStandardError = biasError,
            BiasConfidence = ConfidenceLimits.Around(bias, t * biasError),
            BiasP = sd == 0 ? null : StudentsT.TwoSided(bias / biasError, n - 1),
            Agreement = ConfidenceLimits.Around(bias, multiplier * sd),
            ExactNormalAgreement = ConfidenceLimits.Around(bias, StandardNormal.Quantile(0.975) * sd),
            Lower1986 = Limit(-multiplier, error1986),
            Upper1986 = Limit(multiplier, error1986),
            Lower1999 = Limit(-multiplier, error1999),
            Upper1999 = Limit(multiplier, error1999),
        };
    }
}
