namespace LabQc.Statistics;

/// <summary>Two Poisson rates against each other, given their total number of events.</summary>
/// <remarks>
/// Conditional exact test: x₁ of x₁ + x₂ is binomial with π = t₁/(t₁ + t₂) where the rates are equal (Przyborowski &amp; Wilenski 1940,
/// Biometrika 31:313). Two-sided p: the probability of all outcomes no likelier than the observed one, to 1e-7 relative, as R's
/// poisson.test has it; and twice the smaller tail, at most 1. Limits of the ratio from Clopper &amp; Pearson's limits of the
/// binomial share p: p/(1 - p) · t₂/t₁. No event at all: p 1, limits 0 and ∞. Held to 1e-9 relative.
/// </remarks>
public sealed record RateComparison
{
    /// <summary>Relative slack within which two outcomes count as equally likely.</summary>
    private const double EquallyLikely = 1 + 1e-7;

    /// <summary>(x₁/t₁)/(x₂/t₂); null where x₂ is 0.</summary>
    public required double? Ratio { get; init; }
    /// <summary>Limits of the ratio; the upper one is +∞ where x₂ is 0.</summary>
    public required ConfidenceLimits Confidence { get; init; }
    /// <summary>Two-sided p by the sum of the outcomes no likelier than the observed one.</summary>
    public required double PMinimumLikelihood { get; init; }
    /// <summary>Two-sided p by doubling the smaller tail.</summary>
    public required double PCentral { get; init; }

    /// <summary>The comparison of two counts.</summary>
    /// <param name="x1">Events in the first group, at least 0; the sum with <paramref name="x2"/> at most a million.</param>
    /// <param name="t1">Its exposure, above 0.</param>
    /// <param name="x2">Events in the second group.</param>
    /// <param name="t2">Its exposure.</param>
    /// <param name="confidence">Of the limits of the ratio.</param>
    /// <exception cref="ArgumentException">A number out of its range.</exception>
    public static RateComparison Of(int x1, double t1, int x2, double t2, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x1);
        ArgumentOutOfRangeException.ThrowIfNegative(x2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)x1 + x2, 1_000_000, nameof(x1));
        Readings.RequirePositive(t1, nameof(t1));
        Readings.RequirePositive(t2, nameof(t2));
        var likelihoods = RelativeLikelihoods(x1 + x2, t1 / t2);
        return new RateComparison
        {
            Ratio = x2 == 0 ? null : x1 / t1 / (x2 / t2),
            Confidence = LimitsOf(x1, x2, t2 / t1, confidence),
            PMinimumLikelihood = Share(likelihoods, l => l <= likelihoods[x1] * EquallyLikely),
            PCentral = Central(likelihoods, x1),
        };
    }

    /// <summary>
    /// The binomial probabilities of 0 to n events in the first group, relative to the likeliest, by the ratio of neighbours:
    /// exact to a few last bits, where logarithms of factorials would lose digits with n.
    /// </summary>
    private static double[] RelativeLikelihoods(int n, double odds)
    {
        var mode = (int)Math.Min(n, Math.Floor((n + 1) * odds / (1 + odds)));
        var likelihoods = new double[n + 1];
        likelihoods[mode] = 1;
        for (var i = mode; i < n; i++)
            likelihoods[i + 1] = likelihoods[i] * (n - i) / (i + 1.0) * odds;
        for (var i = mode; i > 0; i--)
            likelihoods[i - 1] = likelihoods[i] * i / (n - i + 1.0) / odds;
        return likelihoods;
    }

    private static double Share(double[] likelihoods, Func<double, bool> counts) =>
        likelihoods.Where(counts).Order().Sum() / likelihoods.Order().Sum();

    private static double Central(double[] likelihoods, int observed)
    {
        var below = likelihoods.Take(observed + 1).Order().Sum();
        var above = likelihoods.Skip(observed).Order().Sum();
        return Math.Min(1, 2 * Math.Min(below, above) / likelihoods.Order().Sum());
    }

    /// <summary>Clopper &amp; Pearson 1934 as odds, through F quantiles: near 0 and 1 no digit is lost.</summary>
    private static ConfidenceLimits LimitsOf(double x1, double x2, double exposureRatio, double confidence)
    {
        var tail = ConfidenceLimits.TailOf(confidence);
        var lower = x1 == 0 ? 0 : x1 / ((x2 + 1) * FisherF.Quantile(1 - tail, 2 * (x2 + 1), 2 * x1));
        var upper = x2 == 0
            ? double.PositiveInfinity
            : (x1 + 1) * FisherF.Quantile(1 - tail, 2 * (x1 + 1), 2 * x2) / x2;
        return new ConfidenceLimits(lower * exposureRatio, upper * exposureRatio);
    }
}
