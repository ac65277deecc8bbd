using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Instruments;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>No mapping of that name is saved, and no file of that name is there.</summary>
public sealed class MappingMissingException(string name, IEnumerable<string> saved)
    : RefusalException($"There is no mapping \"{name}\": neither a file nor a saved one; {(saved.Any() ? $"saved are {string.Join(", ", saved)}" : "none is saved")}. `labqc mapping new FILE --save MAPPING.json` proposes one.");

/// <summary>Column mappings by name and version, as measurements were read with them.</summary>
/// <param name="work">The unit of work.</param>
/// <param name="source">Where files are named from.</param>
public sealed class SavedMappings(LabWork work, IFileSource source)
{
    private readonly VersionedDefinitions _saved = new(work, "table_mapping");

    /// <summary>
    /// The mapping that a person names: a file, which is saved under its name and version, or a saved one as <c>NAME</c> (its
    /// newest version) or <c>NAME@VERSION</c>. Does not commit.
    /// </summary>
    /// <exception cref="MappingMissingException">There is neither.</exception>
    /// <exception cref="ChangedDefinitionException">The file's version is saved already with other content.</exception>
    /// <exception cref="FormException">The file is no mapping.</exception>
    public TableMapping Use(string named)
    {
        if (source.FindText(named) is { } text)
            return Save(TableMapping.FromJson(text, named));
        return Saved(named);
    }

    /// <summary>The saved mapping of a name, as <c>NAME</c> (its newest version) or <c>NAME@VERSION</c>.</summary>
    /// <exception cref="MappingMissingException">There is none.</exception>
    public TableMapping Saved(string named)
    {
        var found = Find(named.Split('@')) ?? throw new MappingMissingException(named, _saved.All().Select(m => $"{m.Code}@{m.Version}"));
        return TableMapping.FromJson(found.Content, named);
    }

    /// <summary>All saved mappings, as <c>NAME@VERSION</c>.</summary>
    public IReadOnlyList<string> Names() => [.. _saved.All().Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Code}@{m.Version}"))];

    /// <summary>Saves a mapping under its name and version; the same one again is nothing new. Does not commit.</summary>
    /// <exception cref="ChangedDefinitionException">The version is saved already with other content.</exception>
    public TableMapping Save(TableMapping mapping)
    {
        _saved.Define(mapping.Name, mapping.Version, mapping.ToJson());
        return mapping;
    }

    private DefinedVersion? Find(string[] parts) => parts switch
    {
        [var name] => _saved.Versions(name) is [.., var newest] ? newest : null,
        [var name, var version] when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => _saved.Find(name, number),
        _ => null,
    };
}
