namespace LabQc.Statistics;

/// <summary>Straight line through pairs of which both members carry error of measurement.</summary>
/// <remarks>
/// With δ = var(error of y)/var(error of x): slope = (Syy - δ Sxx + √((Syy - δ Sxx)² + 4 δ Sxy²))/(2 Sxy), intercept = ȳ - slope x̄
/// (Deming 1943; Cornbleet &amp; Gochman 1979, Clinical Chemistry 25:432). Standard errors by the jackknife, as SD of the pseudo
/// values over √n; intervals estimate ± t(n - 2) · error (Linnet 1993, Clinical Chemistry 39:424; as R's mcr). Order of the pairs
/// does not matter. Held to 1e-8 relative.
/// </remarks>
public sealed record DemingRegression
{
    public required double Slope { get; init; }
    public required double Intercept { get; init; }
    public required double SlopeStandardError { get; init; }
    public required double InterceptStandardError { get; init; }
    public required ConfidenceLimits SlopeConfidence { get; init; }
    public required ConfidenceLimits InterceptConfidence { get; init; }

    /// <summary>The line of at least three pairs.</summary>
    /// <param name="x">Results of the one method.</param>
    /// <param name="y">Results of the other for the same samples.</param>
    /// <param name="errorRatio">var(error of x)/var(error of y); 1 is orthogonal regression.</param>
    /// <param name="confidence">Of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// Unequal or too few pairs, a value that is not finite, a parameter out of its range, or pairs (all of them, or all but
    /// one) that fix no slope: x does not vary, or x and y are uncorrelated and y varies more.
    /// </exception>
    public static DemingRegression Of(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, double errorRatio = 1, double confidence = 0.95)
    {
        Readings.RequirePairs(x, y, 3);
        Readings.RequirePositive(errorRatio, nameof(errorRatio));
        var (slope, intercept) = Line(x, y, 1 / errorRatio, omitted: -1);
        var slopes = new double[x.Length];
        var intercepts = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            (slopes[i], intercepts[i]) = Line(x, y, 1 / errorRatio, omitted: i);
        var slopeError = JackknifeError(slopes);
        var interceptError = JackknifeError(intercepts);
        var t = ConfidenceLimits.StudentsTFor(confidence, x.Length - 2);
        return new DemingRegression
        {
            Slope = slope,
            Intercept = intercept,
            SlopeStandardError = slopeError,
            InterceptStandardError = interceptError,
            SlopeConfidence = ConfidenceLimits.Around(slope, t * slopeError),
            InterceptConfidence = ConfidenceLimits.Around(intercept, t * interceptError),
        };
    }

    /// <summary>SD of the pseudo values n θ - (n - 1) θ₍₋ᵢ₎ over √n; θ itself drops out.</summary>
    private static double JackknifeError(double[] leaveOneOut)
    {
        var n = leaveOneOut.Length;
        return (n - 1) * SampleMoments.Of(leaveOneOut).StandardDeviation / Math.Sqrt(n);
    }

    private static (double Slope, double Intercept) Line(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, double delta, int omitted)
    {
        var (xs, ys) = omitted < 0 ? (x.ToArray(), y.ToArray()) : (Without(x, omitted), Without(y, omitted));
        var mx = SampleMoments.Of(xs);
        var my = SampleMoments.Of(ys);
        double sxy = 0;
        for (var i = 0; i < xs.Length; i++)
            sxy += (xs[i] - mx.Mean) * (ys[i] - my.Mean);
        var slope = SlopeOf(mx.SumOfSquares, my.SumOfSquares, sxy, delta);
        return (slope, my.Mean - slope * mx.Mean);
    }

    /// <summary>Of the two forms of the root, the one in which nothing cancels.</summary>
    private static double SlopeOf(double sxx, double syy, double sxy, double delta)
    {
        var excess = syy - delta * sxx;
        var root = Math.Sqrt(excess * excess + 4 * delta * sxy * sxy);
        if (excess < 0)
            return 2 * delta * sxy / (root - excess);
        return sxy != 0
            ? (excess + root) / (2 * sxy)
            : throw new ArgumentException("These pairs fix no slope: they are uncorrelated, and y varies at least as much as x.");
    }

    private static double[] Without(ReadOnlySpan<double> values, int omitted) =>
        [.. values[..omitted], .. values[(omitted + 1)..]];
}
