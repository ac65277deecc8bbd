namespace LabQc.People;

/// <summary>One version of what became of a role of a person.</summary>
public sealed record RoleGrant
{
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required int Version { get; init; }
    public required RoleGrantState State { get; init; }
    /// <summary>Whether it took effect with nobody there who could have confirmed it. The mark stays for ever.</summary>
    public required bool FirstGrant { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }

    /// <summary>Whether this version, where it is the newest, gives the role.</summary>
    public bool InEffect => State is RoleGrantState.Granted or RoleGrantState.Confirmed;
}

/// <summary>What became of a role.</summary>
public enum RoleGrantState
{
    /// <summary>In effect at once.</summary>
    Granted,
    /// <summary>Waits until another QA manager confirms it.</summary>
    Pending,
    Confirmed,
    Withdrawn,
}

/// <summary>The words for states of grants.</summary>
public static class RoleGrantStates
{
    /// <summary>The state as the registry writes it and pages show it.</summary>
    public static string Word(this RoleGrantState state) => state switch
    {
        RoleGrantState.Granted => "granted",
        RoleGrantState.Pending => "pending",
        RoleGrantState.Confirmed => "confirmed",
        RoleGrantState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
