namespace LabQc.Statistics;

/// <summary>
/// Least squares of a response on columns, by modified Gram-Schmidt orthogonalisation in numbers of 32 digits
/// (Björck 1967, BIT 7, 1-21; the response is orthogonalised as one more column).
/// </summary>
internal sealed class OrthogonalFit
{
    private readonly DoubleDouble[,] _inverse;

    private OrthogonalFit(DoubleDouble[] coefficients, DoubleDouble[,] inverse, DoubleDouble residualSumOfSquares)
    {
        Coefficients = coefficients;
        _inverse = inverse;
        ResidualSumOfSquares = residualSumOfSquares;
    }

    /// <summary>One for each column.</summary>
    public DoubleDouble[] Coefficients { get; }

    public DoubleDouble ResidualSumOfSquares { get; }

    /// <summary>Orthogonalises <paramref name="columns"/>, which are overwritten, and solves for the coefficients.</summary>
    /// <exception cref="ArgumentException">A column is a combination of the earlier ones, to 15 digits.</exception>
    public static OrthogonalFit Of(DoubleDouble[][] columns, ReadOnlySpan<double> response)
    {
        var p = columns.Length;
        var triangle = new DoubleDouble[p, p];
        var projections = new DoubleDouble[p];
        var residuals = Array.ConvertAll(response.ToArray(), value => (DoubleDouble)value);
        for (var k = 0; k < p; k++)
        {
            var before = DoubleDouble.Dot(columns[k], columns[k]);
            for (var j = 0; j < k; j++)
                triangle[j, k] = TakeOut(columns[j], columns[k]);
            var norm = DoubleDouble.Sqrt(DoubleDouble.Dot(columns[k], columns[k]));
            if (!(norm.High > 1e-15 * Math.Sqrt(before.High)))
                throw new ArgumentException($"Column {k} of the model is a combination of the columns before it.", nameof(columns));
            triangle[k, k] = norm;
            for (var i = 0; i < columns[k].Length; i++)
                columns[k][i] /= norm;
            projections[k] = TakeOut(columns[k], residuals);
        }
        var inverse = InverseOf(triangle);
        return new(Times(inverse, projections), inverse, DoubleDouble.Dot(residuals, residuals));
    }

    /// <summary>Square root of w' (X'X)^-1 w: the standard error of the combination w of the coefficients, over the residual SD.</summary>
    public double UnscaledErrorOf(ReadOnlySpan<DoubleDouble> weights)
    {
        DoubleDouble sum = 0;
        for (var k = 0; k < weights.Length; k++)
        {
            DoubleDouble component = 0;
            for (var i = 0; i <= k; i++)
                component += weights[i] * _inverse[i, k];
            sum += component * component;
        }
        return (double)DoubleDouble.Sqrt(sum);
    }

    /// <summary>Removes from a column its part along a unit vector, and returns the length of that part.</summary>
    private static DoubleDouble TakeOut(DoubleDouble[] unit, DoubleDouble[] from)
    {
        var along = DoubleDouble.Dot(unit, from);
        for (var i = 0; i < from.Length; i++)
            from[i] -= along * unit[i];
        return along;
    }

    private static DoubleDouble[,] InverseOf(DoubleDouble[,] triangle)
    {
        var p = triangle.GetLength(0);
        var inverse = new DoubleDouble[p, p];
        for (var k = 0; k < p; k++)
        {
            inverse[k, k] = 1.0 / triangle[k, k];
            for (var i = k - 1; i >= 0; i--)
            {
                DoubleDouble sum = 0;
                for (var j = i + 1; j <= k; j++)
                    sum += triangle[i, j] * inverse[j, k];
                inverse[i, k] = -sum / triangle[i, i];
            }
        }
        return inverse;
    }

    private static DoubleDouble[] Times(DoubleDouble[,] triangle, DoubleDouble[] vector)
    {
        var product = new DoubleDouble[vector.Length];
        for (var i = 0; i < vector.Length; i++)
            for (var k = i; k < vector.Length; k++)
                product[i] += triangle[i, k] * vector[k];
        return product;
    }
}
