namespace LabQc.Statistics;

/// <summary>What an attribute chart counts.</summary>
public enum AttributeChartKind
{
    /// <summary>p: fraction of nonconforming units in samples of any size (binomial).</summary>
    P,
    /// <summary>np: number of nonconforming units in samples (binomial).</summary>
    NP,
    /// <summary>u: defects per unit of exposure (Poisson).</summary>
    U,
    /// <summary>c: defects in samples of equal exposure (Poisson).</summary>
    C,
}

/// <summary>One sample on an attribute chart.</summary>
public sealed record AttributePoint
{
    /// <summary>Place in the series, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>The fraction, number or rate that is charted.</summary>
    public required double Value { get; init; }
    /// <summary>Limits for this sample's size.</summary>
    public required ControlLimits Limits { get; init; }
    public bool Beyond => Limits.IsBeyond(Value);
}

/// <summary>Shewhart chart of counts: three standard deviations about the overall rate, which the counts themselves give.</summary>
/// <remarks>
/// p: p̄ = Σ count/Σ size, limits p̄ ± 3 √(p̄(1 - p̄)/nᵢ) within [0, 1]; np: nᵢ times these; u: ū = Σ count/Σ size, limits ū ± 3
/// √(ū/nᵢ), not below 0; c: c̄ = mean count, limits c̄ ± 3 √c̄, not below 0. No events at all: limits 0, nothing beyond.
/// Montgomery (2013), chapter 7. Held to 1e-12 relative.
/// </remarks>
public sealed record AttributeChart
{
    public required AttributeChartKind Kind { get; init; }
    /// <summary>p̄ for p and np, ū or c̄.</summary>
    public required double Rate { get; init; }
    public required IReadOnlyList<AttributePoint> Points { get; init; }

    /// <summary>The places of the samples beyond their limits.</summary>
    public IReadOnlyList<int> Beyond => [.. Points.Where(p => p.Beyond).Select(p => p.Index)];

    /// <summary>Fraction nonconforming.</summary>
    /// <param name="counts">Nonconforming units in each sample.</param>
    /// <param name="sizes">Units in each sample, above 0 and not below its count.</param>
    /// <exception cref="ArgumentException">No sample, unequal lengths, a negative count, or a size that is too small.</exception>
    public static AttributeChart P(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes) =>
        Binomial(AttributeChartKind.P, counts, sizes);

    /// <summary>Number nonconforming; arguments as for <see cref="P"/>.</summary>
    /// <exception cref="ArgumentException">As for <see cref="P"/>.</exception>
    public static AttributeChart NP(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes) =>
        Binomial(AttributeChartKind.NP, counts, sizes);

    /// <summary>Defects per unit.</summary>
    /// <param name="counts">Defects in each sample.</param>
    /// <param name="sizes">Units (or exposure) of each sample, above 0, fractions allowed.</param>
    /// <exception cref="ArgumentException">No sample, unequal lengths, a negative count, or a size not above 0.</exception>
    public static AttributeChart U(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes)
    {
        var rate = RateOf(counts, sizes);
        return Chart(AttributeChartKind.U, rate, counts, sizes, (count, size) => count / size,
            size => Limits(rate, 3 * Math.Sqrt(rate / size), double.PositiveInfinity));
    }

    /// <summary>Defects in samples of equal exposure.</summary>
    /// <exception cref="ArgumentException">No sample, or a negative count.</exception>
    public static AttributeChart C(ReadOnlySpan<double> counts)
    {
        var ones = new double[counts.Length];
        Array.Fill(ones, 1);
        return U(counts, ones) with { Kind = AttributeChartKind.C };
    }

    private static AttributeChart Binomial(AttributeChartKind kind, ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes)
    {
        var p = RateOf(counts, sizes);
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > sizes[i])
                throw new ArgumentException($"Sample {i} has more nonconforming units than units.", nameof(counts));
        return kind == AttributeChartKind.P
            ? Chart(kind, p, counts, sizes, (count, size) => count / size, n => Limits(p, 3 * Math.Sqrt(p * (1 - p) / n), 1))
            : Chart(kind, p, counts, sizes, (count, _) => count, n => Limits(n * p, 3 * Math.Sqrt(n * p * (1 - p)), n));
    }

    private static double RateOf(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes)
    {
        Readings.RequirePairs(counts, sizes, 1);
        double events = 0, units = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
                throw new ArgumentException($"The count of sample {i} is negative.", nameof(counts));
            Readings.RequirePositive(sizes[i], nameof(sizes));
            events += counts[i];
            units += sizes[i];
        }
        return events / units;
    }

    private static ControlLimits Limits(double centre, double reach, double highest) =>
        new(Math.Max(0, centre - reach), centre, Math.Min(highest, centre + reach));

    private static AttributeChart Chart(
        AttributeChartKind kind, double rate, ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes,
        Func<double, double, double> value, Func<double, ControlLimits> limits)
    {
        var points = new AttributePoint[counts.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = new AttributePoint { Index = i, Value = value(counts[i], sizes[i]), Limits = limits(sizes[i]) };
        return new AttributeChart { Kind = kind, Rate = rate, Points = points };
    }
}
