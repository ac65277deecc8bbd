using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>Keeps the counts of failed sign-ins.</summary>
internal sealed class SignInGuardStore(LabWork work)
{
    /// <summary>What the subjects begin with that are no person's name.</summary>
    public const string UnknownPrefix = "?";

    /// <summary>The guard of a name; an empty one where nothing was counted.</summary>
    public SignInGuard Find(string subject) =>
        work.Session.Find<SignInGuard>(
            $"""
            {Select}
               AND subject = @subject
            """,
            new { site = work.Site, subject })
        ?? new SignInGuard { Subject = subject };

    /// <summary>All that are locked now, the longest first.</summary>
    public IReadOnlyList<Lockout> Locked(DateTimeOffset now) =>
        [.. work.Session.Query<SignInGuard>(
            $"""
            {Select}
               AND locked_until > @now
             ORDER BY locked_until DESC
            """,
            new { site = work.Site, now }).Select(ToLockout)];

    public void Save(SignInGuard guard) =>
        work.Session.Derive(
            """
            INSERT INTO sign_in_guard (site, subject, failures, lockouts, locked_until, failed_at, signed_in_at, last_code_step)
            VALUES (@site, @Subject, @Failures, @Lockouts, @LockedUntil, @FailedAt, @SignedInAt, @LastCodeStep)
            ON CONFLICT (site, subject) DO UPDATE
               SET failures       = excluded.failures,
                   lockouts       = excluded.lockouts,
                   locked_until   = excluded.locked_until,
                   failed_at      = excluded.failed_at,
                   signed_in_at   = excluded.signed_in_at,
                   last_code_step = excluded.last_code_step
            """,
            new
            {
                site = work.Site,
                guard.Subject,
                guard.Failures,
                guard.Lockouts,
                guard.LockedUntil,
                guard.FailedAt,
                guard.SignedInAt,
                guard.LastCodeStep,
            });

    /// <summary>Forgets names that are nobody's and were not tried since.</summary>
    public void ForgetUnknown(DateTimeOffset before) =>
        work.Session.Derive(
            """
            DELETE FROM sign_in_guard
             WHERE site = @site
               AND substr(subject, 1, 1) = @prefix
               AND failed_at < @before
            """,
            new { site = work.Site, prefix = UnknownPrefix, before });

    private const string Select =
        """
        SELECT subject,
               failures,
               lockouts,
               locked_until,
               failed_at,
               signed_in_at,
               last_code_step
          FROM sign_in_guard
         WHERE site = @site
        """;

    private static Lockout ToLockout(SignInGuard guard) => new()
    {
        Name = guard.Subject.StartsWith(UnknownPrefix, StringComparison.Ordinal) ? null : guard.Subject,
        LockedUntil = guard.LockedUntil!.Value,
        Lockouts = guard.Lockouts,
    };
}
