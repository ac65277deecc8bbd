using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>One unit of work of one person on the registry: what is read, what is written, and its trail.</summary>
public sealed class LabWork : IDisposable
{
    private readonly RegistryKeys _keys;
    private readonly TimeProvider _clock;
    private Trail? _trail;

    internal LabWork(LabSession session, RegistryIdentity registry, Actor actor, RegistryKeys keys, TimeProvider clock)
    {
        Session = session;
        Registry = registry;
        Actor = actor;
        _keys = keys;
        _clock = clock;
    }

    public LabSession Session { get; }

    public RegistryIdentity Registry { get; }

    public string Site => Registry.Site;

    public Actor Actor { get; }

    /// <summary>Records changes. Reading needs no key; the first change does.</summary>
    /// <exception cref="KeyMissingException">The registry's HMAC key is not where it should be.</exception>
    public Trail Trail => _trail ??= new Trail(Session, Site, Actor, _keys.HmacKey(), _clock);

    /// <summary>Keeps what was written.</summary>
    public void Commit() => Session.Commit();

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
