using LabQc.Units;

namespace LabQc.Assays;

/// <summary>A result of an assay as somebody entered it.</summary>
public sealed record AssayEntry
{
    /// <summary>The attribute's code, such as <c>safety.endotoxin</c>.</summary>
    public required string Attribute { get; init; }
    /// <summary>The value as typed: <c>412</c>, <c>&lt;0.05</c>, <c>not detected</c>, <c>present</c>.</summary>
    public required string EnteredText { get; init; }
    public string? Unit { get; init; }
    /// <summary>The method's code; its newest version is recorded with the result.</summary>
    public string? Method { get; init; }
    public string? MeasuredOn { get; init; }
    public string? MeasuredBy { get; init; }
}

/// <summary>One version of a result as the registry holds it.</summary>
public sealed record AssayResult
{
    public required string LotNumber { get; init; }
    public required string Attribute { get; init; }
    public required int Version { get; init; }
    public required string EnteredText { get; init; }
    public string? Unit { get; init; }
    public string? Method { get; init; }
    public int? MethodVersion { get; init; }
    /// <summary>Where the number came from: typed, or read from a certificate.</summary>
    public required string Source { get; init; }
    public string? MeasuredOn { get; init; }
    public string? MeasuredBy { get; init; }
    /// <summary>Why this version followed the one before it; null for the first.</summary>
    public string? Reason { get; init; }
    public required string RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>A result stands already for this attribute of the lot.</summary>
public sealed class ResultExistsException(string lot, string attribute, string standing)
    : RefusalException($"Lot {lot} has a result for {attribute} already: {standing}. A result is not overwritten; correct it with `labqc correct {lot} {attribute} VALUE --reason TEXT`.")
{
    public string Lot { get; } = lot;
    public string Attribute { get; } = attribute;
}

/// <summary>There is no result to correct.</summary>
public sealed class ResultMissingException(string lot, string attribute)
    : RefusalException($"Lot {lot} has no result for {attribute} yet. Enter it with `labqc assay {lot} {attribute} VALUE`.")
{
    public string Lot { get; } = lot;
    public string Attribute { get; } = attribute;
}
