using System.Security.Cryptography;
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
    /// <exception cref="UnrecordedChangeException">Something was written outside the trail; nothing is kept.</exception>
    public void Commit() => Session.Commit();

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();

    /// <summary>Where the HMAC key is looked for.</summary>
    public string HmacPath => _keys.HmacPath;

    /// <summary>The HMAC key, or null where it is not there.</summary>
    internal byte[]? FindHmacKey() => _keys.FindHmacKey();

    /// <summary>The key that signs checkpoints.</summary>
    internal RSA SigningKey() => _keys.SigningKey();

    /// <summary>The time now, as the registry writes it.</summary>
    internal string Now() => FixedWidthTime.Of(_clock.GetUtcNow());
}
