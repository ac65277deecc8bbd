using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.People;

public sealed class RolesTest : IDisposable
{
    private const string Admin = PeopleRegistry.Administrator;
    private const string Karin = PeopleRegistry.QaManager;
    private const string Mira = PeopleRegistry.Technician;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Technician_and_auditor_take_effect_at_once_and_end_the_sessions()
    {
        var session = _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "browser");

        _lab.As(Admin, a => a.Grant(Mira, Role.Auditor));

        Assert.Equal([Role.Technician, Role.Auditor], _lab.Person(Mira).Roles);
        Assert.Null(_lab.Sessions.Touch(session));
        _lab.As(Admin, a => a.WithdrawRole(Mira, Role.Technician));
        Assert.Equal([Role.Auditor], _lab.Person(Mira).Roles);
    }

    [Fact]
    public void The_first_QA_manager_takes_effect_at_once_and_is_marked_for_ever()
    {
        var first = Assert.Single(_lab.Grants(Karin));

        Assert.Equal((RoleGrantState.Granted, true, "Ada Keys"), (first.State, first.FirstGrant, first.RecordedBy));
        Assert.Equal([Role.QaManager], _lab.Person(Karin).Roles);
    }

    [Fact]
    public void A_further_QA_manager_waits_until_another_confirms()
    {
        var waiting = _lab.As(Admin, a => a.Grant(Mira, Role.QaManager));
        Assert.Equal((RoleGrantState.Pending, false), (waiting.State, waiting.FirstGrant));
        Assert.Equal([Role.Technician], _lab.Person(Mira).Roles);
        Assert.Equal([Role.QaManager], _lab.Person(Mira).PendingRoles);
        Assert.Throws<NotAllowedException>(() => _lab.As(Admin, a => a.ConfirmGrant(Mira)));
        Assert.Throws<NotAllowedException>(() => _lab.As(PeopleRegistry.Auditor, a => a.ConfirmGrant(Mira)));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Mira, a => a.ConfirmGrant(Mira)));

        _lab.As(Karin, a => a.ConfirmGrant(Mira));

        Assert.Equal([Role.Technician, Role.QaManager], _lab.Person(Mira).Roles);
        Assert.Equal(["pending", "confirmed"], _lab.Grants(Mira).Where(g => g.Role == Role.QaManager).Select(g => g.State.Word()));
        Assert.Equal("Karin Berg", _lab.Grants(Mira)[^1].RecordedBy);
        Assert.Throws<AccountRefusedException>(() => _lab.As(Karin, a => a.ConfirmGrant(Mira)));
    }

    [Fact]
    public void A_grant_that_waits_can_be_withdrawn_and_a_role_granted_twice_is_nothing_new()
    {
        _lab.As(Admin, a => a.Grant(Mira, Role.QaManager));
        Assert.Equal(1, _lab.As(Admin, a => a.Grant(Mira, Role.QaManager)).Version);
        _lab.As(Admin, a => a.WithdrawRole(Mira, Role.QaManager));

        Assert.Empty(_lab.Person(Mira).PendingRoles);
        Assert.Throws<AccountRefusedException>(() => _lab.As(Karin, a => a.ConfirmGrant(Mira)));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.WithdrawRole(Mira, Role.QaManager)));
    }

    [Fact]
    public void An_administrator_cannot_make_the_next_QA_manager_the_first_again()
    {
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.WithdrawRole(Karin, Role.QaManager)));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Close(Karin)));
        Assert.Equal(RoleGrantState.Pending, _lab.As(Admin, a => a.Grant(Mira, Role.QaManager)).State);
        _lab.As(Karin, a => a.ConfirmGrant(Mira));

        _lab.As(Admin, a => a.Close(Karin));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Close(Mira)));
    }

    [Theory]
    [InlineData(Role.Technician)]
    [InlineData(Role.QaManager)]
    [InlineData(Role.Auditor)]
    public void An_administrator_holds_no_other_role(Role role)
    {
        _lab.Join("eve.keys", "Eve Keys", Role.Administrator);

        Assert.Contains("no other role", Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Grant("eve.keys", role))).Message, StringComparison.Ordinal);
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [role, Role.Administrator], "seen")));
    }

    [Theory]
    [InlineData(PeopleRegistry.Technician)]
    [InlineData(PeopleRegistry.QaManager)]
    [InlineData(PeopleRegistry.Auditor)]
    public void Whoever_has_another_role_does_not_become_administrator(string name) =>
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Grant(name, Role.Administrator)));

    [Fact]
    public void Nobody_grants_a_role_to_themselves() =>
        Assert.Contains("to themselves", Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Grant(Admin, Role.QaManager))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_first_QA_manager_whose_code_went_astray_does_not_stand_in_the_way(bool closed)
    {
        using var empty = new TestRegistry();
        using (var work = empty.Begin())
        {
            new Accounts(work).CreateFirstAdministrator(Admin, "Ada Keys", PeopleRegistry.Password);
            work.Commit();
        }
        using var admin = empty.Registry.Begin(Actor.OfPerson("Ada Keys", Admin, Proofs.Password));
        var (accounts, people) = (new Accounts(admin), new PeopleStore(admin));
        accounts.Invite("astray", "Gone Astray", [Role.QaManager], "seen");
        accounts.Invite("kurt.vogel", "Kurt Vogel", [Role.QaManager], "seen");
        Assert.Equal([Role.QaManager], people.Get("kurt.vogel").PendingRoles);
        if (closed)
            accounts.Close("astray");
        else
            accounts.WithdrawRole("astray", Role.QaManager);

        Assert.True(accounts.Grant("kurt.vogel", Role.QaManager).FirstGrant);

        Assert.Equal([Role.QaManager], people.Get("kurt.vogel").Roles);
        Assert.Equal(RoleGrantState.Pending, accounts.Grant(Third(accounts), Role.QaManager).State);
    }

    private static string Third(Accounts accounts) => accounts.Invite("third", "The Third", [], "seen").Name;
}
