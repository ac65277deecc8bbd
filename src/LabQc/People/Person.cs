namespace LabQc.People;

/// <summary>Where an account stands.</summary>
public enum PersonState
{
    /// <summary>A one-time code was handed out; no password was ever set.</summary>
    Invited,
    Active,
    /// <summary>For ever. The names stay taken.</summary>
    Closed,
}

/// <summary>Somebody who may sign in, or once did.</summary>
public sealed record Person
{
    /// <summary>The sign-in name, in lower case, such as <c>mira.okafor</c>. Unique for ever.</summary>
    public required string Name { get; init; }

    /// <summary>The name as records, pages and papers show it. Unique for ever, whatever its case.</summary>
    public required string PrintedName { get; init; }

    public required PersonState State { get; init; }

    /// <summary>Who checked that this person is who they say, and how; required before anybody gets an account.</summary>
    public required string IdentityCheckedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>When the person first set an own password; null until then.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>The version of the accountability statement that the person accepted last.</summary>
    public int? StatementVersion { get; init; }

    public DateTimeOffset? StatementAcceptedAt { get; init; }

    /// <summary>Until when nothing can be signed, after an administrator reset the credentials; may lie in the past.</summary>
    public DateTimeOffset? SigningBlockedUntil { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    /// <summary>Moves by one with each change; a change names the one that was read.</summary>
    public required long RowVersion { get; init; }

    /// <summary>Roles in effect, in the order in which roles are listed; none of a closed account.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Roles that wait for a confirmation.</summary>
    public IReadOnlyList<Role> PendingRoles { get; init; } = [];

    /// <summary>False between a reset and the new password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether a one-time code from an app is asked for beside the password.</summary>
    public bool HasOneTimeCodes { get; init; }

    /// <summary>Until when the one-time code for setting a password can be used; null where none is open.</summary>
    public DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>Whether the statement in force was accepted; nothing can be signed before.</summary>
    public bool AcceptedStatement => StatementVersion == AccountabilityStatement.Version;

    /// <summary>Whether the person holds a role in effect.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the permission table lets this person do something with a lot at this stage.</summary>
    public bool May(LabAction action, LotStage stage = LotStage.None) =>
        State == PersonState.Active && PermissionTable.Allows(Roles, action, stage);
}

/// <summary>The words for states of accounts.</summary>
public static class PersonStates
{
    /// <summary>The state as the registry writes it and pages show it.</summary>
    public static string Word(this PersonState state) => state switch
    {
        PersonState.Invited => "invited",
        PersonState.Active => "active",
        PersonState.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
