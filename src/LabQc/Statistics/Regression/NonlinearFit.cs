namespace LabQc.Statistics;

/// <summary>A least-squares fit of a model that is not linear in its parameters.</summary>
/// <remarks>
/// Residual SD: √(RSS/(n - p)). Standard errors: residual SD times √diag (J'J)^-1 with the exact Jacobian J at the solution
/// (Seber &amp; Wild 1989, Nonlinear Regression, equation 5.14). Held to NIST's nonlinear data sets at 1e-8 relative from both
/// published starting points.
/// </remarks>
public sealed record NonlinearFit
{
    public required IReadOnlyList<double> Parameters { get; init; }
    /// <summary>One for each parameter; null where no degree of freedom is left.</summary>
    public required IReadOnlyList<double>? StandardErrors { get; init; }
    public required double ResidualSumOfSquares { get; init; }
    /// <summary>n - p.</summary>
    public required int ResidualDf { get; init; }

    /// <summary>Null where no degree of freedom is left.</summary>
    public double? ResidualStandardDeviation => ResidualDf == 0 ? null : Math.Sqrt(ResidualSumOfSquares / ResidualDf);

    /// <summary>Descents to try, in this order.</summary>
    private static readonly DescentKind[] Descents =
    [
        new(1e-3, RemembersScale: true, Projects: false),
        new(1e-3, RemembersScale: false, Projects: true, Longest: 0.3),
        new(1, RemembersScale: false, Projects: false),
        new(1e-3, RemembersScale: false, Projects: false, Longest: 0.3),
        new(1e3, RemembersScale: true, Projects: true),
        new(1e3, RemembersScale: true, Projects: false),
    ];

    /// <summary>
    /// Fits the parameters from a starting point. Descents of several kinds are tried until two end at the same lowest point.
    /// </summary>
    /// <param name="model">The model with its derivatives.</param>
    /// <param name="points">The predictors of each observation.</param>
    /// <param name="responses">Finite, at least as many as parameters.</param>
    /// <param name="start">Starting values; the model must be finite there.</param>
    /// <exception cref="ArgumentException">Unequal lengths, too few responses, or a value that is not finite.</exception>
    /// <exception cref="ArithmeticException">No descent reaches a minimum, or the parameters are not determined there.</exception>
    public static NonlinearFit Of(
        NonlinearModel model, IReadOnlyList<double[]> points, ReadOnlySpan<double> responses, ReadOnlySpan<double> start)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count != responses.Length)
            throw new ArgumentException($"{points.Count} points for {responses.Length} responses.", nameof(points));
        Descriptive.RequireFinite(responses, Math.Max(1, start.Length));
        Descriptive.RequireFinite(start, 1);
        var problem = new LeastSquaresProblem(model, points, responses.ToArray());
        var first = problem.At(start.ToArray())
            ?? throw new ArgumentException("The model is not finite at the starting values.", nameof(start));
        return Summarised(LowestEnd(problem, first));
    }

    private static LeastSquaresPoint LowestEnd(LeastSquaresProblem problem, LeastSquaresPoint first)
    {
        LeastSquaresPoint? lowest = null;
        foreach (var kind in Descents)
        {
            if (Descent.From(problem, first, kind) is not { } end)
                continue;
            if (lowest is not null && Math.Abs(end.SumOfSquares - lowest.SumOfSquares) <= 1e-6 * lowest.SumOfSquares)
                return end.SumOfSquares < lowest.SumOfSquares ? end : lowest;
            if (lowest is null || end.SumOfSquares < lowest.SumOfSquares)
                lowest = end;
        }
        return lowest ?? throw new ArithmeticException("The fit does not converge from these starting values.");
    }

    private static NonlinearFit Summarised(LeastSquaresPoint end)
    {
        var (n, p) = (end.Residuals.Length, end.Parameters.Length);
        var columns = end.Jacobian.Select(LinearFit.Column).ToArray();
        var fit = OrthogonalFit.Of(columns, end.Residuals);
        var sd = Math.Sqrt(end.SumOfSquares / Math.Max(1, n - p));
        return new NonlinearFit
        {
            Parameters = end.Parameters,
            StandardErrors = n == p ? null : [.. Enumerable.Range(0, p).Select(k => sd * fit.UnscaledErrorOf(Unit(p, k)))],
            ResidualSumOfSquares = end.SumOfSquares,
            ResidualDf = n - p,
        };
    }

    private static DoubleDouble[] Unit(int length, int index) =>
        LinearFit.Column(Enumerable.Range(0, length).Select(i => i == index ? 1.0 : 0));
}
