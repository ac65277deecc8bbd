namespace LabQc.SizeDistributions;

/// <summary>Writes the packed form that <see cref="DistributionCodec"/> reads.</summary>
internal static class DistributionEncoder
{
    /// <summary>Doubles hold whole numbers exactly up to here.</summary>
    private const double LargestWhole = 9007199254740992;

    /// <summary>The most bytes that a value or an edge takes: a double, or a varint of 53 bits with the run that it may open.</summary>
    private const int LongestNumber = 11;

    private const int Overhead = 64;

    public static byte[] Encode(SizeDistribution distribution)
    {
        var values = distribution.Values;
        var unit = CommonUnit(values);
        var linear = LinearWidth(distribution.Edges);
        var flags = (int)distribution.Weighting
            | (distribution.Bins.Centre == Statistics.BinCentre.Geometric ? DistributionCodec.LogarithmicFlag : 0)
            | (linear is null ? DistributionCodec.ListedEdgesFlag : 0)
            | (unit > 0 ? DistributionCodec.MultiplesFlag : 0);
        var packed = new PackedWriter(values.Length * (linear is null ? 2 : 1) * LongestNumber + Overhead);
        packed.Byte(DistributionCodec.Version);
        packed.Byte((byte)flags);
        packed.VarInt((ulong)values.Length);
        WriteEdges(packed, distribution.Edges, linear);
        if (unit > 0)
            packed.Double(unit);
        WriteRuns(packed, values, unit);
        return packed.ToArray();
    }

    private static void WriteEdges(PackedWriter packed, ReadOnlySpan<double> edges, double? width)
    {
        if (width is { } w)
        {
            packed.Double(edges[0]);
            packed.Double(w);
            return;
        }
        packed.Doubles(edges);
    }

    private static void WriteRuns(PackedWriter packed, ReadOnlySpan<double> values, double unit)
    {
        // A new run costs two bytes: an empty bin inside a run of multiples costs one, of doubles eight.
        var bridged = unit > 0 ? 2 : 0;
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == 0)
                continue;
            if (runs.Count > 0 && i - runs[^1].End <= bridged)
                runs[^1] = (runs[^1].Start, i + 1);
            else
                runs.Add((i, i + 1));
        }
        packed.VarInt((ulong)runs.Count);
        var before = 0;
        foreach (var (start, end) in runs)
        {
            packed.VarInt((ulong)(start - before));
            packed.VarInt((ulong)(end - start));
            if (unit > 0)
                packed.Multiples(values[start..end], unit);
            else
                packed.Doubles(values[start..end]);
            before = end;
        }
    }

    /// <summary>The largest whole number of which all values are multiples, or 0 if they are not whole.</summary>
    private static double CommonUnit(ReadOnlySpan<double> values)
    {
        ulong common = 0;
        foreach (var value in values)
        {
            if (value > LargestWhole || value != Math.Floor(value))
                return 0;
            // Most are multiples of what was found so far, or it is 1 already: then no further division is due.
            if (common != 1)
                common = GreatestCommonDivisor(unchecked((ulong)(long)value), common);
        }
        return Math.Max(common, 1);
    }

    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    private static double? LinearWidth(ReadOnlySpan<double> edges)
    {
        var width = edges[1] - edges[0];
        for (var i = 0; i < edges.Length; i++)
        {
            if (edges[0] + i * width != edges[i])
                return null;
        }
        return width;
    }
}
