namespace LabQc.People;

/// <summary>What a person does with the own account.</summary>
public sealed partial class Accounts
{
    private const int RecoveryCodes = 10;
    private const int LongestTokenDays = 90;
    private const int LongestLabel = 60;

    /// <summary>Changes the own password, and ends all other sessions.</summary>
    /// <param name="proven">The proof by the old password; it is used by this.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="keepToken">The token of the session that stays; null ends all.</param>
    /// <exception cref="PasswordRefusedException">The password does not do.</exception>
    public void ChangePassword(ProvenPerson proven, string newPassword, string? keepToken = null)
    {
        PasswordRules.Check(newPassword, proven.Person.Name, proven.Person.PrintedName);
        var hash = PasswordHash.Of(newPassword);
        work.Session.BeginWriting();
        var person = Own(proven);
        new CredentialChange(work).EndAll(person.Name, "changed by the person", CredentialKind.Password).Make(person.Name, CredentialKind.Password, hash)
            .Record("password.changed", reason: null, [_people.Key(person.Name)], () => _people.Update(Changed(person), person.RowVersion));
        EndSessions(person.Name, "the password was changed", keepToken);
    }

    /// <summary>Accepts the statement of accountability in force.</summary>
    public Person AcceptStatement()
    {
        work.Session.BeginWriting();
        var person = Me();
        if (person.AcceptedStatement)
            return person;
        work.Trail.Record("statement.accepted", lot: null, AccountabilityStatement.Text, [_people.Key(person.Name)],
            () => _people.Update(Changed(person) with { StatementVersion = AccountabilityStatement.Version, StatementAcceptedAt = Now }, person.RowVersion));
        return _people.Get(person.Name);
    }

    /// <summary>Makes a seed for one-time codes. Nothing is stored until the first code comes back.</summary>
    public OneTimeCodeSetup BeginOneTimeCodes()
    {
        var person = Me();
        var seed = OneTimeCodes.NewSeed();
        return new OneTimeCodeSetup
        {
            Secret = OneTimeCodes.Text(seed),
            Uri = OneTimeCodes.Uri(seed, person.Name),
            Sealed = SecretVault.Of(work).Seal(seed, OneTimeCodes.Context(person.Name)),
        };
    }

    /// <summary>Switches one-time codes on, in the place of earlier ones.</summary>
    /// <param name="sealedSeed">The seed as <see cref="BeginOneTimeCodes"/> sealed it.</param>
    /// <param name="code">The code that the app shows now: the proof that it holds the seed.</param>
    /// <returns>Ten recovery codes, told once; each opens once in the place of a one-time code, and none signs.</returns>
    /// <exception cref="CodeRefusedException">The code does not fit.</exception>
    public IReadOnlyList<string> EnableOneTimeCodes(string sealedSeed, string code)
    {
        work.Session.BeginWriting();
        var person = Me();
        var vault = SecretVault.Of(work);
        var seed = vault.Open(sealedSeed, OneTimeCodes.Context(person.Name))
            ?? throw new CodeRefusedException("This page is not yours, or too old: begin again.");
        if (OneTimeCodes.Step(seed, code, Now) is not { } step)
            throw new CodeRefusedException("The code does not fit: type the six digits that the app shows now, and see that its clock is right.");
        var change = new CredentialChange(work).EndAll(person.Name, "replaced", CredentialKind.Totp, CredentialKind.Recovery)
            .Make(person.Name, CredentialKind.Totp, vault.Seal(seed, OneTimeCodes.Context(person.Name)));
        var codes = NewRecoveryCodes(change, person);
        change.Record("one-time-codes.enabled", reason: null, [_people.Key(person.Name)], () => _people.Update(Changed(person), person.RowVersion));
        var guards = new SignInGuardStore(work);
        guards.Save(guards.Find(person.Name) with { LastCodeStep = step });
        return codes;
    }

