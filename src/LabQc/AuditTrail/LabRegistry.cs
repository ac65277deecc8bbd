using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Whether a registry holds real lots or the demonstration's.</summary>
public enum RegistryKind
{
    Laboratory,
    Demonstration,
}

/// <summary>What a registry says of itself.</summary>
public sealed record RegistryIdentity
{
    public required string Site { get; init; }
    public required string RegistryId { get; init; }
    public required string Kind { get; init; }
    public required string TimeZone { get; init; }
    /// <summary>The public half of the key that signs checkpoints, as PEM.</summary>
    public required string PublicKey { get; init; }
    public required string CreatedAt { get; init; }

    /// <summary>Whether the registry can only ever hold demonstration data.</summary>
    public bool IsDemonstration => Kind == "demonstration";
}

/// <summary>A laboratory's registry in a data folder, and the keys that belong to it.</summary>
public sealed class LabRegistry
{
    /// <summary>The site of a laboratory that has one only.</summary>
    public const string DefaultSite = "main";

    private readonly LabDatabase _database;
    private readonly string _keysFolder;
    private readonly TimeProvider _clock;

    private LabRegistry(LabDatabase database, RegistryIdentity identity, string keysFolder, TimeProvider clock)
    {
        _database = database;
        Identity = identity;
        _keysFolder = keysFolder;
        _clock = clock;
    }

    public RegistryIdentity Identity { get; }

    /// <summary>The data folder.</summary>
    public string Folder => _database.Folder;

    /// <summary>The registry's keys, present or not.</summary>
    public RegistryKeys Keys => new(_keysFolder, Identity.RegistryId);

    /// <summary>Makes an empty registry and its keys.</summary>
    /// <exception cref="RegistryExistsException">The folder holds one already.</exception>
    public static LabRegistry Create(string folder, RegistryKind kind, string keysFolder, Actor actor, TimeProvider clock)
    {
        var database = LabDatabase.Create(folder);
        var id = Guid.NewGuid().ToString();
        var keys = new RegistryKeys(keysFolder, id);
        var publicKey = keys.Make();
        using var session = database.OpenSession();
        var trail = new Trail(session, DefaultSite, actor, keys.HmacKey(), clock);
        var identity = new RegistryIdentity
        {
            Site = DefaultSite,
            RegistryId = id,
            Kind = kind == RegistryKind.Demonstration ? "demonstration" : "laboratory",
            TimeZone = TimeZoneInfo.Local.Id,
            PublicKey = publicKey,
            CreatedAt = trail.Now(),
        };
        trail.Record("registry.created", lot: null, reason: null,
            [new RecordKey("registry", DefaultSite)], () => new RegistryStore(session).Insert(identity));
        session.Commit();
        return new LabRegistry(database, identity, keysFolder, clock);
    }

    /// <summary>Opens the registry of a data folder.</summary>
    /// <exception cref="RegistryMissingException">The folder holds none.</exception>
    /// <exception cref="RegistryDamagedException">The file cannot be read, or says nothing of itself.</exception>
    public static LabRegistry Open(string folder, string keysFolder, TimeProvider clock)
    {
        var database = LabDatabase.Open(folder);
        using var session = database.OpenSession();
        var identity = (session.Rows.Tables().Contains("registry") ? new RegistryStore(session).Find() : null)
            ?? throw new RegistryDamagedException(folder, "the row that says what registry it is is missing (or an init was cut off; then run it again)");
        return new LabRegistry(database, identity, keysFolder, clock);
    }

    /// <summary>Starts a unit of work; dispose it, and commit it before where it writes.</summary>
    public LabWork Begin(Actor actor) =>
        new(_database.OpenSession(), Identity, actor, Keys, _clock);
}
