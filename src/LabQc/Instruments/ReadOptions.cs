using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>What a person says about a file, and what is asked for.</summary>
public sealed record ReadOptions
{
    /// <summary>30–150 nm, and nothing said.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Range of <c>percent in range</c>.</summary>
    public SizeRange Range { get; init; } = SizeRange.Exosomes;

    /// <summary>Fills only an unknown dilution; one that contradicts the file refuses it.</summary>
    public StatedDilution? Dilution { get; init; }

    /// <summary>ZetaView's position table of the same run.</summary>
    public NamedBytes? PositionTable { get; init; }

    /// <summary>How to read a table of which no format is known; what is recognised is read by its own reader.</summary>
    public TableMapping? Mapping { get; init; }

    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}

/// <summary>A file in memory.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Bytes">Its content.</param>
public sealed record NamedBytes(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What no real export exceeds; beyond it a file is refused before it costs memory.</summary>
/// <param name="Bytes">Size of the file. The largest real one has 0.9 MB; 222 videos with three weightings about 30 MB.</param>
/// <param name="Columns">Cells in a line.</param>
/// <param name="Rows">Lines in a file.</param>
public sealed record ReadLimits(int Bytes, int Columns, int Rows)
{
    public static ReadLimits Default { get; } = new(64 << 20, 4096, 200_000);
}
