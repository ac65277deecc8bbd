namespace LabQc.Statistics;

/// <summary>A ratio of reporting with its confidence limits.</summary>
public readonly record struct ReportingRatio(double Value, ConfidenceLimits Confidence);

/// <summary>Whether an event is reported more often with one product than with all others: a signal, never a proof.</summary>
/// <remarks>
/// Reports a: product and event; b: product, other events; c: other products, event; d: neither. Proportional reporting ratio PRR =
/// (a/(a + b))/(c/(c + d)), SE of its logarithm √(1/a - 1/(a + b) + 1/c - 1/(c + d)), and the signal PRR >= 2, Yates's χ² >= 4, a >= 3
/// (Evans, Waller &amp; Davis 2001, Pharmacoepidemiology and Drug Safety 10:483). Reporting odds ratio ad/(bc), SE of its logarithm
/// √(1/a + 1/b + 1/c + 1/d). Information component log₂((a + ½)/(E + ½)), E = (a + b)(a + c)/N, its lower limit from the Gamma(a + ½,
/// E + ½) quantile (Norén, Hopstadius &amp; Bate 2013, Statistical Methods in Medical Research 22:57). With a zero cell the ratios
/// are undefined, unless ½ is added to every cell on request (Haldane 1956; Anscombe 1956). Held to 1e-9 relative.
/// </remarks>
public sealed record Disproportionality
{
    private const int FewestReports = 3;

    /// <summary>Proportional reporting ratio; null with a zero cell that was not corrected.</summary>
    public required ReportingRatio? ProportionalRatio { get; init; }
    /// <summary>Reporting odds ratio; null with a zero cell that was not corrected.</summary>
    public required ReportingRatio? OddsRatio { get; init; }
    /// <summary>Pearson's χ²; null where a row or a column is empty.</summary>
    public required double? ChiSquared { get; init; }
    /// <summary>χ² with Yates's correction, which never goes below 0; null where a row or a column is empty.</summary>
    public required double? ChiSquaredYates { get; init; }
    /// <summary>E: reports of product and event expected if they were independent.</summary>
    public required double Expected { get; init; }
    /// <summary>IC, in bits.</summary>
    public required double InformationComponent { get; init; }
    /// <summary>Lower limit of the IC: IC025 at a confidence of 0.95.</summary>
    public required double InformationComponentLower { get; init; }
    /// <summary>a.</summary>
    public required double Reports { get; init; }

    /// <summary>
    /// Whether all three criteria of Evans are met. An undefined PRR meets none: with a zero cell look at
    /// <see cref="InformationComponentLower"/>, or ask for the correction.
    /// </summary>
    public bool IsEvansSignal => ProportionalRatio is { Value: >= 2 } && ChiSquaredYates >= 4 && Reports >= FewestReports;

    /// <summary>The measures of a table of four counts of reports.</summary>
    /// <param name="a">Product and event.</param>
    /// <param name="b">Product, other events.</param>
    /// <param name="c">Other products, event.</param>
    /// <param name="d">Other products, other events.</param>
    /// <param name="confidence">Of the limits.</param>
    /// <param name="correctZeroCells">Add ½ to every cell of the two ratios where any is zero.</param>
    /// <exception cref="ArgumentException">A negative count, no report at all, or a confidence outside (0, 1).</exception>
    public static Disproportionality Of(
        long a, long b, long c, long d, double confidence = 0.95, bool correctZeroCells = false)
    {
        foreach (var count in (ReadOnlySpan<long>)[a, b, c, d])
            ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = ConfidenceLimits.TailOf(confidence);
        double n = (double)a + b + c + d;
        if (n == 0)
            throw new ArgumentException("A table without any report says nothing.", nameof(a));
        var hasZero = a == 0 || b == 0 || c == 0 || d == 0;
        var added = hasZero && correctZeroCells ? 0.5 : 0;
        var expected = ((double)a + b) * ((double)a + c) / n;
        return new Disproportionality
        {
            ProportionalRatio = hasZero && added == 0 ? null : Proportional(a + added, b + added, c + added, d + added, tail),
            OddsRatio = hasZero && added == 0 ? null : Odds(a + added, b + added, c + added, d + added, tail),
            ChiSquared = ChiSquaredOf(a, b, c, d, correction: 0),
            ChiSquaredYates = ChiSquaredOf(a, b, c, d, correction: n / 2),
            Expected = expected,
            InformationComponent = Math.Log2((a + 0.5) / (expected + 0.5)),
            InformationComponentLower = Math.Log2(ChiSquare.Quantile(tail, 2 * a + 1.0) / 2 / (expected + 0.5)),
            Reports = a,
        };
    }

    private static ReportingRatio Proportional(double a, double b, double c, double d, double tail) =>
        WithLimits(a / (a + b) / (c / (c + d)), Math.Sqrt(b / (a * (a + b)) + d / (c * (c + d))), tail);

    private static ReportingRatio Odds(double a, double b, double c, double d, double tail) =>
        WithLimits(a / b * (d / c), Math.Sqrt(1 / a + 1 / b + 1 / c + 1 / d), tail);

    private static ReportingRatio WithLimits(double ratio, double logError, double tail)
    {
        var factor = Math.Exp(-StandardNormal.Quantile(tail) * logError);
        return new ReportingRatio(ratio, new ConfidenceLimits(ratio / factor, ratio * factor));
    }

    private static double? ChiSquaredOf(double a, double b, double c, double d, double correction)
    {
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0)
            return null;
        var distance = Math.Max(0, Math.Abs(a * d - b * c) - correction);
        return (a + b + c + d) * distance * distance / margins;
    }
}