    /// <summary>Makes ten new recovery codes in the place of those that are left.</summary>
    /// <param name="proven">The proof by the password; it is used by this.</param>
    public IReadOnlyList<string> RenewRecoveryCodes(ProvenPerson proven)
    {
        work.Session.BeginWriting();
        var person = Own(proven);
        if (!person.HasOneTimeCodes)
            throw new AccountRefusedException("There are no one-time codes that recovery codes could stand in for.");
        var change = new CredentialChange(work).EndAll(person.Name, "replaced", CredentialKind.Recovery);
        var codes = NewRecoveryCodes(change, person);
        change.Record("recovery-codes.renewed", reason: null);
        return codes;
    }

    /// <summary>How many recovery codes a person has left.</summary>
    public int RecoveryCodesLeft(string name) => _credentials.Live(_people.Get(name).Name).Count(c => c.Kind == CredentialKind.Recovery);

    /// <summary>Switches one-time codes off.</summary>
    /// <param name="proven">The proof by the password; it is used by this.</param>
    public void RemoveOneTimeCodes(ProvenPerson proven)
    {
        work.Session.BeginWriting();
        var person = Own(proven);
        if (!person.HasOneTimeCodes)
            return;
        new CredentialChange(work).EndAll(person.Name, "removed by the person", CredentialKind.Totp, CredentialKind.Recovery)
            .Record("one-time-codes.removed", reason: null, [_people.Key(person.Name)], () => _people.Update(Changed(person), person.RowVersion));
    }

    /// <summary>Makes a token for the command line.</summary>
    /// <param name="proven">The proof by the password; it is used by this.</param>
    /// <param name="label">What it is for.</param>
    /// <param name="days">How long it counts: 1 to 90.</param>
    public MadeToken MakeToken(ProvenPerson proven, string label, int days = LongestTokenDays)
    {
        if (days is < 1 or > LongestTokenDays)
            throw new AccountRefusedException($"A token counts for 1 to {LongestTokenDays} days.");
        if (label.Trim() is not { Length: >= 1 and <= LongestLabel } called)
            throw new AccountRefusedException($"Name the token by what it is for, in at most {LongestLabel} characters.");
        work.Session.BeginWriting();
        var person = Own(proven);
        var token = RandomSecret.CommandLineToken();
        var expiresAt = Now + TimeSpan.FromDays(days);
        new CredentialChange(work).Make(person.Name, CredentialKind.Token, SecretVault.Of(work).Digest(token), called, expiresAt)
            .Record("token.made", reason: null);
        return new MadeToken { Token = token, Line = Tokens(person.Name)[^1] };
    }

    /// <summary>A person's tokens that were not revoked, oldest first.</summary>
    public IReadOnlyList<CommandLineToken> Tokens(string name) =>
        [.. LiveTokens(name).Select(c => new CommandLineToken { Ordinal = c.Ordinal, Label = c.Label!, MadeAt = c.RecordedAt, ExpiresAt = c.ExpiresAt!.Value })];

    /// <summary>Revokes a token: the own, or, by an administrator, another's. One that is not there is nothing new.</summary>
    public void RevokeToken(string name, long ordinal)
    {
        work.Session.BeginWriting();
        var person = _people.Get(name);
        if (person.Name != Me().Name)
            _authority.RequirePerson(LabAction.KeepPeople);
        if (LiveTokens(person.Name).FirstOrDefault(c => c.Ordinal == ordinal) is { } token)
            new CredentialChange(work).End(token, $"revoked by {work.Actor.Name}").Record("token.revoked", reason: null);
    }

    private IEnumerable<Credential> LiveTokens(string name) =>
        _credentials.Live(_people.Get(name).Name).Where(c => c.Kind == CredentialKind.Token).OrderBy(c => c.Ordinal);

    private IReadOnlyList<string> NewRecoveryCodes(CredentialChange change, Person person)
    {
        var vault = SecretVault.Of(work);
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomSecret.RecoveryCode()).ToList();
        codes.ForEach(code => change.Make(person.Name, CredentialKind.Recovery, vault.Digest(RandomSecret.Plain(code))));
        return codes;
    }

    private Person Me() => _authority.Me is { State: PersonState.Active } me
        ? me
        : throw new NotAllowedException(LabAction.KeepOwnAccount, "For this a person signs in.");

    private Person Own(ProvenPerson proven)
    {
        proven.UseForOwnAccount(work);
        return Me();
    }
}
