using LabQc.Units;

namespace LabQc.AuditTrail;

/// <summary>One version of a defined thing.</summary>
public sealed record DefinedVersion
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    /// <summary>The definition as canonical JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>A version that stands was defined again with other content.</summary>
public sealed class ChangedDefinitionException(string kind, string code, int version)
    : RefusalException($"{kind} {code} version {version} is defined already, with other content. A defined version never changes: give the new content version {version + 1}.")
{
    public string Kind { get; } = kind;
    public string Code { get; } = code;
    public int Version { get; } = version;
}

/// <summary>
/// Versions of one kind of defined thing (products, methods, instruments, specifications…). All of these tables have the
/// columns site, code, version and content; a version is written once and never changes.
/// </summary>
/// <param name="work">The unit of work.</param>
/// <param name="table">The table's name, which is also the kind's name for people.</param>
public sealed class VersionedDefinitions(LabWork work, string table)
{
    private readonly DefinitionStore _store = new(work.Session, work.Site, table);

    /// <summary>Defines a version. The same content again is nothing new.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="ChangedDefinitionException">The version stands with other content.</exception>
    public bool Define(string code, int version, string content)
    {
        work.Session.BeginWriting();
        if (Find(code, version) is { } standing)
            return standing.Content == content ? false : throw new ChangedDefinitionException(table, code, version);
        work.Trail.Record($"{table}.defined", lot: null, reason: null,
            [new RecordKey(table, work.Site, code, version)], () => _store.Insert(code, version, content));
        return true;
    }

    /// <summary>One version, or null.</summary>
    public DefinedVersion? Find(string code, int version) => _store.Find(code, version);

    /// <summary>All versions of a thing, oldest first.</summary>
    public IReadOnlyList<DefinedVersion> Versions(string code) => _store.Versions(code);

    /// <summary>All versions of all things, by code and version.</summary>
    public IReadOnlyList<DefinedVersion> All() => _store.All();
}
