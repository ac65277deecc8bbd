using System.Globalization;
using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// Decides on one try within one writing unit of work: whoever tries several passwords at once is counted one after the other,
/// and the lock holds for those that come after it.
/// </summary>
internal sealed class SignInDecision(LabWork work, LabRegistry registry, TimeProvider clock, SignInAttempt attempt)
{
    private static readonly TimeSpan UnknownAreKeptFor = TimeSpan.FromDays(2);
    private readonly SignInGuardStore _guards = new(work);
    private readonly SettingStore _settings = new(work);
    private readonly DateTimeOffset _now = clock.GetUtcNow();

    /// <summary>Refuses a name that is locked, whatever the password.</summary>
    public static void RefuseLocked(SignInGuard guard, DateTimeOffset now)
    {
        if (guard.IsLocked(now))
            throw new SignInRefusedException($"After too many wrong attempts this name is locked until {Moment.Words(guard.LockedUntil!.Value)}. An administrator can lift it earlier.")
            {
                AttemptsLeft = 0,
                LockedUntil = guard.LockedUntil,
            };
    }

    /// <summary>The person, proven; or a refusal, counted and recorded.</summary>
    public ProvenPerson Decide(bool passwordFits, string password)
    {
        var guard = _guards.Find(attempt.Subject);
        RefuseLocked(guard, _now);
        var standing = attempt.Person is { } known ? new CredentialStore(work).Live(known.Name) : [];
        if (!passwordFits || standing.LastOrDefault(c => c.Kind == CredentialKind.Password)?.Ordinal != attempt.Password!.Ordinal)
            throw Failed(guard, attempt.Purpose == ProofPurpose.Signing ? "The password is wrong." : "The name or the password is wrong.", "the password did not fit");
        var person = attempt.Person!;
        RefuseUnused(person, guard);
        guard = CheckCode(person, standing, guard);
        if (PasswordHash.IsOutdated(attempt.Stored!))
            new CredentialChange(work).End(attempt.Password, "made anew with more iterations").Make(person.Name, CredentialKind.Password, PasswordHash.Of(password))
                .Record("password.rehashed", reason: null);
        _guards.Save(guard.Cleared() with { SignedInAt = _now });
        if (attempt.Purpose != ProofPurpose.Signing)
            work.Trail.Record("sign-in", lot: null, attempt.PurposeWords, [], () => { });
        work.Commit();
        return new ProvenPerson(person, attempt.Authentication, attempt.Purpose, clock);
    }

    private SignInGuard CheckCode(Person person, IReadOnlyList<Credential> standing, SignInGuard guard)
    {
        if (standing.LastOrDefault(c => c.Kind == CredentialKind.Totp) is not { } totp)
            return guard;
        if (string.IsNullOrWhiteSpace(attempt.Code))
            throw new OneTimeCodeNeededException();
        if (!OneTimeCodes.LooksLikeOne(attempt.Code))
        {
            UseRecoveryCode(standing, guard);
            return guard;
        }
        var seed = SecretVault.Of(work).Open(totp.Proven(person.PrintedName), OneTimeCodes.Context(person.Name))
            ?? throw new CredentialChangedException(person.PrintedName, totp.Kind.Title());
        if (OneTimeCodes.Step(seed, attempt.Code, _now) is not { } step)
            throw Failed(guard, "The one-time code is wrong.", "the one-time code did not fit");
        return step > guard.LastCodeStep
            ? guard with { LastCodeStep = step }
            : throw new SignInRefusedException("This one-time code was used already, and each counts once: wait until the app shows the next one.");
    }

    private void UseRecoveryCode(IReadOnlyList<Credential> standing, SignInGuard guard)
    {
        if (attempt.Purpose == ProofPurpose.Signing)
            throw Failed(guard, "A recovery code does not sign: give the one-time code that the app shows.", "a recovery code was given for a signature");
        var digest = SecretVault.Of(work).Digest(RandomSecret.Plain(attempt.Code!));
        if (standing.FirstOrDefault(c => c.Kind == CredentialKind.Recovery && c.Secret == digest && c.FitsFingerprint) is not { } recovery)
            throw Failed(guard, "The one-time code or recovery code is wrong.", "the recovery code did not fit");
        new CredentialChange(work).End(recovery, "used").Record("recovery-code.used", reason: null);
    }

    private void RefuseUnused(Person person, SignInGuard guard)
    {
        var days = _settings.Value(Setting.UnusedDays);
        var lastUsed = guard.SignedInAt is { } used && used > attempt.Password!.RecordedAt ? used : attempt.Password!.RecordedAt;
        if (days > 0 && _now - lastUsed > TimeSpan.FromDays(days))
            throw new SignInRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The account of {person.PrintedName} was not used for more than {days} days, so it lets nobody in. Let an administrator reset it."));
    }

    private SignInRefusedException Failed(SignInGuard guard, string words, string finding)
    {
        var allowed = _settings.Value(Setting.LockoutFailures);
        var failed = guard.Failed(_now, allowed, TimeSpan.FromMinutes(_settings.Value(Setting.LockoutMinutes)));
        // Not the person's own event: whoever failed to be that person is not known.
        var trail = new Trail(work.Session, work.Site, Actor.OfAccount(), registry.Keys.HmacKey(), clock);
        var who = attempt.Person?.Name ?? "unknown name";
        trail.Record("sign-in.failed", lot: null, $"{who}: {finding}, {attempt.PurposeWords}", [], () => { });
        if (failed.LockedUntil is { } until)
            trail.Record("sign-in.locked", lot: null, $"{who}: until {Moment.Words(until)}", [], () => { });
        _guards.Save(failed);
        _guards.ForgetUnknown(_now - UnknownAreKeptFor);
        work.Commit();
        return Refusal(words, failed, allowed - failed.Failures);
    }

    private static SignInRefusedException Refusal(string words, SignInGuard guard, int left) => guard.LockedUntil is { } until
        ? new($"{words} That was one too many: the name is locked until {Moment.Words(until)}. An administrator can lift it earlier.") { AttemptsLeft = 0, LockedUntil = until }
        : new(string.Create(CultureInfo.InvariantCulture, $"{words} {left} {(left == 1 ? "attempt is" : "attempts are")} left, then the name is locked for a while.")) { AttemptsLeft = left };
}
