namespace LabQc.Statistics;

/// <summary>Variances of three nested levels: batches, vials in batches, replicates in vials; squared unit of the values.</summary>
/// <param name="GrandMean">Mean of all values.</param>
/// <param name="Batches">Mean square and variance of the outer level.</param>
/// <param name="Vials">Mean square and variance of the middle level.</param>
/// <param name="Replicates">Mean square and variance of the inner level.</param>
/// <param name="BatchTest">F test of the outer against the middle level; null where the middle mean square is 0.</param>
/// <param name="VialTest">F test of the middle against the inner level; null where the inner mean square is 0.</param>
public sealed record NestedVarianceComponents(
    double GrandMean, VarianceLevel Batches, VarianceLevel Vials, VarianceLevel Replicates, FTestResult? BatchTest, FTestResult? VialTest)
{
    /// <summary>The sum of the three variances as estimated, negative ones included.</summary>
    public double TotalVariance => Batches.Variance + Vials.Variance + Replicates.Variance;

    /// <summary>Estimates by the expected mean squares of the balanced nested analysis of variance.</summary>
    /// <param name="values">
    /// values[batch][vial][replicate]: two batches or more, two vials in each or more, two replicates or more, all of one count.
    /// </param>
    /// <remarks>
    /// var(replicate) = MSE, var(vial) = (MSB - MSE)/r, var(batch) = (MSA - MSB)/(br); a negative estimate is given as it is.
    /// Where balanced and positive they are the REML estimates too. Source: Searle, Casella and McCulloch 1992, Variance
    /// Components, section 4.4. Relative accuracy 1e-9.
    /// </remarks>
    /// <exception cref="ArgumentException">Too few or unequal counts, or a value that is not finite.</exception>
    public static NestedVarianceComponents Estimate(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (batches, vials, replicates) = Shape(values);
        var cells = values.Select(batch => batch.Select(vial => SampleSummary.Of(vial, 2, nameof(values))).ToArray()).ToArray();
        var batchMeans = cells.Select(batch => SampleSummary.Of([.. batch.Select(c => c.Mean)], 2, nameof(values))).ToArray();
        var overall = SampleSummary.Of([.. batchMeans.Select(b => b.Mean)], 2, nameof(values));
        var (dfA, dfB, dfE) = (batches - 1, batches * (vials - 1), batches * vials * (replicates - 1));
        var msA = vials * replicates * overall.SumOfSquares / dfA;
        var msB = replicates * batchMeans.Sum(b => b.SumOfSquares) / dfB;
        var msE = cells.Sum(batch => batch.Sum(c => c.SumOfSquares)) / dfE;
        return new NestedVarianceComponents(
            overall.Mean,
            new VarianceLevel(dfA, msA, (msA - msB) / (vials * replicates)),
            new VarianceLevel(dfB, msB, (msB - msE) / replicates),
            new VarianceLevel(dfE, msE, msE),
            Test(msA, dfA, msB, dfB),
            Test(msB, dfB, msE, dfE));
    }

    private static FTestResult? Test(double numerator, int df1, double denominator, int df2) => denominator > 0
        ? new FTestResult(numerator / denominator, df1, df2, FisherF.UpperTail(numerator / denominator, df1, df2))
        : null;

    private static (int Batches, int Vials, int Replicates) Shape(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> values)
    {
        var vials = values.Select(b => b.Count).Distinct().ToArray();
        var replicates = values.SelectMany(b => b).Select(v => v.Count).Distinct().ToArray();
        if (values.Count < 2 || vials is not [>= 2] || replicates is not [>= 2])
            throw new ArgumentException("Nested components need two batches or more, of equally many vials of equally many replicates, two or more.", nameof(values));
        return (values.Count, vials[0], replicates[0]);
    }
}

/// <summary>One level of a nested design.</summary>
/// <param name="DegreesOfFreedom">Degrees of freedom of the mean square.</param>
/// <param name="MeanSquare">Mean square.</param>
/// <param name="Variance">Variance component, as estimated; may be negative.</param>
public sealed record VarianceLevel(int DegreesOfFreedom, double MeanSquare, double Variance);
