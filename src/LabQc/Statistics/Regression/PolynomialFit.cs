namespace LabQc.Statistics;

/// <summary>Polynomials by least squares.</summary>
public static class PolynomialFit
{
    /// <summary>
    /// Fits y = b0 + b1 x + … by least squares, on x centred and scaled to [-1, 1], and expands the result in powers of x.
    /// </summary>
    /// <param name="x">Finite values, as many as responses.</param>
    /// <param name="y">Responses, at least one more than the degree.</param>
    /// <param name="degree">The highest power, 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// Unequal lengths, a value that is not finite, or no more distinct x than the degree.
    /// </exception>
    public static LinearFit Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int degree)
    {
        LinearFit.RequirePredictor(x, y.Length);
        if (degree < 0)
            throw new ArgumentException($"A polynomial's degree is 0 or more; got {degree}.", nameof(degree));
        if (new HashSet<double>(x.ToArray()).Count <= degree)
            throw new ArgumentException($"Degree {degree} needs {degree + 1} distinct x.", nameof(x));
        var half = Descriptive.Range(x) / 2;
        var centre = x.ToArray().Min() + half;
        var scale = half > 0 ? half : 1;
        return LinearFit.Of(Powers(x, centre, scale, degree), y, intercept: true, Expansion(centre, scale, degree));
    }

    /// <summary>The polynomial's value at <paramref name="x"/>, by Horner's scheme.</summary>
    public static double ValueAt(double x, IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        return coefficients.Reverse().Aggregate(0.0, (sum, coefficient) => sum * x + coefficient);
    }

    private static DoubleDouble[][] Powers(ReadOnlySpan<double> x, double centre, double scale, int degree)
    {
        var scaled = Array.ConvertAll(x.ToArray(), value => ((DoubleDouble)value - centre) / scale);
        var columns = new DoubleDouble[degree + 1][];
        columns[0] = Array.ConvertAll(scaled, _ => (DoubleDouble)1.0);
        for (var k = 1; k <= degree; k++)
            columns[k] = [.. columns[k - 1].Zip(scaled, (power, z) => power * z)];
        return columns;
    }

    /// <summary>Row j holds what each coefficient of ((x - c)/h)^k adds to that of x^j: C(k, j) (-c)^(k-j) / h^k.</summary>
    private static DoubleDouble[][] Expansion(double centre, double scale, int degree)
    {
        var rows = Enumerable.Range(0, degree + 1).Select(_ => new DoubleDouble[degree + 1]).ToArray();
        rows[0][0] = 1;
        for (var k = 1; k <= degree; k++)
            for (var j = 0; j <= k; j++)
            {
                var raised = j > 0 ? rows[j - 1][k - 1] : 0;
                rows[j][k] = (raised - rows[j][k - 1] * centre) / scale;
            }
        return rows;
    }
}
