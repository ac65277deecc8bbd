namespace LabQc.SizeDistributions;

/// <summary>Buffers that packed distributions are unpacked into, one after the other. Not for several threads at once.</summary>
public sealed class DistributionBuffer
{
    private double[] _edges = new double[1201];
    private double[] _values = new double[1200];

    /// <summary>What the last distribution was.</summary>
    public DistributionForm Form { get; private set; }

    /// <summary>Edges of the last distribution in nm.</summary>
    public ReadOnlySpan<double> Edges => Form.Bins == 0 ? [] : _edges.AsSpan(0, Form.Bins + 1);

    /// <summary>Values of the last distribution.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Form.Bins);

    /// <summary>Unpacks a distribution over the one before it.</summary>
    /// <exception cref="FormatException">The bytes are none of a distribution, of a newer version, or cut off.</exception>
    public void Decode(ReadOnlySpan<byte> bytes)
    {
        Form = default;
        var bins = DistributionCodec.Form(bytes).Bins;
        if (bins > _values.Length)
            (_edges, _values) = (new double[bins + 1], new double[bins]);
        Form = DistributionCodec.Decode(bytes, _edges, _values);
    }
}
