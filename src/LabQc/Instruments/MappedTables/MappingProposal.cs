namespace LabQc.Instruments;

/// <summary>A mapping that LabQc proposes for a table, for a person to check: what a table means no program can know.</summary>
/// <param name="Mapping">The mapping; null where no table was found.</param>
/// <param name="Notes">What was assumed, and what to check.</param>
public sealed record MappingProposal(TableMapping? Mapping, IReadOnlyList<string> Notes);
