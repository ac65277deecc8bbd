namespace LabQc.Statistics;

/// <summary>Least squares in doubles, for the many steps of a descent.</summary>
internal static class ColumnSolver
{
    /// <summary>
    /// The combination of columns nearest to <paramref name="right"/>, by modified Gram-Schmidt with the right side as one more
    /// column (Björck 1967); both are overwritten. Dependent columns give numbers that are not finite.
    /// </summary>
    public static double[] Solve(double[][] columns, double[] right)
    {
        var p = columns.Length;
        var triangle = new double[p, p];
        var solution = new double[p];
        for (var k = 0; k < p; k++)
        {
            var norm = Norm(columns[k]);
            triangle[k, k] = norm;
            for (var i = 0; i < columns[k].Length; i++)
                columns[k][i] /= norm;
            for (var j = k + 1; j < p; j++)
                triangle[k, j] = TakeOut(columns[k], columns[j]);
            solution[k] = TakeOut(columns[k], right);
        }
        for (var k = p - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < p; j++)
                solution[k] -= triangle[k, j] * solution[j];
            solution[k] /= triangle[k, k];
        }
        return solution;
    }

    /// <summary>Euclidean length.</summary>
    public static double Norm(ReadOnlySpan<double> column) => Math.Sqrt(Dot(column, column));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static double TakeOut(double[] unit, double[] from)
    {
        var along = Dot(unit, from);
        for (var i = 0; i < from.Length; i++)
            from[i] -= along * unit[i];
        return along;
    }
}
