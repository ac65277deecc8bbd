using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>A session of a browser, as the registry keeps it.</summary>
public sealed record SessionLine
{
    /// <summary>The SHA-256 of the token in lower-case hex; nobody can use it as a token.</summary>
    public required string Id { get; init; }
    /// <summary>The sign-in name.</summary>
    public required string Name { get; init; }
    public required string Authentication { get; init; }
    /// <summary>What the browser said of itself.</summary>
    public required string Client { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>The last request, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }
    /// <summary>When it ends at the latest.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndedWhy { get; init; }
}

/// <summary>Somebody whose browser holds a session that counts.</summary>
public sealed record SignedIn
{
    /// <summary>The person as the account stands now, so that a changed role counts at once.</summary>
    public required Person Person { get; init; }
    public required string SessionId { get; init; }
    public required string Authentication { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>When it ends if there is no further request.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>When it ends whatever happens.</summary>
    public required DateTimeOffset AbsoluteUntil { get; init; }

    /// <summary>The person as audit events name them.</summary>
    public Actor Actor => Actor.OfPerson(Person.PrintedName, Person.Name, Authentication);
}
