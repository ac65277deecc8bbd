using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>One line of a manifest: which file is what.</summary>
internal sealed record ManifestRow
{
    public const string Header = "file,lot,measurement,dilution,replicate,purpose,instrument,position_table,mapping";

    public required string File { get; init; }

    public required string Lot { get; init; }

    public required string Measurement { get; init; }

    /// <summary>What the operator knows; null where the file says it or nobody does.</summary>
    public double? Dilution { get; init; }

    public int? Replicate { get; init; }

    public string Purpose { get; init; } = "sample";

    public required string Instrument { get; init; }

    public string PositionTable { get; init; } = "";

    public override string ToString() => string.Join(',', File, Lot, Measurement,
        Dilution is { } dilution ? Notation.Plain(dilution) : "", Replicate is { } replicate ? Notation.Whole(replicate) : "",
        Purpose, Instrument, PositionTable, "");
}
