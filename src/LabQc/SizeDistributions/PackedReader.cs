using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LabQc.SizeDistributions;

/// <summary>Walks over the bytes of a packed distribution.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestVarInt = 9;
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public void Doubles(Span<double> into)
    {
        var source = Take(sizeof(double) * into.Length);
        if (BitConverter.IsLittleEndian)
        {
            source.CopyTo(MemoryMarshal.AsBytes(into));
            return;
        }
        for (var i = 0; i < into.Length; i++)
            into[i] = BinaryPrimitives.ReadDoubleLittleEndian(source[(i * sizeof(double))..]);
    }

    public ulong VarInt()
    {
        ulong value = 0;
        for (var i = 0; i < LongestVarInt; i++)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next <= 0x7F)
                return value;
        }
        throw new FormatException("A packed distribution with an endless number.");
    }

    /// <summary>Whole multiples of a unit, one varint each.</summary>
    public void Multiples(Span<double> into, double unit)
    {
        var bytes = _rest;
        var at = 0;
        for (var i = 0; i < into.Length; i++)
        {
            long multiple = 0;
            var shift = 0;
            byte next;
            do
            {
                if (at >= bytes.Length || shift > 7 * (LongestVarInt - 1))
                    throw CutOff();
                next = bytes[at++];
                multiple |= (long)(next & 0x7F) << shift;
                shift += 7;
            }
            while (next > 0x7F);
            into[i] = multiple * unit;
        }
        _rest = bytes[at..];
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
            throw CutOff();
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static FormatException CutOff() => new("A packed distribution that is cut off.");
}
