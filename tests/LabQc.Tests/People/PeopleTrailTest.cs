using System.Text;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.People;

public sealed class PeopleTrailTest : IDisposable
{
    private const string Admin = PeopleRegistry.Administrator;
    private const string Mira = PeopleRegistry.Technician;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_registry_fits_after_people_have_worked_and_no_secret_stands_in_the_trail()
    {
        var secrets = Work().Concat(_lab.Read<string>("SELECT secret FROM credential_secret")).ToList();

        Assert.Empty(_lab.Verify().Problems);
        var trail = string.Join('\n', AllEvents().Select(e => Encoding.UTF8.GetString(e.Canonical) + e.Reason));
        Assert.True(secrets.Count > 20);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, trail, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_data_folder_holds_no_code_token_or_password_as_it_was_told()
    {
        var told = Work();
        var stored = _lab.Read<string>("SELECT secret FROM credential_secret UNION ALL SELECT token_sha256 FROM web_session");
        Assert.All(told, secret => Assert.DoesNotContain(stored, s => s.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_role_that_was_put_there_outside_LabQc_is_found()
    {
        _lab.Tamper("INSERT INTO role_grant VALUES ('main', 'mira.okafor', 'qa-manager', 1, 'confirmed', 0, '2026-03-02T09:15:00.0000000Z', 'Karin Berg')");
        Assert.Equal([ProblemKinds.RowUnrecorded], _lab.Verify().Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Whoever_acts_is_asked_of_the_permission_table_as_the_account_stands_now()
    {
        Assert.True(_lab.Within(Mira, w => new Authority(w).May(LabAction.EnterResults, LotStage.Testing)));
        var refused = Assert.Throws<NotAllowedException>(() => _lab.Within(Mira, w =>
        {
            new Authority(w).Require(LabAction.ReleaseLot, LotStage.Verified);
            return true;
        }));
        Assert.Contains("Mira Okafor is Technician", refused.Message, StringComparison.Ordinal);
        _lab.As(Admin, a => a.WithdrawRole(Mira, Role.Technician));
        Assert.False(_lab.Within(Mira, w => new Authority(w).May(LabAction.EnterResults, LotStage.Testing)));
        using var nobody = _lab.Registry.Begin(Actor.Declared("Mira Okafor"));
        Assert.False(new Authority(nobody).May(LabAction.RegisterBatch));
        Assert.True(new Authority(nobody).AsksWhoActs);
    }

    [Fact]
    public void Before_the_first_person_exists_the_laboratory_works_as_declared()
    {
        using var empty = new TestRegistry();
        using var work = empty.Begin();
        Assert.True(new Authority(work).May(LabAction.ReleaseLot, LotStage.Verified));
        Assert.False(new Authority(work).AsksWhoActs);
    }

    /// <summary>A day in the life of accounts, and every secret that somebody was told or typed in it.</summary>
    private List<string> Work()
    {
        var invitation = _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [Role.Technician, Role.QaManager], "seen"));
        _lab.SignIn.Activate(invitation.Code, "grey harbour at low tide", acceptsStatement: true);
        _lab.As(PeopleRegistry.QaManager, a => a.ConfirmGrant("kurt.vogel"));
        var session = _lab.Sessions.Start(_lab.Prove(Mira, ProofPurpose.SignIn), "browser");
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.Prove(Mira, "wrong but secret too", null, ProofPurpose.Signing));
        var setup = _lab.As(Mira, a => a.BeginOneTimeCodes());
        var codes = _lab.As(Mira, a => a.EnableOneTimeCodes(setup.Sealed, OneTimeCodes.Code(OtpNet.Base32Encoding.ToBytes(setup.Secret), _lab.Clock.GetUtcNow())));
        _lab.Prove(Mira, ProofPurpose.SignIn, codes[0]);
        var token = _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "import")).Token;
        _lab.SignIn.ProveToken(token);
        _lab.Set(Setting.InactivityMinutes, 20);
        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        _lab.Sessions.Touch(session);
        _lab.Sessions.End(session, "signed out");
        var reset = _lab.As(Admin, a => a.ResetCredentials("kurt.vogel"));
        _lab.As(Admin, a => a.Close("kurt.vogel"));
        return [PeopleRegistry.Password, "grey harbour at low tide", "wrong but secret too", invitation.Code, reset.Code, session, setup.Secret, token, .. codes];
    }

    private IReadOnlyList<AuditEvent> AllEvents()
    {
        using var work = _lab.Registry.Begin(Actor.OfAccount());
        return new AuditEventStore(work.Session).After(LabRegistry.DefaultSite, 0, 100_000);
    }
}
