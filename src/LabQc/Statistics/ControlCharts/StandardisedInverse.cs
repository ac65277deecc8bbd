namespace LabQc.Statistics;

/// <summary>The inverse of a covariance matrix by way of the correlation matrix, so that the attributes' units play no part.</summary>
internal sealed class StandardisedInverse
{
    /// <summary>Below this share of an attribute's variance not explained by the others, it counts as their combination.</summary>
    private const double SmallestOwnShare = 1e-12;

    private readonly double[] _sd;
    private readonly double[][] _factor;
    private readonly double[][] _inverse;

    private StandardisedInverse(double[] sd, double[][] factor)
    {
        _sd = sd;
        _factor = factor;
        _inverse = InverseOf(factor);
    }

    /// <exception cref="ArgumentException">An attribute does not vary, or is a linear combination of others.</exception>
    public static StandardisedInverse Of(double[][] covariance)
    {
        var sd = new double[covariance.Length];
        for (var j = 0; j < sd.Length; j++)
            sd[j] = covariance[j][j] > 0
                ? Math.Sqrt(covariance[j][j])
                : throw new ArgumentException($"Attribute {j} is the same in all lots: it has no variance to measure in.");
        return new StandardisedInverse(sd, CholeskyFactor(covariance, sd));
    }

    /// <summary>d' S⁻¹ d.</summary>
    public double SquaredNorm(double[] deviation) => Whitened(Standardised(deviation)).Sum(w => w * w);

    /// <summary>(S⁻¹d)ⱼ²/(S⁻¹)ⱼⱼ for every j.</summary>
    public double[] Drops(double[] deviation)
    {
        var d = Standardised(deviation);
        var drops = new double[d.Length];
        for (var j = 0; j < d.Length; j++)
        {
            var product = Enumerable.Range(0, d.Length).Sum(k => _inverse[j][k] * d[k]);
            drops[j] = product * product / _inverse[j][j];
        }
        return drops;
    }

    private double[] Standardised(double[] deviation) => [.. deviation.Select((d, j) => d / _sd[j])];

    /// <summary>Solves L w = d.</summary>
    private double[] Whitened(double[] d) => ForwardSolved(_factor, d);

    private static double[][] CholeskyFactor(double[][] covariance, double[] sd)
    {
        var factor = new double[sd.Length][];
        for (var j = 0; j < sd.Length; j++)
        {
            factor[j] = new double[j + 1];
            for (var k = 0; k <= j; k++)
            {
                var rest = j == k ? 1 : covariance[j][k] / (sd[j] * sd[k]);
                for (var l = 0; l < k; l++)
                    rest -= factor[j][l] * factor[k][l];
                factor[j][k] = j == k ? OwnShareRoot(rest, j) : rest / factor[k][k];
            }
        }
        return factor;
    }

    private static double OwnShareRoot(double share, int attribute) => share > SmallestOwnShare
        ? Math.Sqrt(share)
        : throw new ArgumentException($"Attribute {attribute} is a linear combination of those before it.");

    private static double[][] InverseOf(double[][] factor)
    {
        var p = factor.Length;
        var columns = Enumerable.Range(0, p).Select(j => ForwardSolved(factor, Unit(p, j))).ToArray();
        var inverse = new double[p][];
        for (var j = 0; j < p; j++)
        {
            inverse[j] = new double[p];
            for (var k = 0; k < p; k++)
                inverse[j][k] = Enumerable.Range(0, p).Sum(i => columns[j][i] * columns[k][i]);
        }
        return inverse;
    }

    private static double[] Unit(int p, int j)
    {
        var unit = new double[p];
        unit[j] = 1;
        return unit;
    }

    private static double[] ForwardSolved(double[][] factor, double[] right)
    {
        var solution = new double[right.Length];
        for (var j = 0; j < right.Length; j++)
        {
            var rest = right[j];
            for (var k = 0; k < j; k++)
                rest -= factor[j][k] * solution[k];
            solution[j] = rest / factor[j][j];
        }
        return solution;
    }
}
