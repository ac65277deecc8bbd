using MathNet.Numerics.LinearAlgebra;

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

    /// <summary>Damping at the start of each descent, from nearly Gauss-Newton to nearly steepest descent.</summary>
    private static readonly double[] Dampings = [1e-4, 1, 1e4];

    /// <summary>Fits the parameters from a starting point; of several descents the lowest end is the answer.</summary>
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
        var ends = Dampings
            .Select(damping => Descent.From(problem, first, damping))
            .OfType<LeastSquaresPoint>()
            .ToList();
        var lowest = ends.MinBy(end => end.SumOfSquares)
            ?? throw new ArithmeticException("The fit does not converge from these starting values.");
        return Summarised(lowest);
    }

    private static NonlinearFit Summarised(LeastSquaresPoint end)
    {
        var (n, p) = (end.Jacobian.RowCount, end.Jacobian.ColumnCount);
        var columns = end.Jacobian.ToColumnArrays().Select(LinearFit.Column).ToArray();
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

/// <summary>A model and its observations.</summary>
internal sealed record LeastSquaresProblem(NonlinearModel Model, IReadOnlyList<double[]> Points, double[] Responses)
{
    /// <summary>Residuals and Jacobian at a set of parameters; null where the model is not finite.</summary>
    public LeastSquaresPoint? At(double[] parameters)
    {
        var residuals = new double[Responses.Length];
        var jacobian = Matrix<double>.Build.Dense(Responses.Length, parameters.Length);
        var gradient = new double[parameters.Length];
        var squares = new CompensatedSum();
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = Responses[i] - Model(parameters, Points[i], gradient);
            squares.Add(residuals[i] * residuals[i]);
            jacobian.SetRow(i, gradient);
        }
        return double.IsFinite(squares.Value) && jacobian.Enumerate().All(double.IsFinite)
            ? new LeastSquaresPoint(parameters, residuals, jacobian, squares.Value)
            : null;
    }
}

/// <summary>Where a descent stands.</summary>
internal sealed record LeastSquaresPoint(
    double[] Parameters, double[] Residuals, Matrix<double> Jacobian, double SumOfSquares);
