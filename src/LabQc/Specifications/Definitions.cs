using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Methods;

namespace LabQc.Specifications;

/// <summary>
/// What a laboratory defines: attributes, isolation methods, products, instruments, methods and specifications. Every defined thing
/// has a code and a version.
/// </summary>
public sealed record Definitions
{
    public static readonly Definitions None = new();

    public IReadOnlyList<LabAttribute> Attributes { get; init; } = [];

    public IReadOnlyList<IsolationMethod> IsolationMethods { get; init; } = [];

    public IReadOnlyList<Product> Products { get; init; } = [];

    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    public IReadOnlyList<MethodVersion> Methods { get; init; } = [];

    public IReadOnlyList<Specification> Specifications { get; init; } = [];

    /// <summary>Reads a definitions file.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="known">What is defined already and may be named: attributes, products, methods. None: only what is built in.</param>
    /// <returns>What was read, and all problems that were found. With a finding the file is to be refused as a whole.</returns>
    public static DefinitionsReading Read(string json, Definitions? known = null)
    {
        var findings = new List<DefinitionFinding>();
        var definitions = DefinitionForm.Parse(json, findings) is { } form
            ? new DefinitionsReader(known ?? None, findings).Read(form)
            : None;
        return new DefinitionsReading(definitions, findings);
    }
}

/// <summary>What a definitions file holds, and what is wrong with it.</summary>
public sealed record DefinitionsReading(Definitions Definitions, IReadOnlyList<DefinitionFinding> Findings)
{
    /// <summary>Whether the file may be taken: nothing is wrong with it.</summary>
    public bool IsAccepted => Findings.Count == 0;
}
