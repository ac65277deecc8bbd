namespace LabQc.Statistics;

/// <summary>A standard deviation of short-term variation, which drifts between subgroups leave alone.</summary>
/// <param name="Sigma">In the unit of the values.</param>
/// <param name="Df">Degrees of freedom; null where the estimate has no χ² law.</param>
public readonly record struct WithinVariation(double Sigma, double? Df)
{
    /// <summary>Mean moving range of neighbours over d2(2) = 2/√π. The order of the values matters.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static WithinVariation OfIndividuals(ReadOnlySpan<double> values) =>
        new(Descriptive.MeanMovingRange(values) * Math.Sqrt(Math.PI) / 2, null);

    /// <summary>
    /// Pooled standard deviation of consecutive subgroups of equal size: √ of the mean of their variances (divisor n - 1 each),
    /// with k(n - 1) degrees of freedom for k subgroups.
    /// </summary>
    /// <exception cref="ArgumentException">A size below 2, or values that do not fill their subgroups.</exception>
    public static WithinVariation OfSubgroups(ReadOnlySpan<double> values, int size)
    {
        if (size < 2 || values.Length == 0 || values.Length % size != 0)
            throw new ArgumentException($"{values.Length} values make no subgroups of {size}.", nameof(size));
        Descriptive.RequireFinite(values, size);
        var sum = new CompensatedSum();
        for (var from = 0; from < values.Length; from += size)
            sum.Add(Descriptive.SumOfSquares(values.Slice(from, size)));
        var df = values.Length / size * (size - 1);
        return new(Math.Sqrt(sum.Value / df), df);
    }
}
