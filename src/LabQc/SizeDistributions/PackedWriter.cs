using System.Buffers.Binary;

namespace LabQc.SizeDistributions;

/// <summary>Writes what <see cref="PackedReader"/> reads, into room that is taken once.</summary>
/// <param name="room">The most bytes that will be written.</param>
internal sealed class PackedWriter(int room)
{
    private readonly byte[] _bytes = new byte[room];
    private int _length;

    public byte[] ToArray() => _bytes[.._length];

    public void Byte(byte value) => _bytes[_length++] = value;

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(double);
    }

    public void Doubles(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            Double(value);
    }

    public void VarInt(ulong value) => _length = VarInt(_bytes, _length, value);

    /// <summary>Whole multiples of a unit, one varint each.</summary>
    public void Multiples(ReadOnlySpan<double> values, double unit)
    {
        var (bytes, at) = (_bytes, _length);
        foreach (var value in values)
            at = VarInt(bytes, at, unchecked((ulong)(long)(value / unit)));
        _length = at;
    }

    private static int VarInt(byte[] bytes, int at, ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            bytes[at++] = unchecked((byte)(value | 0x80));
        bytes[at++] = unchecked((byte)value);
        return at;
    }
}
