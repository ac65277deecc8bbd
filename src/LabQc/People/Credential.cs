namespace LabQc.People;

/// <summary>What proves a person.</summary>
internal enum CredentialKind
{
    Password,
    /// <summary>The seed of one-time codes.</summary>
    Totp,
    /// <summary>A code that stands in for a one-time code, once.</summary>
    Recovery,
    /// <summary>A code for setting a password, once.</summary>
    Invitation,
    /// <summary>A token for the command line.</summary>
    Token,
}

/// <summary>One proof of a person, and its secret while it counts.</summary>
internal sealed record Credential
{
    public required string Name { get; init; }
    public required CredentialKind Kind { get; init; }
    public required long Ordinal { get; init; }
    public required string Fingerprint { get; init; }
    public string? Label { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
    /// <summary>The secret in its stored form; null where it is not there.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether the secret is the one that was recorded.</summary>
    public bool FitsFingerprint => Secret is not null && SecretVault.Fingerprint(Secret) == Fingerprint;

    /// <summary>The secret, if it is the one that was recorded.</summary>
    /// <exception cref="CredentialChangedException">It is another, or gone.</exception>
    public string Proven(string printedName) =>
        FitsFingerprint ? Secret! : throw new CredentialChangedException(printedName, Kind.Title());
}

/// <summary>The words for kinds of credentials.</summary>
internal static class CredentialKinds
{
    public static string Word(this CredentialKind kind) => kind.ToString().ToLowerInvariant();

    public static string Title(this CredentialKind kind) => kind switch
    {
        CredentialKind.Totp => "seed of the one-time codes",
        CredentialKind.Recovery => "recovery code",
        CredentialKind.Invitation => "one-time code",
        _ => kind.Word(),
    };
}
