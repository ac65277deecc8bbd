using LabQc.People;

namespace LabQc.Tests.People;

public sealed class SessionsTest : IDisposable
{
    private const string Mira = PeopleRegistry.Technician;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_token_of_256_bits_stands_for_the_person_and_only_its_SHA256_is_kept()
    {
        var token = Start();

        var signedIn = _lab.Sessions.Touch(token)!;

        Assert.True(token.Length >= 43);
        Assert.Equal((Mira, "password", "person:mira.okafor"), (signedIn.Person.Name, signedIn.Authentication, signedIn.Actor.Account));
        Assert.Equal([signedIn.SessionId], _lab.Read<string>("SELECT token_sha256 FROM web_session"));
        Assert.NotEqual(token, signedIn.SessionId);
        Assert.Null(_lab.Sessions.Touch(signedIn.SessionId));
        Assert.Null(_lab.Sessions.Touch("nothing"));
        Assert.NotEqual(token, Start());
    }

    [Fact]
    public void It_ends_after_15_minutes_without_a_request_and_not_before()
    {
        var token = Start();
        for (var i = 0; i < 4; i++)
        {
            _lab.Clock.Advance(TimeSpan.FromMinutes(14));
            Assert.NotNull(_lab.Sessions.Touch(token));
        }
        Assert.Equal(_lab.Clock.GetUtcNow().AddMinutes(15), _lab.Sessions.Touch(token)!.ExpiresAt);

        _lab.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null(_lab.Sessions.Touch(token));
        Assert.Contains("nothing was asked", Assert.Single(_lab.Sessions.All()).EndedWhy, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_after_10_hours_whatever_happens_in_it()
    {
        var token = Start();
        for (var i = 0; i < 59; i++)
        {
            _lab.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.NotNull(_lab.Sessions.Touch(token));
        }
        _lab.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(_lab.Sessions.Touch(token));
        Assert.Contains("longest time", Assert.Single(_lab.Sessions.All()).EndedWhy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_are_settings()
    {
        _lab.Set(Setting.InactivityMinutes, 5);
        _lab.Set(Setting.AbsoluteHours, 1);
        var token = Start();
        Assert.Equal(_lab.Clock.GetUtcNow().AddHours(1), _lab.Sessions.Touch(token)!.AbsoluteUntil);
        _lab.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(_lab.Sessions.Touch(token));
    }

    [Fact]
    public void The_last_request_is_written_once_a_minute_at_most()
    {
        var token = Start();
        var start = _lab.Clock.GetUtcNow();
        _lab.Clock.Advance(TimeSpan.FromSeconds(59));
        _lab.Sessions.Touch(token);
        Assert.Equal(start, Assert.Single(_lab.Sessions.All()).LastSeenAt);
        _lab.Clock.Advance(TimeSpan.FromSeconds(1));
        _lab.Sessions.Touch(token);
        Assert.Equal(start.AddMinutes(1), Assert.Single(_lab.Sessions.All()).LastSeenAt);
    }

    [Fact]
    public void Signing_out_ends_it_on_the_server_once_and_is_the_persons_event()
    {
        var token = Start();

        _lab.Sessions.End(token, "signed out");
        _lab.Sessions.End(token, "signed out");

        Assert.Null(_lab.Sessions.Touch(token));
        Assert.Equal("Mira Okafor", Assert.Single(_lab.Events("sign-out")).Actor);
    }

    [Fact]
    public void All_others_of_a_person_can_be_ended()
    {
        var (one, two, three) = (Start(), Start(), Start());
        _lab.Sessions.EndOf(Mira, exceptToken: two, "ended the others");

        Assert.Equal([false, true, false], new[] { one, two, three }.Select(t => _lab.Sessions.Touch(t) is not null));
        Assert.Equal(Sessions.IdOf(two), Assert.Single(_lab.Sessions.Open()).Id);
    }

    [Fact]
    public void An_administrator_ends_anybodys_and_others_only_their_own()
    {
        var token = Start();
        var id = Sessions.IdOf(token);
        Assert.Throws<NotAllowedException>(() => _lab.As(PeopleRegistry.QaManager, a => a.EndSession(id)));
        _lab.As(PeopleRegistry.Administrator, a => a.EndSession(id));
        Assert.Null(_lab.Sessions.Touch(token));

        var own = Start();
        _lab.As(Mira, a => a.EndSession(Sessions.IdOf(own)));
        Assert.Null(_lab.Sessions.Touch(own));
        Assert.Equal(["Ada Keys", "Mira Okafor"], _lab.Events("session.ended").Select(e => e.Actor));
    }

    [Fact]
    public void Only_a_proof_for_signing_in_begins_one_and_only_once()
    {
        Assert.Throws<ProofRefusedException>(() => _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.Signing), "browser"));
        var proof = _lab.Pretend(Mira, ProofPurpose.SignIn);
        _lab.Sessions.Start(proof, "browser");
        Assert.Throws<ProofRefusedException>(() => _lab.Sessions.Start(proof, "browser"));
    }

    private string Start() => _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "Firefox on the bench");
}
