using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>Reads credentials, and writes them within the audit records of <see cref="CredentialChange"/>.</summary>
internal sealed class CredentialStore(LabWork work)
{
    private const string Columns =
        """
        SELECT c.name,
               c.kind,
               c.ordinal,
               c.fingerprint,
               c.label,
               c.expires_at,
               c.recorded_at,
               c.recorded_by,
               s.secret
          FROM credential c
          LEFT JOIN credential_secret s
            ON s.site = c.site
           AND s.name = c.name
           AND s.kind = c.kind
           AND s.ordinal = c.ordinal
         WHERE c.site = @site
           AND NOT EXISTS (SELECT 1
                             FROM credential_end e
                            WHERE e.site = c.site
                              AND e.name = c.name
                              AND e.kind = c.kind
                              AND e.ended = c.ordinal)
        """;

    /// <summary>Everybody's credentials that did not end.</summary>
    public IReadOnlyList<Credential> Live() =>
        [.. work.Session.Query<CredentialRow>($"{Columns} ORDER BY c.name, c.kind, c.ordinal", new { site = work.Site }).Select(ToCredential)];

    /// <summary>A person's credentials that did not end.</summary>
    public IReadOnlyList<Credential> Live(string name) =>
        [.. work.Session.Query<CredentialRow>($"{Columns} AND c.name = @name ORDER BY c.kind, c.ordinal", new { site = work.Site, name }).Select(ToCredential)];

    /// <summary>A person's one credential of a kind, or null.</summary>
    public Credential? Live(string name, CredentialKind kind) => Live(name).LastOrDefault(c => c.Kind == kind);

    /// <summary>The credential of a kind that did not end and has this secret, or null.</summary>
    public Credential? BySecret(CredentialKind kind, string secret) =>
        work.Session.Find<CredentialRow>($"{Columns} AND s.kind = @kind AND s.secret = @secret", new { site = work.Site, kind = kind.Word(), secret }) is { } row
            ? ToCredential(row)
            : null;

    /// <summary>The ordinal of a person's next credential of a kind.</summary>
    public long NextOrdinal(string name, CredentialKind kind) =>
        work.Session.Find<long>(
            "SELECT COALESCE(MAX(ordinal), 0) + 1 FROM credential WHERE site = @site AND name = @name AND kind = @kind",
            new { site = work.Site, name, kind = kind.Word() });

    public RecordKey Key(Credential credential) => new("credential", work.Site, credential.Name, credential.Kind.Word(), credential.Ordinal);

    public RecordKey EndKey(Credential credential) => new("credential_end", work.Site, credential.Name, credential.Kind.Word(), credential.Ordinal);

    public void Insert(Credential credential) =>
        work.Session.Execute(
            """
            INSERT INTO credential (site, name, kind, ordinal, fingerprint, label, expires_at, recorded_at, recorded_by)
            VALUES (@site, @Name, @kind, @Ordinal, @Fingerprint, @Label, @ExpiresAt, @RecordedAt, @RecordedBy)
            """,
            new
            {
                site = work.Site,
                credential.Name,
                kind = credential.Kind.Word(),
                credential.Ordinal,
                credential.Fingerprint,
                credential.Label,
                credential.ExpiresAt,
                credential.RecordedAt,
                credential.RecordedBy,
            });

    public void InsertEnd(Credential credential, string why) =>
        work.Session.Execute(
            """
            INSERT INTO credential_end (site, name, kind, ended, why, recorded_at, recorded_by)
            VALUES (@site, @Name, @kind, @Ordinal, @why, @recordedAt, @recordedBy)
            """,
            new
            {
                site = work.Site,
                credential.Name,
                kind = credential.Kind.Word(),
                credential.Ordinal,
                why,
                recordedAt = work.Trail.Now(),
                recordedBy = work.Actor.Name,
            });

    /// <summary>Keeps a secret; outside any audit record.</summary>
    public void KeepSecret(Credential credential) =>
        work.Session.Derive(
            "INSERT INTO credential_secret (site, name, kind, ordinal, secret) VALUES (@site, @Name, @kind, @Ordinal, @Secret)",
            new { site = work.Site, credential.Name, kind = credential.Kind.Word(), credential.Ordinal, credential.Secret });

    /// <summary>Takes a secret away; outside any audit record.</summary>
    public void DropSecret(Credential credential) =>
        work.Session.Derive(
            "DELETE FROM credential_secret WHERE site = @site AND name = @Name AND kind = @kind AND ordinal = @Ordinal",
            new { site = work.Site, credential.Name, kind = credential.Kind.Word(), credential.Ordinal });

    private static Credential ToCredential(CredentialRow row) => new()
    {
        Name = row.Name,
        Kind = Enum.GetValues<CredentialKind>().Single(k => k.Word() == row.Kind),
        Ordinal = row.Ordinal,
        Fingerprint = row.Fingerprint,
        Label = row.Label,
        ExpiresAt = row.ExpiresAt,
        RecordedAt = row.RecordedAt,
        RecordedBy = row.RecordedBy,
        Secret = row.Secret,
    };

    private sealed record CredentialRow
    {
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required long Ordinal { get; init; }
        public required string Fingerprint { get; init; }
        public string? Label { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public required DateTimeOffset RecordedAt { get; init; }
        public required string RecordedBy { get; init; }
        public string? Secret { get; init; }
    }
}
