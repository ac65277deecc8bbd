using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// Proves who somebody is, by password, one-time code or token. Failures are counted in a unit of work of their own, so that
/// they stay whatever the caller does; each is an audit event, and so is every success but that of a signature, which is one itself.
/// </summary>
public sealed class SignIn(LabRegistry registry, TimeProvider clock)
{
    /// <summary>Proves a person by password, and by a one-time code where the person has them.</summary>
    /// <param name="name">The sign-in name or the printed name.</param>
    /// <param name="password">The password, exactly.</param>
    /// <param name="oneTimeCode">Six digits from the app, or a recovery code; null where none was given.</param>
    /// <param name="purpose">What for.</param>
    /// <exception cref="SignInRefusedException">Name or password is wrong, or the name is locked.</exception>
    /// <exception cref="OneTimeCodeNeededException">All is right but a one-time code is missing.</exception>
    /// <exception cref="CredentialChangedException">The stored password is not the one that was recorded.</exception>
    public ProvenPerson Prove(string name, string password, string? oneTimeCode, ProofPurpose purpose)
    {
        var attempt = Look(name, oneTimeCode, purpose);
        var fits = PasswordHash.Fits(password, attempt.Stored);
        using var work = registry.Begin(fits ? attempt.Actor : Actor.OfAccount());
        work.Session.BeginWriting();
        return new SignInDecision(work, registry, clock, attempt).Decide(fits, password);
    }

    /// <summary>Proves a person by a token that they made for the command line.</summary>
    /// <exception cref="SignInRefusedException">It is none, was revoked, or is too old.</exception>
    public ProvenPerson ProveToken(string token)
    {
        Credential? found;
        Person? person;
        using (var reading = registry.Begin(Actor.OfAccount()))
        {
            found = new CredentialStore(reading).BySecret(CredentialKind.Token, SecretVault.Of(reading).Digest(token.Trim()));
            person = found is null ? null : new PeopleStore(reading).Find(found.Name);
        }
        if (found is null || person is not { State: PersonState.Active } || found.ExpiresAt <= clock.GetUtcNow())
            throw RefusedToken(found, person);
        found.Proven(person.PrintedName);
        using var work = registry.Begin(Actor.OfPerson(person.PrintedName, person.Name, Proofs.Token));
        work.Trail.Record("sign-in.token", lot: null, $"token \"{found.Label}\"", [], () => { });
        var guards = new SignInGuardStore(work);
        guards.Save(guards.Find(person.Name) with { SignedInAt = clock.GetUtcNow() });
        work.Commit();
        return new ProvenPerson(person, Proofs.Token, ProofPurpose.CommandLine, clock);
    }

    /// <summary>Whether a person has one-time codes. False where nobody has that name.</summary>
    public bool NeedsCode(string name)
    {
        using var work = registry.Begin(Actor.OfAccount());
        return new PeopleStore(work).Find(name)?.HasOneTimeCodes == true;
    }

    /// <summary>
    /// Sets a password by the one-time code of an invitation or reset, as the person who was sent it, and signs them in, unless
    /// they have one-time codes from an app: those are asked for at the next sign-in.
    /// </summary>
    /// <returns>The proof for a session; null where the person has one-time codes and signs in with one.</returns>
    /// <exception cref="CodeRefusedException">The code is none, was used, or is too old.</exception>
    /// <exception cref="PasswordRefusedException">The password does not do.</exception>
    public ProvenPerson? Activate(string code, string password, bool acceptsStatement)
    {
        Person invited;
        using (var reading = registry.Begin(Actor.OfAccount()))
            invited = new Accounts(reading).Invited(code);
        using var work = registry.Begin(Actor.OfPerson(invited.PrintedName, invited.Name, Proofs.OneTimeInvitation));
        var person = new Accounts(work).Activate(code, password, acceptsStatement);
        work.Commit();
        return person.HasOneTimeCodes ? null : new ProvenPerson(person, Proofs.OneTimeInvitation, ProofPurpose.SignIn, clock);
    }

    private SignInAttempt Look(string name, string? oneTimeCode, ProofPurpose purpose)
    {
        using var work = registry.Begin(Actor.OfAccount());
        var person = new PeopleStore(work).Find(name);
        var password = person is { State: PersonState.Active } ? new CredentialStore(work).Live(person.Name, CredentialKind.Password) : null;
        var subject = person?.Name ?? SignInGuardStore.UnknownPrefix + SecretVault.Of(work).Digest(PersonNames.Folded(name));
        var attempt = new SignInAttempt(subject, person, password, oneTimeCode, purpose);
        SignInDecision.RefuseLocked(new SignInGuardStore(work).Find(subject), clock.GetUtcNow());
        if (password is { FitsFingerprint: false })
        {
            work.Trail.Record("sign-in.refused", lot: null, $"{person!.Name}: the stored password is not the one that was recorded", [], () => { });
            work.Commit();
            password.Proven(person.PrintedName);
        }
        return attempt;
    }

    private SignInRefusedException RefusedToken(Credential? found, Person? person)
    {
        using var work = registry.Begin(Actor.OfAccount());
        work.Trail.Record("sign-in.failed", lot: null,
            found is null ? "unknown or revoked token" : $"{person?.Name}: token \"{found.Label}\" is out of date, or the account is not active", [], () => { });
        work.Commit();
        return new SignInRefusedException("This token is none, was revoked, or is out of date. Make another on the page of your own account.");
    }
}

/// <summary>One try at proving a person.</summary>
/// <param name="Subject">Under which name failures are counted.</param>
/// <param name="Person">The person, or null where nobody has the name.</param>
/// <param name="Password">The password's credential, or null where there is none to fit.</param>
/// <param name="Code">The one-time code as typed.</param>
/// <param name="Purpose">What for.</param>
internal sealed record SignInAttempt(string Subject, Person? Person, Credential? Password, string? Code, ProofPurpose Purpose)
{
    /// <summary>What the password is held against.</summary>
    public string? Stored => Password?.Secret;

    /// <summary>By what the person would be proven.</summary>
    public string Authentication => Person?.HasOneTimeCodes != true ? Proofs.Password
        : Code is null || OneTimeCodes.LooksLikeOne(Code) ? Proofs.PasswordAndOneTimeCode
        : Proofs.PasswordAndRecoveryCode;

    /// <summary>The person as audit events name them, once proven.</summary>
    public Actor Actor => Actor.OfPerson(Person!.PrintedName, Person.Name, Authentication);

    /// <summary>What for, in words for an event.</summary>
    public string PurposeWords => Purpose switch
    {
        ProofPurpose.Signing => "for a signature",
        ProofPurpose.CommandLine => "at the command line",
        ProofPurpose.OwnAccount => "for the own account",
        _ => "for a session",
    };
}
