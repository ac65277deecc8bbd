using LabQc.People;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.People;

public sealed class AccountsTest : IDisposable
{
    private const string Admin = PeopleRegistry.Administrator;
    private const string Mira = PeopleRegistry.Technician;
    private const string Checked = "identity card seen by A. Keys on 2026-03-02";
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_first_administrator_is_made_while_nobody_exists_and_never_again()
    {
        using var empty = new TestRegistry();
        using var work = empty.Begin();
        Assert.False(new PeopleStore(work).Any());
        Assert.Throws<NotAllowedException>(() => new Accounts(work).Invite("kurt.vogel", "Kurt Vogel", [Role.Auditor], Checked));

        var first = new Accounts(work).CreateFirstAdministrator("Ada.Keys", "Ada  Keys", PeopleRegistry.Password);

        Assert.Equal(("ada.keys", "Ada Keys", PersonState.Active), (first.Name, first.PrintedName, first.State));
        Assert.Equal([Role.Administrator], first.Roles);
        Assert.Throws<AccountRefusedException>(() => new Accounts(work).CreateFirstAdministrator("eve.keys", "Eve Keys", PeopleRegistry.Password));
        work.Commit();
    }

    [Fact]
    public void The_first_code_is_compared_without_blanks_hyphens_and_case()
    {
        var code = FirstCode.Make();

        Assert.True(code.Fits(" " + code.Text.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.False(code.Fits(code.Text[..^1]));
        Assert.False(code.Fits(""));
        Assert.NotEqual(code.Text, FirstCode.Make().Text);
    }

    [Fact]
    public void An_invited_person_sets_an_own_password_by_a_code_that_counts_once()
    {
        var invitation = _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [Role.Technician], Checked));
        Assert.Equal(_lab.Clock.GetUtcNow().AddHours(72), invitation.ExpiresAt);
        Assert.Equal((PersonState.Invited, Checked), (_lab.Person("kurt.vogel").State, _lab.Person("kurt.vogel").IdentityCheckedBy));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove("kurt.vogel"));

        var proven = _lab.SignIn.Activate(invitation.Code.ToLowerInvariant(), PeopleRegistry.Password, acceptsStatement: true);

