namespace LabQc.SampleBatches.Numbers;

/// <summary>
/// What an instrument's program prints about equal bins of a given width that begin at 0 nm. Kept apart from the
/// product's own statistics on purpose: the sample files are evidence, so they may not come from what they are to test.
/// </summary>
internal sealed class BinStatistics(IReadOnlyList<double> bins, double width)
{
    public IReadOnlyList<double> Bins { get; } = bins;

    public double Total { get; } = bins.Sum();

    public bool IsEmpty => Total == 0;

    public double Centre(int bin) => (bin + 0.5) * width;

    /// <summary>First moment at the bin centres; 0 for an empty curve, as the instruments print it.</summary>
    public double Mean => IsEmpty ? 0 : Bins.Select((n, i) => n * Centre(i)).Sum() / Total;

    /// <summary>Second central moment at the bin centres, divisor N, square root.</summary>
    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return IsEmpty ? 0 : Math.Sqrt(Bins.Select((n, i) => n * (Centre(i) - mean) * (Centre(i) - mean)).Sum() / Total);
        }
    }

    /// <summary>Vertex of the parabola through the top bin and its two neighbours (NanoSight).</summary>
    public double ParabolicMode
    {
        get
        {
            if (IsEmpty)
                return 0;
            var top = TopBin();
            double left = top > 0 ? Bins[top - 1] : 0, right = top + 1 < Bins.Count ? Bins[top + 1] : 0;
            var curvature = left - 2 * Bins[top] + right;
            return Centre(top) + (curvature == 0 ? 0 : width * 0.5 * (left - right) / curvature);
        }
    }

    /// <summary>Diameter below which the fraction of particles lies, interpolated between bin edges.</summary>
    public double Quantile(double fraction)
    {
        if (IsEmpty)
            return 0;
        double wanted = fraction * Total, below = 0;
        for (var i = 0; i < Bins.Count; i++)
        {
            if (Bins[i] > 0 && below + Bins[i] >= wanted)
                return (i + Math.Max(0, (wanted - below) / Bins[i])) * width;
            below += Bins[i];
        }
        return (LastBin() + 1) * width;
    }

    private int TopBin()
    {
        var top = 0;
        for (var i = 1; i < Bins.Count; i++)
        {
            if (Bins[i] > Bins[top])
                top = i;
        }
        return top;
    }

    private int LastBin()
    {
        var last = Bins.Count - 1;
        while (last > 0 && Bins[last] == 0)
            last--;
        return last;
    }
}
