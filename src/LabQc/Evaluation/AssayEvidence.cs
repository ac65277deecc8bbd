using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>One assay result of a lot.</summary>
public sealed record AssayEvidence
{
    /// <summary>The attribute's code.</summary>
    public required string Attribute { get; init; }

    public required EnteredResult Result { get; init; }

    /// <summary>The unit as entered.</summary>
    public string? Unit { get; init; }

    /// <summary>The version of the method by which it was measured; null where nobody said.</summary>
    public MethodReference? Method { get; init; }

    /// <summary>The single determinations whose mean the result is, where they were entered.</summary>
    public IReadOnlyList<EnteredNumber> Replicates { get; init; } = [];

    /// <summary>The assignable cause for which it was invalidated; null or blank: it counts.</summary>
    public string? InvalidatedBecause { get; init; }

    public bool IsInvalidated => !string.IsNullOrWhiteSpace(InvalidatedBecause);
}
