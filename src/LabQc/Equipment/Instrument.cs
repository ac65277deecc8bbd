using LabQc.Units;

namespace LabQc.Equipment;

/// <summary>One version of a laboratory's record of an instrument.</summary>
public sealed record Instrument
{
    /// <summary>Where an instrument of particle tracking by scattered light sees particles, if the laboratory has shown nothing else.</summary>
    public static readonly NanometreRange NtaByScatter = new(60, 1000);

    private const string NtaSource = "default for NTA by scattered light; this laboratory has shown nothing else";

    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string Model { get; init; }

    public string? SerialNumber { get; init; }

    /// <summary>The technique by which it measures: <c>nta</c>, <c>dls</c>…</summary>
    public required string Technique { get; init; }

    /// <summary>The diameters that the laboratory has shown it to see; null where it has shown none.</summary>
    public NanometreRange? ShownRange { get; init; }

    /// <summary>How <see cref="ShownRange"/> was shown.</summary>
    public string? ShownRangeSource { get; init; }

    /// <summary>The working range: the shown one, else 60 to 1000 nm for NTA, else unknown (null).</summary>
    public NanometreRange? WorkingRange => ShownRange ?? (IsNta ? NtaByScatter : null);

    /// <summary>Where <see cref="WorkingRange"/> comes from; null where it is unknown.</summary>
    public string? WorkingRangeSource => ShownRange is not null ? ShownRangeSource : IsNta ? NtaSource : null;

    private bool IsNta => Technique.Equals("nta", StringComparison.OrdinalIgnoreCase);
}
