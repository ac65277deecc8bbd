namespace LabQc.Statistics;

/// <summary>A model and its observations.</summary>
internal sealed record LeastSquaresProblem(NonlinearModel Model, IReadOnlyList<double[]> Points, double[] Responses)
{
    /// <summary>
    /// The parameters in which, taken together, the model is linear: those whose derivatives do not change when they do.
    /// </summary>
    public IReadOnlyList<int> LinearParameters(LeastSquaresPoint at)
    {
        List<int> linear = [];
        for (var k = 0; k < at.Parameters.Length; k++)
            if (IsLinear(at, [.. linear, k]))
                linear.Add(k);
        return linear;
    }

    /// <summary>The point with the named parameters at their least-squares values given the others; null where not finite.</summary>
    public LeastSquaresPoint? Projected(LeastSquaresPoint? at, IReadOnlyList<int> linear)
    {
        if (at is null || linear.Count == 0)
            return at;
        var change = ColumnSolver.Solve([.. linear.Select(k => (double[])at.Jacobian[k].Clone())], [.. at.Residuals]);
        double[] parameters = [.. at.Parameters];
        for (var i = 0; i < linear.Count; i++)
            parameters[linear[i]] += change[i];
        return At(parameters);
    }

    private bool IsLinear(LeastSquaresPoint at, IReadOnlyList<int> candidates)
    {
        double[] moved = [.. at.Parameters];
        foreach (var k in candidates)
            moved[k] = 1.7 * moved[k] + 0.3;
        return At(moved) is { } there && candidates.All(k =>
            ColumnSolver.Norm([.. there.Jacobian[k].Zip(at.Jacobian[k], (a, b) => a - b)])
            <= 1e-10 * ColumnSolver.Norm(at.Jacobian[k]));
    }

    /// <summary>Residuals and Jacobian at a set of parameters; null where the model is not finite.</summary>
    public LeastSquaresPoint? At(double[] parameters)
    {
        var residuals = new double[Responses.Length];
        double[][] jacobian = [.. parameters.Select(_ => new double[residuals.Length])];
        var gradient = new double[parameters.Length];
        var squares = new CompensatedSum();
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = Responses[i] - Model(parameters, Points[i], gradient);
            squares.Add(residuals[i] * residuals[i]);
            for (var k = 0; k < gradient.Length; k++)
                jacobian[k][i] = gradient[k];
        }
        return double.IsFinite(squares.Value) && jacobian.All(column => column.All(double.IsFinite))
            ? new LeastSquaresPoint(parameters, residuals, jacobian, squares.Value)
            : null;
    }
}

/// <summary>Where a descent stands; the Jacobian by columns, one for each parameter.</summary>
internal sealed record LeastSquaresPoint(
    double[] Parameters, double[] Residuals, double[][] Jacobian, double SumOfSquares);
