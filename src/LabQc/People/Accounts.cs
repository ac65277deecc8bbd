using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// What is done with accounts: the first administrator, invitations, own passwords, resets, closing. Each verb asks the
/// permission table, is an audit event, and does not commit. An account begins with a one-time code and a password that only its
/// person knows: an administrator sets none.
/// </summary>
public sealed partial class Accounts(LabWork work)
{
    private readonly PeopleStore _people = new(work);
    private readonly CredentialStore _credentials = new(work);
    private readonly SettingStore _settings = new(work);
    private readonly Authority _authority = new(work);

    private DateTimeOffset Now => Moment.Of(work);

    /// <summary>Makes the first administrator. Works only while nobody exists; the caller has checked the <see cref="FirstCode"/>.</summary>
    /// <exception cref="AccountRefusedException">Somebody exists.</exception>
    /// <exception cref="NameRefusedException">A name cannot be one.</exception>
    /// <exception cref="PasswordRefusedException">The password does not do.</exception>
    public Person CreateFirstAdministrator(string name, string printedName, string password)
    {
        work.Session.BeginWriting();
        if (_people.Any())
            throw new AccountRefusedException("There is an administrator already: the first code is worth nothing any more. Let them invite you.");
        var person = NewPerson(name, printedName, "the first administrator, who could read the server's console") with { State = PersonState.Active, ActivatedAt = Now };
        PasswordRules.Check(password, person.Name, person.PrintedName);
        var grant = NewGrant(person.Name, Role.Administrator, RoleGrantState.Granted, firstGrant: true);
        new CredentialChange(work).Make(person.Name, CredentialKind.Password, PasswordHash.Of(password))
            .Record("person.first-administrator", reason: null, [_people.Key(person.Name), _people.Key(grant)], () =>
            {
                _people.Insert(person);
                _people.Insert(grant);
            });
        return _people.Get(person.Name);
    }

    /// <summary>Makes an account and the one-time code by which its person sets an own password.</summary>
    /// <param name="name">The sign-in name, never given before.</param>
    /// <param name="printedName">The printed name, never given before.</param>
    /// <param name="roles">What the person is to be; QA manager takes effect when another QA manager confirms it.</param>
    /// <param name="identityCheckedBy">Who checked that the person is who they say, and how.</param>
    public Invitation Invite(string name, string printedName, IReadOnlyList<Role> roles, string identityCheckedBy)
    {
        _authority.RequirePerson(LabAction.KeepPeople);
        if (string.IsNullOrWhiteSpace(identityCheckedBy))
            throw new AccountRefusedException("Say who checked the person's identity, and how: nobody gets an account before.");
        RefuseMixed(roles);
        work.Session.BeginWriting();
        var person = NewPerson(name, printedName, identityCheckedBy.Trim());
        var grants = roles.Distinct().Select(role => GrantOf(person.Name, role)).ToList();
        var (invitation, change) = NewInvitation(person);
        change.Record("person.invited", reason: null, [_people.Key(person.Name), .. grants.Select(_people.Key)], () =>
        {
            _people.Insert(person);
            grants.ForEach(_people.Insert);
        });
        return invitation;
    }

    /// <summary>Whom a one-time code was made for.</summary>
    /// <exception cref="CodeRefusedException">It is none, was used, or is too old.</exception>
    public Person Invited(string code) => _people.Get(OpenInvitation(code).Name);

    /// <summary>Sets the own password by a one-time code, which is then used up.</summary>
    /// <param name="code">The code.</param>
    /// <param name="password">The new password.</param>
    /// <param name="acceptsStatement">Whether the person accepts <see cref="AccountabilityStatement"/> with it; nothing can be signed before.</param>
    /// <exception cref="CodeRefusedException">The code is none, was used, or is too old.</exception>
    /// <exception cref="PasswordRefusedException">The password does not do.</exception>
    public Person Activate(string code, string password, bool acceptsStatement)
    {
        var name = OpenInvitation(code).Name;
        var before = _people.Get(name);
        PasswordRules.Check(password, before.Name, before.PrintedName);
        var hash = PasswordHash.Of(password);
        work.Session.BeginWriting();
        var invitation = OpenInvitation(code);
        var person = _people.Get(name);
        var after = Changed(person) with { State = PersonState.Active, ActivatedAt = person.ActivatedAt ?? Now };
        if (acceptsStatement && !person.AcceptedStatement)
            after = after with { StatementVersion = AccountabilityStatement.Version, StatementAcceptedAt = Now };
        new CredentialChange(work).End(invitation, "used").EndAll(name, "replaced", CredentialKind.Password).Make(name, CredentialKind.Password, hash)
            .Record(person.State == PersonState.Invited ? "person.activated" : "password.set-after-reset", reason: null,
                [_people.Key(name)], () => _people.Update(after, person.RowVersion));
        var guards = new SignInGuardStore(work);
        guards.Save(guards.Find(name).Cleared());
        return _people.Get(name);
    }

