using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>What a definitions file added to the registry.</summary>
/// <param name="Added">What is new, as <c>specification MSC-EV@3</c>.</param>
/// <param name="Unchanged">How many things stood already with the same content.</param>
public sealed record DefinitionOutcome(IReadOnlyList<string> Added, int Unchanged);

/// <summary>No specification of a product is effective.</summary>
public sealed class SpecificationMissingException(string message) : RefusalException(message);

/// <summary>Everything that a laboratory has defined, as its registry holds it.</summary>
public sealed class DefinitionRegister(LabWork work)
{
    private static readonly IReadOnlyList<(string Section, string Table)> Sections =
    [
        ("attributes", "lab_attribute"), ("isolation_methods", "isolation_method"), ("products", "product"),
        ("instruments", "instrument"), ("methods", "method"), ("specifications", "specification"),
    ];

    /// <summary>Defines what every laboratory begins with: the three isolation methods, and no limit at all.</summary>
    public void DefineBuiltIn() => Add(new Definitions { IsolationMethods = IsolationMethod.BuiltIn });

    /// <summary>Takes a definitions file, all of it or nothing. Does not commit.</summary>
    /// <exception cref="FormException">Something in the file is wrong; every problem is named.</exception>
    /// <param name="json">The file's text.</param>
    /// <param name="form">The file's name, for messages.</param>
    /// <param name="specificationsAreSigned">
    /// Whether people exist: then a new specification is drafted and approved by signature, and a file that brings one is refused.
    /// </param>
    /// <exception cref="ChangedDefinitionException">A version that stands has other content in the file.</exception>
    public DefinitionOutcome Define(string json, string form, bool specificationsAreSigned = false)
    {
        var reading = Definitions.Read(json, Read());
        if (!reading.IsAccepted)
            throw new FormException(form, [.. reading.Findings.Select(f => new FormProblem(f.Where, $"{f.Problem} {f.Advice}"))]);
        if (specificationsAreSigned)
            RefuseNew(reading.Definitions.Specifications, form);
        return Add(reading.Definitions);
    }

    /// <summary>All that is defined: every version of each thing; of attributes the newest.</summary>
    public Definitions Read()
    {
        var sections = Sections.Select(s => $"\"{s.Section}\":[{string.Join(',', Stored(s.Table).Select(d => d.Content))}]");
        var reading = Definitions.Read($"{{{string.Join(',', sections)}}}");
        return reading.IsAccepted
            ? reading.Definitions
            : throw new InvalidDataException($"The registry's definitions cannot be read: {reading.Findings[0]}");
    }

    /// <summary>
    /// The specification that a lot isolated on a day is judged by, if no other is named: the product's own one, never a market's.
    /// </summary>
    /// <exception cref="SpecificationMissingException">None of the product was effective then.</exception>
    public static Specification EffectiveOn(Definitions definitions, string product, DateOnly day)
    {
        var versions = definitions.Specifications.Where(s => s.Code == product).ToList();
        return versions.Where(s => s.EffectiveFrom <= day).MaxBy(s => (s.EffectiveFrom, s.Version))
            ?? throw new SpecificationMissingException(versions.Count == 0
                ? $"No specification of {product} is defined. A laboratory sets its own limits: `labqc define FILE.json`."
                : string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"No specification of {product} was effective on {day:yyyy-MM-dd}; the first is effective from {versions.Min(s => s.EffectiveFrom):yyyy-MM-dd}."));
    }

    /// <summary>
    /// Every specification that lots of a product can be judged by: all versions of its own one, newest first, then its markets'.
    /// </summary>
    public static IReadOnlyList<Specification> OfProduct(Definitions definitions, string product) =>
        [.. definitions.Specifications.Where(s => s.Product == product).OrderBy(s => s.Code, StringComparer.Ordinal).ThenByDescending(s => s.Version)];

    /// <summary>The specification named <c>PRODUCT@VERSION</c> or <c>PRODUCT/MARKET@VERSION</c>.</summary>
    /// <exception cref="SpecificationMissingException">There is none of that name.</exception>
    public static Specification Named(Definitions definitions, string name) =>
        definitions.Specifications.FirstOrDefault(s => s.Name == name)
        ?? throw new SpecificationMissingException(
            $"There is no specification \"{name}\"; there are {string.Join(", ", definitions.Specifications.Select(s => s.Name).DefaultIfEmpty("none"))}.");

    private void RefuseNew(IReadOnlyList<Specification> specifications, string form)
    {
        var stored = new VersionedDefinitions(work, "specification");
        var problems = specifications.Where(s => stored.Find(s.Code, s.Version) is null)
            .Select(s => new FormProblem(s.Name, "a new specification is drafted and approved by signature, in the pages under Specifications; define the rest without it"))
            .ToList();
        if (problems.Count > 0)
            throw new FormException(form, problems);
    }

    /// <summary>Adds what is new. Does not commit.</summary>
    internal DefinitionOutcome Add(Definitions definitions)
    {
        List<(string Table, string Code, int Version, string Content)> things =
        [
            .. definitions.Attributes.Select(a => ("lab_attribute", a.Code, a.Version, DefinitionText.Of(a))),
            .. definitions.IsolationMethods.Select(m => ("isolation_method", m.Code, m.Version, DefinitionText.Of(m))),
            .. definitions.Products.Select(p => ("product", p.Code, p.Version, DefinitionText.Of(p))),
            .. definitions.Instruments.Select(i => ("instrument", i.Code, i.Version, DefinitionText.Of(i))),
            .. definitions.Methods.Select(m => ("method", m.Code, m.Version, DefinitionText.Of(m))),
            .. definitions.Specifications.Select(s => ("specification", s.Code, s.Version, DefinitionText.Of(s))),
        ];
        var added = things
            .Where(t => new VersionedDefinitions(work, t.Table).Define(t.Code, t.Version, t.Content))
            .Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Table} {t.Code}@{t.Version}"))
            .ToList();
        return new DefinitionOutcome(added, things.Count - added.Count);
    }

    private IEnumerable<DefinedVersion> Stored(string table)
    {
        var all = new VersionedDefinitions(work, table).All();
        return table == "lab_attribute" ? all.GroupBy(d => d.Code).Select(g => g.Last()) : all;
    }
}
