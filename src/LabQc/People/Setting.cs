namespace LabQc.People;

/// <summary>A setting of access: what it means, and between which bounds.</summary>
/// <param name="Code">How the registry names it.</param>
/// <param name="Words">What it says.</param>
/// <param name="Unit">The unit of its value.</param>
/// <param name="Default">The value until somebody changes it.</param>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest value.</param>
public sealed record Setting(string Code, string Words, string Unit, int Default, int Least, int Most)
{
    public static Setting InactivityMinutes { get; } =
        new("session.inactivity_minutes", "A session ends after this long without a request", "minutes", 15, 1, 60);

    public static Setting AbsoluteHours { get; } =
        new("session.absolute_hours", "A session ends after this long, whatever happens in it", "hours", 10, 1, 24);

    public static Setting LockoutFailures { get; } =
        new("lockout.failures", "So many wrong passwords or codes in a row lock a name", "failures", 5, 3, 10);

    public static Setting LockoutMinutes { get; } =
        new("lockout.minutes", "The first lock lasts this long, each further one twice as long as the one before, up to a day", "minutes", 15, 1, 1440);

    public static Setting InvitationHours { get; } =
        new("invitation.hours", "A one-time code for setting a password can be used for this long", "hours", 72, 1, 336);

    public static Setting SigningBlockHours { get; } =
        new("signing.block_hours_after_reset", "Nothing can be signed for this long after an administrator reset somebody's credentials", "hours", 24, 24, 336);

    public static Setting UnusedDays { get; } =
        new("accounts.unused_days", "An account that was not used for this long lets nobody in until it is reset (0: never)", "days", 0, 0, 3650);

    /// <summary>All settings, in the order in which they are listed.</summary>
    public static IReadOnlyList<Setting> All { get; } =
        [InactivityMinutes, AbsoluteHours, LockoutFailures, LockoutMinutes, InvitationHours, SigningBlockHours, UnusedDays];

    /// <summary>The setting of a code, or null.</summary>
    public static Setting? Find(string code) => All.FirstOrDefault(s => s.Code == code);
}

/// <summary>A setting with its value, and who set it.</summary>
public sealed record SettingLine
{
    public required Setting Setting { get; init; }
    public required int Value { get; init; }
    /// <summary>How often it was changed: 0 where it never was.</summary>
    public required int Version { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
    public string? RecordedBy { get; init; }
}