    /// <summary>
    /// Makes a new one-time code for somebody, after which the old password, sessions and tokens are worth nothing and nothing
    /// can be signed under the name for a day or longer. One-time codes from an app stay unless they are removed too.
    /// </summary>
    public Invitation ResetCredentials(string name, bool removeOneTimeCodes = false, string? reason = null, long? readVersion = null)
    {
        _authority.RequirePerson(LabAction.KeepPeople);
        work.Session.BeginWriting();
        var person = NotClosed(name);
        if (person.Name == work.Actor.PersonName)
            throw new AccountRefusedException("Nobody resets the own credentials: change your password on the page of your own account.");
        CredentialKind[] kinds = [CredentialKind.Password, CredentialKind.Invitation, CredentialKind.Token];
        var after = Changed(person);
        if (person.State == PersonState.Active)
            after = after with { SigningBlockedUntil = Now + TimeSpan.FromHours(_settings.Value(Setting.SigningBlockHours)) };
        var (invitation, change) = NewInvitation(person);
        change.EndAll(person.Name, "reset by an administrator", removeOneTimeCodes ? [.. kinds, CredentialKind.Totp, CredentialKind.Recovery] : kinds)
            .Record("person.credentials-reset", reason, [_people.Key(person.Name)], () => _people.Update(after, readVersion ?? person.RowVersion));
        EndSessions(person.Name, "an administrator reset the credentials");
        return invitation;
    }

    /// <summary>Closes an account for ever: nobody signs in under it, and its names stay taken. What was recorded under it stays.</summary>
    /// <exception cref="AccountRefusedException">It is the last administrator's or the only QA manager's.</exception>
    public void Close(string name, string? reason = null, long? readVersion = null)
    {
        _authority.RequirePerson(LabAction.KeepPeople);
        work.Session.BeginWriting();
        var person = NotClosed(name);
        RefuseLast(person, person.Roles, "closed");
        new CredentialChange(work).EndAll(person.Name, "the account was closed", Enum.GetValues<CredentialKind>())
            .Record("person.closed", reason, [_people.Key(person.Name)],
                () => _people.Update(Changed(person) with { State = PersonState.Closed }, readVersion ?? person.RowVersion));
        EndSessions(person.Name, "the account was closed");
    }

    /// <summary>Names that are locked after wrong attempts, the longest first.</summary>
    public IReadOnlyList<Lockout> Lockouts() => new SignInGuardStore(work).Locked(Now);

    /// <summary>Lifts a lock, and forgets the failures before it.</summary>
    public void LiftLockout(string name)
    {
        _authority.RequirePerson(LabAction.KeepSessions);
        work.Session.BeginWriting();
        var person = _people.Get(name);
        var guards = new SignInGuardStore(work);
        work.Trail.Record("lockout.lifted", lot: null, person.Name, [], () => { });
        guards.Save(guards.Find(person.Name).Cleared());
    }

    /// <summary>Ends a session, be it the own or, by an administrator, another's.</summary>
    /// <param name="sessionId">The id that <see cref="Sessions.All"/> gives.</param>
    public void EndSession(string sessionId)
    {
        var sessions = new SessionStore(work);
        if (sessions.Find(sessionId) is not { } session)
            throw new AccountRefusedException("There is no such session.");
        if (session.Name != Me().Name)
            _authority.RequirePerson(LabAction.KeepSessions);
        if (sessions.End(sessionId, $"ended by {work.Actor.Name}", Now))
            work.Trail.Record("session.ended", lot: null, session.Name, [], () => { });
    }

    private Person NewPerson(string typedName, string typedPrintedName, string identityCheckedBy)
    {
        var name = PersonNames.SignInName(typedName);
        var printedName = PersonNames.PrintedName(typedPrintedName);
        foreach (var wanted in new[] { name, printedName }.Where(n => _people.Find(n) is not null))
            throw new NameTakenException(wanted);
        return new Person
        {
            Name = name,
            PrintedName = printedName,
            State = PersonState.Invited,
            IdentityCheckedBy = identityCheckedBy,
            CreatedAt = Now,
            CreatedBy = work.Actor.Name,
            ChangedAt = Now,
            ChangedBy = work.Actor.Name,
            RowVersion = 1,
        };
    }

    private (Invitation Invitation, CredentialChange Change) NewInvitation(Person person)
    {
        var invitation = new Invitation
        {
            Name = person.Name,
            PrintedName = person.PrintedName,
            Code = RandomSecret.OneTimeCode(),
            ExpiresAt = Now + TimeSpan.FromHours(_settings.Value(Setting.InvitationHours)),
        };
        var digest = SecretVault.Of(work).Digest(RandomSecret.Plain(invitation.Code));
        return (invitation, new CredentialChange(work).Make(person.Name, CredentialKind.Invitation, digest, expiresAt: invitation.ExpiresAt));
    }

    private Credential OpenInvitation(string code)
    {
        var found = _credentials.BySecret(CredentialKind.Invitation, SecretVault.Of(work).Digest(RandomSecret.Plain(code)));
        return found is { FitsFingerprint: true } && Now < found.ExpiresAt
            ? found
            : throw new CodeRefusedException("This one-time code is none, was used already, or is too old. Let an administrator make you a new one.");
    }

    private Person NotClosed(string name) => _people.Get(name) is { State: not PersonState.Closed } person
        ? person
        : throw new AccountRefusedException($"The account of {name} is closed, for ever.");

    private Person Changed(Person person) => person with { ChangedAt = Now, ChangedBy = work.Actor.Name };

    private void EndSessions(string name, string why, string? exceptToken = null) =>
        new SessionStore(work).EndOf(name, exceptToken is null ? null : Sessions.IdOf(exceptToken), why, Now);
}
