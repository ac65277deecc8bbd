namespace LabQc.Statistics;

/// <summary>
/// Factors k of tolerance limits mean ± k SD (SD with n - 1) that hold at least a fraction of a normal population, the coverage
/// or content, with a stated confidence.
/// </summary>
/// <remarks>
/// Every factor refuses n below 2, and a coverage or confidence outside (0, 1). Definitions: Krishnamoorthy &amp; Mathew 2009,
/// Statistical Tolerance Regions, chapter 2; values as in the tables of ISO 16269-6. Held to 1e-10 relative.
/// </remarks>
public static class ToleranceFactor
{
    private const double Reach = 9;

    /// <summary>Nodes on [-1, 1] and weights, enough for 1e-13 over the range used (against twice as many).</summary>
    private static readonly GaussLegendre Rule = GaussLegendre.OfOrder(40);

    /// <summary>Exact one-sided factor: t(confidence; n - 1, δ = z √n)/√n of the noncentral t, z the coverage's normal quantile.</summary>
    /// <exception cref="ArgumentException">n below 2, or a coverage or confidence outside (0, 1).</exception>
    public static double OneSided(int n, double coverage, double confidence)
    {
        Require(n, coverage, confidence);
        var root = Math.Sqrt(n);
        return NoncentralT.Quantile(confidence, n - 1, StandardNormal.Quantile(coverage) * root) / root;
    }

    /// <summary>
    /// Exact two-sided factor, which holds the coverage in the middle of the population: k solves
    /// √(2n/π) ∫ P(χ²(ν) > ν r(x)²/k²) exp(-n x²/2) dx = confidence over x > 0, Φ(x + r) - Φ(x - r) = coverage
    /// (Eberhardt, Mee &amp; Reeve 1989, Communications in Statistics B 18, 397-413).
    /// </summary>
    /// <exception cref="ArgumentException">n below 2, or a coverage or confidence outside (0, 1).</exception>
    public static double TwoSided(int n, double coverage, double confidence)
    {
        Require(n, coverage, confidence);
        var df = n - 1.0;
        var (squares, weights) = HalfWidths(n, coverage);
        var gamma = new IncompleteGamma(df / 2);
        // In w = ln k², by Newton on the smaller of confidence and its complement.
        var start = Math.Log(Math.Pow(Howe(n, coverage, confidence), 2));
        var increasing = confidence < 0.5;
        return Math.Exp(0.5 * QuantileSearch.InLogarithm(increasing ? confidence : 1 - confidence, start, increasing, w =>
        {
            var scale = 0.5 * df * Math.Exp(-w);
            double probability = 0, slope = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var (lower, upper) = gamma.At(squares[i] * scale);
                probability += weights[i] * (increasing ? upper : lower);
                slope += weights[i] * gamma.FrontFactor(squares[i] * scale);
            }
            return (probability, slope);
        }));
    }

    /// <summary>
    /// Howe's approximation of the two-sided factor, as in the NIST/SEMATECH handbook 7.2.6.3:
    /// z((1 + p)/2) √(ν (1 + 1/n)/χ²(1 - confidence; ν)) (Howe 1969, JASA 64, 610-620).
    /// </summary>
    /// <exception cref="ArgumentException">n below 2, or a coverage or confidence outside (0, 1).</exception>
    public static double Howe(int n, double coverage, double confidence)
    {
        Require(n, coverage, confidence);
        var df = n - 1.0;
        var z = -StandardNormal.Quantile((1 - coverage) / 2);
        return z * Math.Sqrt(df * (1 + 1.0 / n) / ChiSquare.UpperQuantile(confidence, df));
    }

    /// <summary>r(x)² at the nodes of z = x √n in [0, 9], and the weights 2 φ(z) of the sample mean's distance.</summary>
    private static (double[] Squares, double[] Weights) HalfWidths(int n, double coverage)
    {
        var squares = new double[Rule.Nodes.Count];
        var weights = new double[squares.Length];
        var r = -StandardNormal.Quantile((1 - coverage) / 2);
        for (var i = 0; i < squares.Length; i++)
        {
            var z = Reach / 2 * (1 + Rule.Nodes[i]);
            r = HalfWidth(z / Math.Sqrt(n), coverage, r);
            squares[i] = r * r;
            weights[i] = Reach / 2 * Rule.Weights[i] * 2 * StandardNormal.Density(z);
        }
        return (squares, weights);
    }

    /// <summary>The r at which the normal probability of [x - r, x + r] is the coverage, by Newton from a neighbour's r.</summary>
    private static double HalfWidth(double x, double coverage, double start)
    {
        var r = start;
        for (var i = 0; i < 100; i++)
        {
            // The part outside is convex in r, so that Newton on it ends from below; its far tails do not cancel.
            var outside = StandardNormal.UpperTail(x + r) + StandardNormal.UpperTail(r - x);
            var slope = StandardNormal.Density(x + r) + StandardNormal.Density(r - x);
            var step = (outside - (1 - coverage)) / slope;
            r += Math.Clamp(step, -0.9 * r, 1);
            if (Math.Abs(step) < 1e-14 * r)
                break;
        }
        return r;
    }

    private static void Require(int n, double coverage, double confidence)
    {
        if (n < 2)
            throw new ArgumentException($"A tolerance factor needs at least two values; got {n}.", nameof(n));
        if (coverage is not (> 0 and < 1) || confidence is not (> 0 and < 1))
            throw new ArgumentException($"Coverage and confidence lie between 0 and 1; got {coverage} and {confidence}.", nameof(coverage));
    }
}
