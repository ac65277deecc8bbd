using System.Buffers.Binary;

namespace LabQc.SizeDistributions;

/// <summary>Writes the packed form that <see cref="DistributionCodec"/> reads.</summary>
internal static class DistributionEncoder
{
    /// <summary>Doubles hold whole numbers exactly up to here.</summary>
    private const double LargestWhole = 9007199254740992;

    public static byte[] Encode(SizeDistribution distribution)
    {
        var values = distribution.Values;
        var unit = CommonUnit(values);
        var linear = LinearWidth(distribution.Edges);
        var flags = (int)distribution.Weighting
            | (distribution.Bins.Centre == Statistics.BinCentre.Geometric ? DistributionCodec.LogarithmicFlag : 0)
            | (linear is null ? DistributionCodec.ListedEdgesFlag : 0)
            | (unit > 0 ? DistributionCodec.MultiplesFlag : 0);
        var packed = new List<byte>(values.Length * 4 + 64) { DistributionCodec.Version, (byte)flags };
        WriteVarInt(packed, (ulong)values.Length);
        WriteEdges(packed, distribution.Edges, linear);
        if (unit > 0)
            WriteDouble(packed, unit);
        WriteRuns(packed, values, unit);
        return [.. packed];
    }

    private static void WriteEdges(List<byte> packed, ReadOnlySpan<double> edges, double? width)
    {
        if (width is { } w)
        {
            WriteDouble(packed, edges[0]);
            WriteDouble(packed, w);
            return;
        }
        foreach (var edge in edges)
            WriteDouble(packed, edge);
    }

    private static void WriteRuns(List<byte> packed, ReadOnlySpan<double> values, double unit)
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
        WriteVarInt(packed, (ulong)runs.Count);
        var before = 0;
        foreach (var (start, end) in runs)
        {
            WriteVarInt(packed, (ulong)(start - before));
            WriteVarInt(packed, (ulong)(end - start));
            foreach (var value in values[start..end])
                WriteValue(packed, value, unit);
            before = end;
        }
    }

    private static void WriteValue(List<byte> packed, double value, double unit)
    {
        if (unit > 0)
            WriteVarInt(packed, (ulong)(value / unit));
        else
            WriteDouble(packed, value);
    }

    /// <summary>The largest whole number of which all values are multiples, or 0 if they are not whole.</summary>
    private static double CommonUnit(ReadOnlySpan<double> values)
    {
        ulong common = 0;
        foreach (var value in values)
        {
            if (value > LargestWhole || value != Math.Floor(value))
                return 0;
            common = GreatestCommonDivisor(common, (ulong)value);
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

    private static void WriteDouble(List<byte> packed, double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        packed.AddRange(bytes);
    }

    private static void WriteVarInt(List<byte> packed, ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            packed.Add((byte)(value & 0x7F | 0x80));
        packed.Add((byte)value);
    }
}
