namespace LabQc.Statistics;

/// <summary>
/// An ordinary least-squares fit that is linear in its coefficients, with its table of variances.
/// </summary>
/// <remarks>
/// Residual SD: √(RSS/(n - p)), p the number of coefficients. Without an intercept, sums of squares and R² are about zero, not
/// about the mean. A residual sum of squares that the rounding of the responses alone explains is 0. The arithmetic has 32
/// digits. Held to all of NIST's linear data sets at 1e-11 (Filip 1e-6: rounding of its decimal data costs that much).
/// </remarks>
public sealed record LinearFit
{
    /// <summary>The intercept first, where there is one; then one for each predictor or power.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }
    /// <summary>One for each coefficient; null where no degree of freedom is left.</summary>
    public required IReadOnlyList<double>? StandardErrors { get; init; }
    /// <summary>Coefficients without the intercept.</summary>
    public required int RegressionDf { get; init; }
    /// <summary>n - p.</summary>
    public required int ResidualDf { get; init; }
    public required double RegressionSumOfSquares { get; init; }
    public required double ResidualSumOfSquares { get; init; }

    /// <summary>Estimates the standard deviation about the fit; null where no degree of freedom is left.</summary>
    public double? ResidualStandardDeviation => ResidualDf == 0 ? null : Math.Sqrt(ResidualSumOfSquares / ResidualDf);

    /// <summary>Share of the sum of squares that the fit explains; null where the responses do not vary.</summary>
    public double? RSquared => RegressionSumOfSquares + ResidualSumOfSquares is > 0 and var total
        ? RegressionSumOfSquares / total
        : null;

    /// <summary>Mean squares, regression over residual: infinite for an exact fit, null where it is undefined.</summary>
    public double? F => RegressionDf == 0 || ResidualDf == 0 ? null
        : ResidualSumOfSquares > 0 ? RegressionSumOfSquares / RegressionDf / (ResidualSumOfSquares / ResidualDf)
        : RegressionSumOfSquares > 0 ? double.PositiveInfinity
        : null;

    /// <summary>Fits the responses by the predictors.</summary>
    /// <param name="predictors">The predictors' columns, each as long as the responses.</param>
    /// <param name="responses">At least as many as there are coefficients.</param>
    /// <param name="intercept">Whether the model has a constant term.</param>
    /// <exception cref="ArgumentException">
    /// Columns of unequal length, a value that is not finite, fewer responses than coefficients, or collinear predictors.
    /// </exception>
    public static LinearFit Of(IReadOnlyList<double[]> predictors, ReadOnlySpan<double> responses, bool intercept = true)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        foreach (var predictor in predictors)
            RequirePredictor(predictor, responses.Length);
        var n = responses.Length;
        List<DoubleDouble[]> columns = intercept ? [Column(Enumerable.Repeat(1.0, n))] : [];
        columns.AddRange(predictors.Select(Column));
        return Of([.. columns], responses, intercept, expansion: null);
    }

    /// <param name="columns">The model's columns; overwritten.</param>
    /// <param name="responses">The responses.</param>
    /// <param name="intercept">Whether the columns span a constant.</param>
    /// <param name="expansion">Rows that turn the columns' coefficients into those asked for; null leaves them.</param>
    internal static LinearFit Of(
        DoubleDouble[][] columns, ReadOnlySpan<double> responses, bool intercept, DoubleDouble[][]? expansion)
    {
        var p = columns.Length;
        Descriptive.RequireFinite(responses, Math.Max(1, p));
        if (p == 0)
            throw new ArgumentException("A model needs a coefficient.", nameof(columns));
        var fit = OrthogonalFit.Of(columns, responses);
        var total = TotalSumOfSquares(responses, intercept);
        var residual = WithoutRounding((double)fit.ResidualSumOfSquares, responses);
        var df = responses.Length - p;
        var rows = expansion ?? Identity(p);
        var sd = Math.Sqrt(residual / Math.Max(1, df));
        return new LinearFit
        {
            Coefficients = [.. rows.Select(row => (double)DoubleDouble.Dot(row, fit.Coefficients))],
            StandardErrors = df == 0 ? null : [.. rows.Select(row => sd * fit.UnscaledErrorOf(row))],
            RegressionDf = intercept ? p - 1 : p,
            ResidualDf = df,
            RegressionSumOfSquares = Math.Max(0, (double)(total - fit.ResidualSumOfSquares)),
            ResidualSumOfSquares = residual,
        };
    }

    internal static DoubleDouble[] Column(IEnumerable<double> values) => [.. values.Select(value => (DoubleDouble)value)];

    internal static void RequirePredictor(ReadOnlySpan<double> predictor, int length)
    {
        if (predictor.Length != length)
            throw new ArgumentException($"A predictor has {predictor.Length} values for {length} responses.", nameof(predictor));
        Descriptive.RequireFinite(predictor, 1);
    }

    private static DoubleDouble TotalSumOfSquares(ReadOnlySpan<double> responses, bool aboutMean)
    {
        var column = Array.ConvertAll(responses.ToArray(), value => (DoubleDouble)value);
        if (aboutMean)
        {
            DoubleDouble sum = 0;
            foreach (var value in column)
                sum += value;
            var mean = sum / column.Length;
            column = Array.ConvertAll(column, value => value - mean);
        }
        return DoubleDouble.Dot(column, column);
    }

    /// <summary>0 where each residual is within two units in the last place of the largest response.</summary>
    private static double WithoutRounding(double residual, ReadOnlySpan<double> responses)
    {
        var largest = 0.0;
        foreach (var response in responses)
            largest = Math.Max(largest, Math.Abs(response));
        var rounding = 4.4e-16 * largest;
        return residual <= responses.Length * rounding * rounding ? 0 : residual;
    }

    private static DoubleDouble[][] Identity(int p) =>
        [.. Enumerable.Range(0, p).Select(i => Column(Enumerable.Range(0, p).Select(j => i == j ? 1.0 : 0)))];
}
