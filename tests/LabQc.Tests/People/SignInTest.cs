using LabQc.People;

namespace LabQc.Tests.People;

public sealed class SignInTest : IDisposable
{
    private const string Mira = PeopleRegistry.Technician;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_right_password_proves_a_person_by_either_name_and_is_an_event_of_theirs()
    {
        var proven = _lab.Prove("MIRA okafor", ProofPurpose.SignIn);

        Assert.Equal((Mira, "password"), (proven.Person.Name, proven.Authentication));
        Assert.Equal(("Mira Okafor", "person:mira.okafor"), (proven.Actor.Name, proven.Actor.Account));
        Assert.Equal(("Mira Okafor", "for a session"), (_lab.Events("sign-in")[^1].Actor, _lab.Events("sign-in")[^1].Reason));
    }

    [Fact]
    public void Five_failures_of_any_purpose_lock_for_15_minutes_and_say_how_many_are_left()
    {
        ProofPurpose[] purposes = [ProofPurpose.SignIn, ProofPurpose.Signing, ProofPurpose.CommandLine, ProofPurpose.OwnAccount];
        foreach (var (purpose, i) in purposes.Select((p, i) => (p, i)))
            Assert.Equal((4 - i, null), Failure(purpose));

        var until = _lab.Clock.GetUtcNow().AddMinutes(15);
        Assert.Equal((0, until), Failure(ProofPurpose.Signing));

        Assert.Equal(until, Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira)).LockedUntil);
        Assert.Equal(5, _lab.Events("sign-in.failed").Count);
        Assert.Contains("mira.okafor: until 2026-03-02 10:15:00 UTC", Assert.Single(_lab.Events("sign-in.locked")).Reason, StringComparison.Ordinal);
        _lab.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Mira, _lab.Prove(Mira).Person.Name);
    }

    [Fact]
    public void Each_further_lock_is_twice_as_long_up_to_a_day_and_a_success_begins_anew()
    {
        var now = _lab.Clock.GetUtcNow();
        var guard = new SignInGuard { Subject = Mira };
        var minutes = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            for (var failure = 0; failure < 5; failure++)
                guard = guard.Failed(now, 5, TimeSpan.FromMinutes(15));
            minutes.Add((guard.LockedUntil!.Value - now).TotalMinutes);
            now = guard.LockedUntil.Value;
        }

        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1440, 1440], minutes);
        Assert.Equal(new SignInGuard { Subject = Mira, FailedAt = guard.FailedAt }, guard.Cleared());
    }

    [Fact]
    public void A_success_forgets_the_failures_before_it()
    {
        for (var i = 0; i < 3; i++)
            Failure(ProofPurpose.SignIn);
        _lab.Prove(Mira);

        Assert.Equal((4, null), Failure(ProofPurpose.SignIn));
    }

    [Fact]
    public void A_name_that_nobody_has_is_answered_and_counted_alike_and_never_written_down()
    {
        var known = Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove(Mira, "not the password", null, ProofPurpose.SignIn));
        var unknown = Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove("hunter2 typed here", "not the password", null, ProofPurpose.SignIn));

        Assert.Equal((known.Message, known.AttemptsLeft), (unknown.Message, unknown.AttemptsLeft));
        Assert.Equal("unknown name: the password did not fit, for a session", _lab.Events("sign-in.failed")[^1].Reason);
        Assert.DoesNotContain(_lab.Read<string>("SELECT subject FROM sign_in_guard"), s => s.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lock_of_an_unknown_name_is_forgotten_in_the_end()
    {
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove("nobody", "not the password", null, ProofPurpose.SignIn));
        _lab.Clock.Advance(TimeSpan.FromDays(3));
        Failure(ProofPurpose.SignIn);

        Assert.DoesNotContain(_lab.Read<string>("SELECT subject FROM sign_in_guard"), s => s.StartsWith('?'));
    }

    [Fact]
    public void An_administrator_lifts_a_lock_and_the_trail_says_so()
    {
        for (var i = 0; i < 5; i++)
            Failure(ProofPurpose.Signing);
        Assert.Equal([Mira], _lab.As(PeopleRegistry.Administrator, a => a.Lockouts()).Select(l => l.Name));

        _lab.As(PeopleRegistry.Administrator, a => a.LiftLockout(Mira));

        Assert.Empty(_lab.As(PeopleRegistry.Administrator, a => a.Lockouts()));
        Assert.Equal((Mira, "Ada Keys"), (_lab.Events("lockout.lifted")[0].Reason, _lab.Events("lockout.lifted")[0].Actor));
        Assert.Equal(Mira, _lab.Prove(Mira).Person.Name);
    }

    [Fact]
    public void Guesses_at_the_same_time_are_counted_one_after_the_other()
    {
        var refused = new System.Collections.Concurrent.ConcurrentBag<SignInRefusedException>();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            refused.Add(Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove(Mira, "not the password", null, ProofPurpose.SignIn))));

        Assert.Equal(8, refused.Count);
        Assert.Equal(5, _lab.Events("sign-in.failed").Count);
        Assert.Equal([4, 3, 2, 1, 0, 0, 0, 0], refused.Select(r => r.AttemptsLeft!.Value).OrderDescending());
    }

    [Fact]
    public void A_password_stored_with_fewer_iterations_is_hashed_anew_at_sign_in()
    {
        _lab.Within(Mira, work =>
        {
            new CredentialChange(work).EndAll(Mira, "for a test", CredentialKind.Password)
                .Make(Mira, CredentialKind.Password, PasswordHash.Of(PeopleRegistry.Password, 10_000)).Record("password.changed", reason: null);
            return true;
        });

        _lab.Prove(Mira);

        Assert.StartsWith("pbkdf2-sha512$210000$", Assert.Single(_lab.Read<string>("SELECT secret FROM credential_secret WHERE name = 'mira.okafor' AND kind = 'password'")), StringComparison.Ordinal);
        Assert.Single(_lab.Events("password.rehashed"));
        _lab.Prove(Mira);
        Assert.True(_lab.Verify().Ok);
    }

    [Fact]
    public void A_password_that_was_put_there_outside_LabQc_lets_nobody_in_and_is_found()
    {
        var forged = PasswordHash.Of("the intruder's own", 10);
        _lab.Tamper($"UPDATE credential_secret SET secret = '{forged}' WHERE name = 'mira.okafor' AND kind = 'password'");

        var refused = Assert.Throws<CredentialChangedException>(() => _lab.SignIn.Prove(Mira, "the intruder's own", null, ProofPurpose.SignIn));

        Assert.Contains("changed outside LabQc", refused.Message, StringComparison.Ordinal);
        Assert.Single(_lab.Events("sign-in.refused"));
        var problem = Assert.Single(_lab.Verify().Problems);
        Assert.Equal(("secret-changed", "credential main/mira.okafor/password/1"), (problem.Kind, problem.Where));
    }

    [Fact]
    public void An_account_that_was_not_used_for_long_lets_nobody_in_where_the_laboratory_wants_that()
    {
        _lab.Clock.Advance(TimeSpan.FromDays(400));
        _lab.Prove(Mira);
        _lab.Set(Setting.UnusedDays, 90);
        _lab.Clock.Advance(TimeSpan.FromDays(91));

        Assert.Contains("not used for more than 90 days", Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira)).Message, StringComparison.Ordinal);

        var invitation = _lab.As(PeopleRegistry.Administrator, a => a.ResetCredentials(Mira));
        _lab.SignIn.Activate(invitation.Code, PeopleRegistry.Password, acceptsStatement: true);
        Assert.Equal(Mira, _lab.Prove(Mira).Person.Name);
    }

    [Fact]
    public void A_token_proves_its_person_until_it_is_revoked_or_too_old()
    {
        var made = _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "nightly import", 30));
        Assert.StartsWith("labqc_", made.Token, StringComparison.Ordinal);
        Assert.Equal(("nightly import", _lab.Clock.GetUtcNow().AddDays(30)), (made.Line.Label, made.Line.ExpiresAt));

        var proven = _lab.SignIn.ProveToken(made.Token);
        Assert.Equal((Mira, "token", ProofPurpose.CommandLine), (proven.Person.Name, proven.Authentication, proven.Purpose));
        Assert.Throws<ProofRefusedException>(() => _lab.As(Mira, a => a.MakeToken(proven, "from a token")));
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.ProveToken(made.Token + "x"));

        var other = _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "other"));
        _lab.As(Mira, a => a.RevokeToken(Mira, made.Line.Ordinal));
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.ProveToken(made.Token));
        Assert.Equal(["other"], _lab.As(Mira, a => a.Tokens(Mira)).Select(t => t.Label));
        _lab.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.ProveToken(other.Token));
    }

    [Fact]
    public void A_token_counts_for_90_days_at_most_and_is_revoked_by_its_person_or_an_administrator()
    {
        Assert.Throws<AccountRefusedException>(() => _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "long", 91)));
        var ordinal = _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "one")).Line.Ordinal;
        Assert.Throws<NotAllowedException>(() => _lab.As(PeopleRegistry.QaManager, a => a.RevokeToken(Mira, ordinal)));
        _lab.As(PeopleRegistry.Administrator, a => a.RevokeToken(Mira, ordinal));
        Assert.Empty(_lab.As(Mira, a => a.Tokens(Mira)));
    }

    private (int? Left, DateTimeOffset? Until) Failure(ProofPurpose purpose)
    {
        var refused = Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove(Mira, "not the password", null, purpose));
        return (refused.AttemptsLeft, refused.LockedUntil);
    }
}
