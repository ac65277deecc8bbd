using LabQc.Statistics;

namespace LabQc.SizeDistributions;

/// <summary>
/// The bins of a size distribution by their edges in nm. Distributions of one kind of instrument share one instance, so equal
/// grids are mostly the same object.
/// </summary>
public sealed class SizeBins : IEquatable<SizeBins>
{
    private readonly double[] _edges;

    private SizeBins(double[] edges, BinCentre centre)
    {
        Histogram.CheckEdges(edges, edges.Length - 1);
        if (centre == BinCentre.Geometric && edges[0] <= 0)
            throw new ArgumentException("Logarithmic bins begin above zero.", nameof(edges));
        _edges = edges;
        Centre = centre;
    }

    /// <summary>1-nm bins from 0 to 1000 nm: NanoSight's.</summary>
    public static SizeBins Nanometres1000 { get; } = Linear(0, 1, 1000);

    /// <summary>5-nm bins from 0 to 6000 nm: ZetaView's linear table.</summary>
    public static SizeBins FiveNanometres1200 { get; } = Linear(0, 5, 1200);

    /// <summary>n + 1 edges, increasing, in nm.</summary>
    public ReadOnlySpan<double> Edges => _edges;

    /// <summary>Number of bins.</summary>
    public int Count => _edges.Length - 1;

    /// <summary>Arithmetic centres for linear bins, geometric ones for logarithmic bins.</summary>
    public BinCentre Centre { get; }

    /// <summary>Bins of equal width: edge i is first + i·width.</summary>
    public static SizeBins Linear(double first, double width, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var edges = new double[count + 1];
        for (var i = 0; i <= count; i++)
            edges[i] = first + i * width;
        return new SizeBins(edges, BinCentre.Arithmetic);
    }

    /// <summary>Bins with the edges given.</summary>
    /// <exception cref="ArgumentException">Fewer than two edges, not increasing, negative or not finite; geometric from 0.</exception>
    public static SizeBins OfEdges(ReadOnlySpan<double> edges, BinCentre centre) => new(edges.ToArray(), centre);

    /// <summary>Bins known by their centres: edges are the (arithmetic or geometric) means of neighbours, the outer ones mirrored.</summary>
    /// <exception cref="ArgumentException">Fewer than two centres, not increasing, or an edge below zero.</exception>
    public static SizeBins OfCentres(ReadOnlySpan<double> centres, BinCentre centre)
    {
        var edges = new double[centres.Length + 1];
        Histogram.EdgesFromCentres(centres, centre, edges);
        return new SizeBins(edges, centre);
    }

    /// <summary>The centre of a bin in nm.</summary>
    public double CentreOf(int bin) => Histogram.Centre(_edges[bin], _edges[bin + 1], Centre);

    /// <inheritdoc/>
    public bool Equals(SizeBins? other) =>
        ReferenceEquals(this, other) || other is not null && Centre == other.Centre && Edges.SequenceEqual(other.Edges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SizeBins);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Centre, _edges[0], _edges[^1]);
}