        Assert.Equal("kurt.vogel", proven!.Person.Name);
        var kurt = _lab.Person("Kurt Vogel");
        Assert.Equal((PersonState.Active, true, true), (kurt.State, kurt.HasPassword, kurt.AcceptedStatement));
        Assert.Equal("person:kurt.vogel", _lab.Events("person.activated")[^1].Account);
        Assert.Throws<CodeRefusedException>(() => _lab.SignIn.Activate(invitation.Code, "another fine password", acceptsStatement: true));
    }

    [Fact]
    public void A_code_that_is_too_old_opens_nothing()
    {
        var invitation = _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [Role.Technician], Checked));
        _lab.Clock.Advance(TimeSpan.FromHours(72));

        Assert.Throws<CodeRefusedException>(() => _lab.SignIn.Activate(invitation.Code, PeopleRegistry.Password, acceptsStatement: true));

        var second = _lab.As(Admin, a => a.ResetCredentials("kurt.vogel"));
        Assert.NotNull(_lab.SignIn.Activate(second.Code, PeopleRegistry.Password, acceptsStatement: true));
        Assert.Null(_lab.Person("kurt.vogel").SigningBlockedUntil);
    }

    [Fact]
    public void Nobody_is_invited_before_somebody_checked_who_they_are() =>
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [Role.Technician], " ")));

    [Theory]
    [InlineData("mira.okafor", "Somebody Else")]
    [InlineData("MIRA.OKAFOR", "Somebody Else")]
    [InlineData("somebody", "mira  OKAFOR")]
    public void A_name_that_was_used_is_given_to_nobody_else_also_after_closing(string name, string printedName)
    {
        Assert.Throws<NameTakenException>(() => _lab.As(Admin, a => a.Invite(name, printedName, [], Checked)));
        _lab.As(Admin, a => a.Close(Mira, "left"));
        Assert.Throws<NameTakenException>(() => _lab.As(Admin, a => a.Invite(name, printedName, [], Checked)));
    }

    [Theory]
    [InlineData("a", "Kurt Vogel")]
    [InlineData("kurt vogel", "Kurt Vogel")]
    [InlineData("os:root", "Kurt Vogel")]
    [InlineData("kurt.vogel", "=cmd()")]
    [InlineData("kurt.vogel", "os:root@host")]
    [InlineData("kurt.vogel", "K")]
    public void A_name_that_could_be_taken_for_something_else_is_refused(string name, string printedName) =>
        Assert.Throws<NameRefusedException>(() => _lab.As(Admin, a => a.Invite(name, printedName, [], Checked)));

    [Fact]
    public void Only_an_administrator_keeps_people()
    {
        foreach (var name in new[] { PeopleRegistry.QaManager, Mira, PeopleRegistry.Auditor })
        {
            Assert.Throws<NotAllowedException>(() => _lab.As(name, a => a.Invite("kurt.vogel", "Kurt Vogel", [], Checked)));
            Assert.Throws<NotAllowedException>(() => _lab.As(name, a => a.Grant(Mira, Role.Auditor)));
            Assert.Throws<NotAllowedException>(() => _lab.As(name, a => a.ResetCredentials(Admin)));
            Assert.Throws<NotAllowedException>(() => _lab.As(name, a => a.Close(Admin)));
            Assert.Throws<NotAllowedException>(() => _lab.As(name, a => a.LiftLockout(Mira)));
        }
    }

    [Fact]
    public void A_reset_ends_the_old_password_sessions_and_tokens_and_blocks_signing_for_24_hours()
    {
        var session = _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "browser");
        var token = _lab.As(Mira, a => a.MakeToken(_lab.Pretend(Mira), "script")).Token;

        var invitation = _lab.As(Admin, a => a.ResetCredentials(Mira, reason: "lost"));

        Assert.Null(_lab.Sessions.Touch(session));
        Assert.Throws<SignInRefusedException>(() => _lab.SignIn.ProveToken(token));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira));
        Assert.False(_lab.Person(Mira).HasPassword);
        _lab.SignIn.Activate(invitation.Code, "a new password, my own", acceptsStatement: false);
        var proof = _lab.SignIn.Prove(Mira, "a new password, my own", null, ProofPurpose.Signing);
        Assert.Contains("2026-03-03 10:00:00 UTC", Assert.Throws<ProofRefusedException>(() => proof.UseForSignature()).Message, StringComparison.Ordinal);
        _lab.Clock.Advance(TimeSpan.FromHours(24));
        _lab.Pretend(Mira, ProofPurpose.Signing).UseForSignature();
    }

    [Fact]
    public void Nobody_resets_themselves() =>
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.ResetCredentials(Admin)));

    [Fact]
    public void A_closed_account_stays_with_its_row_and_lets_nobody_in_or_back()
    {
        var session = _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "browser");

        _lab.As(Admin, a => a.Close(Mira, "left"));

        var closed = _lab.Person(Mira);
        Assert.Equal((PersonState.Closed, false), (closed.State, closed.HasPassword));
        Assert.Empty(closed.Roles);
        Assert.Equal([Role.Technician], _lab.Grants(Mira).Select(g => g.Role));
        Assert.Null(_lab.Sessions.Touch(session));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.ResetCredentials(Mira)));
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Grant(Mira, Role.Auditor)));
    }

    [Fact]
    public void The_last_administrator_cannot_be_closed_and_one_of_two_can()
    {
        Assert.Contains("only Administrator", Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.Close(Admin))).Message, StringComparison.Ordinal);
        Assert.Throws<AccountRefusedException>(() => _lab.As(Admin, a => a.WithdrawRole(Admin, Role.Administrator)));
        _lab.Join("eve.keys", "Eve Keys", Role.Administrator);
        _lab.As("eve.keys", a => a.Close(Admin));
        Assert.Throws<AccountRefusedException>(() => _lab.As("eve.keys", a => a.Close("eve.keys")));
    }

    [Fact]
    public void The_second_of_two_who_change_an_account_is_told_who_was_first()
    {
        var read = _lab.Person(Mira).RowVersion;
        _lab.As(Admin, a => a.Grant(Mira, Role.Auditor, read));

        var refused = Assert.Throws<PersonChangedException>(() => _lab.As(Admin, a => a.Close(Mira, "left", read)));

        Assert.Equal("Ada Keys", refused.By);
        Assert.Equal(PersonState.Active, _lab.Person(Mira).State);
    }

    [Fact]
    public void A_person_changes_the_own_password_by_the_old_one_and_ends_the_other_sessions()
    {
        var here = _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "here");
        var there = _lab.Sessions.Start(_lab.Pretend(Mira, ProofPurpose.SignIn), "there");
        Assert.Throws<PasswordRefusedException>(() => _lab.As(Mira, a => a.ChangePassword(_lab.Pretend(Mira), "short", here)));
        Assert.Throws<ProofRefusedException>(() => _lab.As(Mira, a => a.ChangePassword(_lab.Pretend(Admin), "a new password, my own", here)));

        _lab.As(Mira, a => a.ChangePassword(_lab.Prove(Mira), "a new password, my own", here));

        Assert.NotNull(_lab.Sessions.Touch(here));
        Assert.Null(_lab.Sessions.Touch(there));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira));
        Assert.Equal(Mira, _lab.SignIn.Prove("Mira Okafor", "a new password, my own", null, ProofPurpose.SignIn).Person.Name);
    }

    [Fact]
    public void The_statement_is_accepted_once_and_its_text_stands_in_the_trail()
    {
        var invitation = _lab.As(Admin, a => a.Invite("kurt.vogel", "Kurt Vogel", [Role.Technician], Checked));
        _lab.SignIn.Activate(invitation.Code, PeopleRegistry.Password, acceptsStatement: false);
        Assert.Throws<ProofRefusedException>(() => _lab.Pretend("kurt.vogel", ProofPurpose.Signing).UseForSignature());

        _lab.As("kurt.vogel", a => a.AcceptStatement());
        _lab.As("kurt.vogel", a => a.AcceptStatement());

        Assert.Equal(AccountabilityStatement.Text, Assert.Single(_lab.Events("statement.accepted")).Reason);
        _lab.Pretend("kurt.vogel", ProofPurpose.Signing).UseForSignature();
    }
}
