namespace LabQc.People;

/// <summary>Failures under one name since the last success, and what follows from them.</summary>
internal sealed record SignInGuard
{
    private static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);

    /// <summary>A sign-in name, or the digest of what was typed where nobody has that name.</summary>
    public required string Subject { get; init; }
    public int Failures { get; init; }
    public int Lockouts { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public DateTimeOffset? FailedAt { get; init; }
    public DateTimeOffset? SignedInAt { get; init; }
    /// <summary>The last time step whose one-time code was used; 0 where none was.</summary>
    public long LastCodeStep { get; init; }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>After a failure: locked once there are as many as the setting says, each time twice as long as before.</summary>
    public SignInGuard Failed(DateTimeOffset now, int allowed, TimeSpan firstLock)
    {
        var failed = this with { Failures = Failures + 1, FailedAt = now, LockedUntil = null };
        return failed.Failures < allowed
            ? failed
            : failed with { Failures = 0, Lockouts = Lockouts + 1, LockedUntil = now + LockFor(firstLock) };
    }

    /// <summary>After a success, or when an administrator lifts the lock: as if there had been no failure.</summary>
    public SignInGuard Cleared() => this with { Failures = 0, Lockouts = 0, LockedUntil = null };

    private TimeSpan LockFor(TimeSpan firstLock)
    {
        var length = firstLock;
        for (var i = 0; i < Lockouts && length < LongestLock; i++)
            length *= 2;
        return length < LongestLock ? length : LongestLock;
    }
}

/// <summary>A name under which nobody is let in for a while.</summary>
public sealed record Lockout
{
    /// <summary>The person's sign-in name; null where the name that was tried is nobody's.</summary>
    public string? Name { get; init; }
    public required DateTimeOffset LockedUntil { get; init; }
    /// <summary>How many locks there were since the last success.</summary>
    public required int Lockouts { get; init; }
}
