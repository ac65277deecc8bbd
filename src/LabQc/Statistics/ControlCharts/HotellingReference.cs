namespace LabQc.Statistics;

/// <summary>One lot against a reference set in several attributes at once.</summary>
public sealed record HotellingJudgement
{
    /// <summary>Hotelling's T², without unit.</summary>
    public required double TSquared { get; init; }
    public required double Limit { get; init; }
    /// <summary>T² minus T² without attribute j, in the attributes' order; they do not add up to T².</summary>
    public required IReadOnlyList<double> Contributions { get; init; }
    public bool Beyond => TSquared > Limit;
}

/// <summary>Mean and covariance of a reference set of lots, and Hotelling's T² of any lot against it.</summary>
/// <remarks>
/// T² = (x - x̄)' S⁻¹ (x - x̄), S the sample covariance with divisor m - 1. Phase II limit, for a lot that is not in the set:
/// p(m + 1)(m - 1)/(m(m - p)) F(1 - α; p, m - p). Phase I limit, for the set's own members: (m - 1)²/m times the Beta(p/2,
/// (m - p - 1)/2) quantile. Hotelling 1947; Tracy, Young &amp; Mason 1992, Journal of Quality Technology 24:88. Contribution of
/// attribute j: T² - T²(without j) = (S⁻¹d)ⱼ²/(S⁻¹)ⱼⱼ, which is Mason, Tracy &amp; Young's (1995, JQT 27:99) T²ⱼ given all others.
/// T² does not change with the attributes' units or order. Held to 1e-9 relative.
/// </remarks>
public sealed class HotellingReference
{
    private readonly StandardisedInverse _inverse;

    private HotellingReference(IReadOnlyList<double> centre, double[][] covariance, int lotCount)
    {
        Centre = centre;
        Covariance = covariance;
        LotCount = lotCount;
        _inverse = StandardisedInverse.Of(covariance);
    }

    /// <summary>The attributes' means.</summary>
    public IReadOnlyList<double> Centre { get; }

    /// <summary>The attributes' sample covariances, divisor m - 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Covariance { get; }

    /// <summary>m: lots in the set.</summary>
    public int LotCount { get; }

    /// <summary>p: attributes of each lot.</summary>
    public int AttributeCount => Centre.Count;

    /// <summary>The reference of a table of lots.</summary>
    /// <param name="rows">One row a lot, one finite number an attribute; more lots than attributes.</param>
    /// <exception cref="ArgumentException">
    /// Too few lots, rows of unequal length, a value that is not finite, an attribute that does not vary, or one that is a linear
    /// combination of others.
    /// </exception>
    public static HotellingReference Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var p = rows.Count == 0 ? 0 : rows[0].Count;
        if (p == 0 || rows.Any(r => r.Count != p))
            throw new ArgumentException("Every lot needs the same attributes, one or more.", nameof(rows));
        if (rows.Count <= p)
            throw new ArgumentException($"{p} attributes need more than {p} lots; got {rows.Count}.", nameof(rows));
        var columns = Enumerable.Range(0, p).Select(j => rows.Select(r => r[j]).ToArray()).ToArray();
        foreach (var column in columns)
            Readings.Require(column, 2, nameof(rows));
        var centre = Array.ConvertAll(columns, c => SampleMoments.Of(c).Mean);
        return new HotellingReference(centre, CovarianceOf(columns, centre), rows.Count);
    }

    /// <summary>T² of a lot.</summary>
    /// <exception cref="ArgumentException">Another number of attributes, or a value that is not finite.</exception>
    public double TSquared(IReadOnlyList<double> lot) => _inverse.SquaredNorm(Deviation(lot));

    /// <summary>T² of a lot minus its T² without attribute j, for every j in turn.</summary>
    /// <exception cref="ArgumentException">Another number of attributes, or a value that is not finite.</exception>
    public IReadOnlyList<double> Contributions(IReadOnlyList<double> lot) => _inverse.Drops(Deviation(lot));

    /// <summary>Limit for members of the set themselves.</summary>
    /// <exception cref="ArgumentException">A confidence outside (0, 1), or fewer than p + 2 lots.</exception>
    public double PhaseOneLimit(double confidence)
    {
        ConfidenceLimits.TailOf(confidence);
        double m = LotCount, p = AttributeCount;
        if (m - p < 2)
            throw new ArgumentException($"A phase I limit for {p} attributes needs {p + 2} lots; got {m}.", nameof(confidence));
        var f = FisherF.Quantile(confidence, p, m - p - 1);
        return (m - 1) * (m - 1) / m * (p * f / (p * f + m - p - 1));
    }

    /// <summary>Limit for a lot that is not in the set.</summary>
    /// <exception cref="ArgumentException">A confidence outside (0, 1).</exception>
    public double PhaseTwoLimit(double confidence)
    {
        ConfidenceLimits.TailOf(confidence);
        double m = LotCount, p = AttributeCount;
        return p * (m + 1) * (m - 1) / (m * (m - p)) * FisherF.Quantile(confidence, p, m - p);
    }

    /// <summary>A lot that is not in the set, against the phase II limit.</summary>
    /// <exception cref="ArgumentException">As for <see cref="TSquared"/> and <see cref="PhaseTwoLimit"/>.</exception>
    public HotellingJudgement Judge(IReadOnlyList<double> lot, double confidence = 0.9973) => new()
    {
        TSquared = TSquared(lot),
        Limit = PhaseTwoLimit(confidence),
        Contributions = Contributions(lot),
    };

    private double[] Deviation(IReadOnlyList<double> lot)
    {
        if (lot.Count != AttributeCount)
            throw new ArgumentException($"The reference has {AttributeCount} attributes, the lot {lot.Count}.", nameof(lot));
        double[] values = [.. lot];
        Readings.Require(values, 1, nameof(lot));
        for (var j = 0; j < values.Length; j++)
            values[j] -= Centre[j];
        return values;
    }

    private static double[][] CovarianceOf(double[][] columns, double[] centre)
    {
        var m = columns[0].Length;
        var covariance = new double[columns.Length][];
        for (var j = 0; j < columns.Length; j++)
        {
            covariance[j] = new double[columns.Length];
            for (var k = 0; k < columns.Length; k++)
                covariance[j][k] = Enumerable.Range(0, m).Sum(i => (columns[j][i] - centre[j]) * (columns[k][i] - centre[k])) / (m - 1);
        }
        return covariance;
    }
}
