using LabQc.Units;

namespace LabQc.Review;

/// <summary>What a value that can be corrected belongs to.</summary>
public enum CorrectableKind
{
    /// <summary>What is known of the batch.</summary>
    Batch,
    /// <summary>A result of an assay.</summary>
    Result,
    /// <summary>The dilution of one instrument file.</summary>
    Dilution,
}

/// <summary>One value of a lot that can be corrected, as it stands.</summary>
public sealed record CorrectableField
{
    /// <summary>
    /// The field as the command line writes it: <c>source.passage</c>, <c>safety.endotoxin</c>, <c>dilution:size-1:FILE</c>.
    /// </summary>
    public required string Field { get; init; }
    public required CorrectableKind Kind { get; init; }
    /// <summary>The field as people call it.</summary>
    public required string Name { get; init; }
    /// <summary>The value as it stands, as typed; null where there is none.</summary>
    public string? Standing { get; init; }
    public string Unit { get; init; } = "";
    /// <summary>
    /// Moves with each correction: of a batch field the row version of the batch, else the version of the value itself. Who
    /// corrects says which one they saw.
    /// </summary>
    public required long Version { get; init; }
    public string? RecordedBy { get; init; }
    public string? RecordedAt { get; init; }
}

/// <summary>There is no such field on the lot, or nothing stands in it.</summary>
public sealed class NothingToCorrectException(string lot, string field)
    : RefusalException($"Lot {lot} has nothing called \"{field}\" that could be corrected. What was never recorded is entered first.");

/// <summary>The correction would change nothing.</summary>
public sealed class SameValueException(CorrectableField field)
    : RefusalException($"{field.Name} is {field.Standing} already; a correction changes something. Nothing was stored.");
