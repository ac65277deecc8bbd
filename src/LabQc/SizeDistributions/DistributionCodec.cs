using LabQc.Statistics;

namespace LabQc.SizeDistributions;

/// <summary>
/// One compact binary value per size distribution, as the registry keeps it: lossless, little endian, empty bins left out. A
/// NanoSight distribution takes 2 to 5 kB and never more than 8.1.
/// </summary>
/// <remarks>
/// Form, version 1: byte version; byte flags (bits 0–1 weighting, 4 logarithmic bins, 5 edges listed, 6 whole multiples);
/// varint n; edges (float64 first and width, or n + 1 float64); float64 unit (only with bit 6); varint number of runs; per run
/// varint empty bins before it, varint length, and the values: varint multiples of the unit, or float64.
/// </remarks>
public static class DistributionCodec
{
    internal const byte Version = 1;
    internal const int LogarithmicFlag = 1 << 4;
    internal const int ListedEdgesFlag = 1 << 5;
    internal const int MultiplesFlag = 1 << 6;
    private const int WeightingMask = 3;
    private const int LongestDistribution = 1_000_000;

    /// <summary>Packs a distribution.</summary>
    public static byte[] Encode(SizeDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return DistributionEncoder.Encode(distribution);
    }

    /// <summary>Unpacks a distribution.</summary>
    /// <exception cref="FormatException">The bytes are none of a distribution, of a newer version, or cut off.</exception>
    public static SizeDistribution Decode(ReadOnlySpan<byte> bytes)
    {
        var form = Form(bytes);
        var edges = new double[form.Bins + 1];
        var values = new double[form.Bins];
        Decode(bytes, edges, values);
        try
        {
            return new SizeDistribution(BinsOf(edges, form.Centre), values, form.Weighting);
        }
        catch (ArgumentException unsound)
        {
            throw new FormatException("A packed distribution with unsound numbers: " + unsound.Message, unsound);
        }
    }

    /// <summary>How large the buffers must be and what they will hold.</summary>
    /// <exception cref="FormatException">As <see cref="Decode(ReadOnlySpan{byte})"/>.</exception>
    public static DistributionForm Form(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackedReader(bytes);
        return Form(ref reader, out _);
    }

    /// <summary>Unpacks straight into the caller's buffers, without allocating.</summary>
    /// <param name="bytes">A packed distribution.</param>
    /// <param name="edges">Receives the edges; at least one longer than the number of bins.</param>
    /// <param name="values">Receives the values; at least as long as the number of bins.</param>
    /// <exception cref="FormatException">As <see cref="Decode(ReadOnlySpan{byte})"/>.</exception>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public static DistributionForm Decode(ReadOnlySpan<byte> bytes, Span<double> edges, Span<double> values)
    {
        var reader = new PackedReader(bytes);
        var form = Form(ref reader, out var flags);
        if (edges.Length <= form.Bins || values.Length < form.Bins)
            throw new ArgumentException($"Buffers for {form.Bins} bins are needed.", nameof(values));
        ReadEdges(ref reader, flags, edges[..(form.Bins + 1)]);
        ReadValues(ref reader, flags, values[..form.Bins]);
        return form;
    }

    /// <summary>Metrics of a packed distribution; null without particles. Allocates nothing once the buffer has grown.</summary>
    /// <exception cref="FormatException">As <see cref="Decode(ReadOnlySpan{byte})"/>.</exception>
    public static SizeMetrics? Metrics(ReadOnlySpan<byte> bytes, SizeRange range, DistributionBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        buffer.Decode(bytes);
        return SizeMetrics.Of(buffer.Edges, buffer.Values, buffer.Form.Centre, range);
    }

    private static DistributionForm Form(ref PackedReader reader, out int flags)
    {
        var version = reader.Byte();
        if (version != Version)
            throw new FormatException($"A packed distribution of version {version}; this program reads version {Version}.");
        flags = reader.Byte();
        var bins = reader.VarInt();
        if (bins is 0 or > LongestDistribution)
            throw new FormatException($"A packed distribution of {bins} bins.");
        var centre = (flags & LogarithmicFlag) != 0 ? BinCentre.Geometric : BinCentre.Arithmetic;
        return new DistributionForm((int)bins, centre, (Weighting)(flags & WeightingMask));
    }

    private static void ReadEdges(ref PackedReader reader, int flags, Span<double> edges)
    {
        if ((flags & ListedEdgesFlag) != 0)
        {
            reader.Doubles(edges);
            return;
        }
        var first = reader.Double();
        var width = reader.Double();
        for (var i = 0; i < edges.Length; i++)
            edges[i] = first + i * width;
    }

    private static void ReadValues(ref PackedReader reader, int flags, Span<double> values)
    {
        values.Clear();
        var multiples = (flags & MultiplesFlag) != 0;
        var unit = multiples ? reader.Double() : 1;
        var bin = 0;
        for (var runs = reader.VarInt(); runs > 0; runs--)
        {
            var skip = reader.VarInt();
            var length = reader.VarInt();
            if (skip > (ulong)(values.Length - bin) || length > (ulong)(values.Length - bin) - skip)
                throw new FormatException("A packed distribution with more values than bins.");
            var run = values.Slice(bin + (int)skip, (int)length);
            if (multiples)
                reader.Multiples(run, unit);
            else
                reader.Doubles(run);
            bin += (int)(skip + length);
        }
        if (!reader.AtEnd)
            throw new FormatException("A packed distribution with bytes after its end.");
    }

    private static SizeBins BinsOf(double[] edges, BinCentre centre)
    {
        foreach (var shared in (ReadOnlySpan<SizeBins>)[SizeBins.Nanometres1000, SizeBins.FiveNanometres1200])
        {
            if (shared.Centre == centre && shared.Edges.SequenceEqual(edges))
                return shared;
        }
        return SizeBins.OfEdges(edges, centre);
    }
}

/// <summary>What a packed distribution holds.</summary>
/// <param name="Bins">Number of bins.</param>
/// <param name="Centre">Linear or logarithmic bins.</param>
/// <param name="Weighting">What the values weigh particles by.</param>
public readonly record struct DistributionForm(int Bins, BinCentre Centre, Weighting Weighting);
