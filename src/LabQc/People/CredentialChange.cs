using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// One change of somebody's credentials: what ends and what is made, as one audit event. The event holds fingerprints; the
/// secrets are written beside it, in the same transaction.
/// </summary>
internal sealed class CredentialChange(LabWork work)
{
    private readonly CredentialStore _store = new(work);
    private readonly List<(Credential Credential, string Why)> _ended = [];
    private readonly List<Credential> _made = [];

    /// <summary>Ends a credential.</summary>
    public CredentialChange End(Credential credential, string why)
    {
        _ended.Add((credential, why));
        return this;
    }

    /// <summary>Ends all of a person's credentials of some kinds.</summary>
    public CredentialChange EndAll(string name, string why, params IReadOnlyList<CredentialKind> kinds)
    {
        _ended.AddRange(_store.Live(name).Where(c => kinds.Contains(c.Kind)).Select(c => (c, why)));
        return this;
    }

    /// <summary>Makes a credential.</summary>
    public CredentialChange Make(string name, CredentialKind kind, string secret, string? label = null, DateTimeOffset? expiresAt = null)
    {
        _made.Add(new Credential
        {
            Name = name,
            Kind = kind,
            Ordinal = _store.NextOrdinal(name, kind) + _made.Count(m => m.Name == name && m.Kind == kind),
            Fingerprint = SecretVault.Fingerprint(secret),
            Label = label,
            ExpiresAt = expiresAt,
            RecordedAt = Moment.Of(work),
            RecordedBy = work.Actor.Name,
            Secret = secret,
        });
        return this;
    }

    /// <summary>Writes it, together with other rows that belong to the same event.</summary>
    public void Record(string action, string? reason, IReadOnlyList<RecordKey>? rows = null, Action? further = null)
    {
        work.Trail.Record(action, lot: null, reason,
            [.. rows ?? [], .. _made.Select(_store.Key), .. _ended.Select(e => _store.EndKey(e.Credential))],
            () =>
            {
                further?.Invoke();
                _made.ForEach(_store.Insert);
                _ended.ForEach(e => _store.InsertEnd(e.Credential, e.Why));
            });
        _made.ForEach(_store.KeepSecret);
        _ended.ForEach(e => _store.DropSecret(e.Credential));
    }
}
