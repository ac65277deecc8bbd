using System.Numerics;
using LabQc.Statistics;

namespace LabQc.SizeDistributions;

/// <summary>
/// A size distribution: bins by edges in nm and a value >= 0 in each (particles/mL, or percent where a technique gives no
/// concentration), weighted as <see cref="Weighting"/> says. Within a bin particles are spread evenly. Immutable.
/// </summary>
public sealed class SizeDistribution
{
    private readonly double[] _values;

    /// <exception cref="ArgumentException">Not one value per bin, or a value is negative, NaN or infinite.</exception>
    public SizeDistribution(SizeBins bins, ReadOnlySpan<double> values, Weighting weighting)
        : this(bins, values.ToArray(), weighting)
    {
    }

    private SizeDistribution(SizeBins bins, double[] values, Weighting weighting)
    {
        ArgumentNullException.ThrowIfNull(bins);
        if (values.Length != bins.Count)
            throw new ArgumentException($"{bins.Count} bins need as many values, not {values.Length}.", nameof(values));
        Total = Histogram.Total(values);
        Bins = bins;
        Weighting = weighting;
        _values = values;
    }

    /// <summary>A distribution that keeps the array itself, which nobody may write to from now on.</summary>
    internal static SizeDistribution Owning(SizeBins bins, double[] values, Weighting weighting) => new(bins, values, weighting);

    /// <summary>The bins.</summary>
    public SizeBins Bins { get; }

    /// <summary>What the values weigh particles by.</summary>
    public Weighting Weighting { get; }

    /// <summary>One value per bin.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>n + 1 edges in nm.</summary>
    public ReadOnlySpan<double> Edges => Bins.Edges;

    /// <summary>Sum of the bins.</summary>
    public double Total { get; }

    /// <summary>No particles at all: no metric exists.</summary>
    public bool IsEmpty => Total <= 0;

    /// <summary>The metrics, percent in range for the range given; null without particles.</summary>
    public SizeMetrics? Metrics(SizeRange range) => SizeMetrics.Of(Edges, _values, Bins.Centre, range);

    /// <summary>The fraction below a diameter in nm, 0 … 1.</summary>
    /// <exception cref="ArgumentException">The distribution is empty.</exception>
    public double FractionBelow(double diameter) => HistogramQuantiles.FractionBelow(Edges, _values, diameter);

    /// <summary>The fraction within a range, 0 … 1, partial bins in proportion.</summary>
    /// <exception cref="ArgumentException">The distribution is empty.</exception>
    public double FractionWithin(SizeRange range) => HistogramQuantiles.FractionWithin(Edges, _values, range.From, range.To);

    /// <summary>The diameter in nm below which the fraction <paramref name="p"/> lies.</summary>
    /// <exception cref="ArgumentException">The distribution is empty, or p is outside [0, 1].</exception>
    public double Quantile(double p) => HistogramQuantiles.Quantile(Edges, _values, p);

    /// <summary>
    /// The quantile function at p = (k - 1/2)/1000, k = 1 … 1000: diameters in nm in which distributions of different bins are
    /// averaged and compared.
    /// </summary>
    /// <exception cref="ArgumentException">The distribution is empty.</exception>
    public double[] QuantileFunction()
    {
        var quantiles = new double[1000];
        HistogramQuantiles.QuantileFunction(Edges, _values, quantiles);
        return quantiles;
    }

    /// <summary>The same distribution with every value times a factor, such as a dilution.</summary>
    /// <exception cref="ArgumentException">The factor is not positive and finite.</exception>
    public SizeDistribution Times(double factor)
    {
        if (!(factor > 0) || !double.IsFinite(factor))
            throw new ArgumentException(FormattableString.Invariant($"{factor} is no factor."), nameof(factor));
        if (factor == 1)
            return this;
        var values = new double[_values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = _values[i] * factor;
        return Owning(Bins, values, Weighting);
    }

    /// <summary>The averaged curve: bin by bin the arithmetic mean.</summary>
    /// <exception cref="ArgumentException">None given, or they differ in bins or weighting.</exception>
    public static SizeDistribution Average(IReadOnlyList<SizeDistribution> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0)
            throw new ArgumentException("No curve, no average.", nameof(curves));
        var sums = new double[curves[0].Bins.Count];
        foreach (var curve in curves)
        {
            if (curve.Weighting != curves[0].Weighting || !curve.Bins.Equals(curves[0].Bins))
                throw new ArgumentException("Only curves of the same bins and weighting have an average.", nameof(curves));
            Add(curve._values, sums);
        }
        for (var i = 0; i < sums.Length; i++)
            sums[i] /= curves.Count;
        return Owning(curves[0].Bins, sums, curves[0].Weighting);
    }

    private static void Add(ReadOnlySpan<double> values, Span<double> sums)
    {
        var i = 0;
        for (; i <= sums.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(sums[i..]) + new Vector<double>(values[i..])).CopyTo(sums[i..]);
        for (; i < sums.Length; i++)
            sums[i] += values[i];
    }
}
