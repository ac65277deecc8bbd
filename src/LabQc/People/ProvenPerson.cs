using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>What a proof of a person is for.</summary>
public enum ProofPurpose
{
    /// <summary>To begin a session in the browser. Nothing is signed by it.</summary>
    SignIn,
    /// <summary>To sign: the password again, and a one-time code where the person has them; no recovery code.</summary>
    Signing,
    /// <summary>For one command; it may sign too.</summary>
    CommandLine,
    /// <summary>To change the own account.</summary>
    OwnAccount,
}

/// <summary>
/// Somebody who proved just now to be a person of this registry. Only <see cref="SignIn"/> makes one: nobody signs without a
/// proof. It is good for one use, within two minutes.
/// </summary>
public sealed class ProvenPerson
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(2);
    private readonly TimeProvider _clock;
    private int _used;

    internal ProvenPerson(Person person, string authentication, ProofPurpose purpose, TimeProvider clock)
    {
        Person = person;
        Authentication = authentication;
        Purpose = purpose;
        ProvenAt = clock.GetUtcNow();
        _clock = clock;
    }

    /// <summary>The person as the account stood at the proof.</summary>
    public Person Person { get; }

    /// <summary>By what it was proven, such as "password", "password and one-time code" or "token".</summary>
    public string Authentication { get; }

    public ProofPurpose Purpose { get; }

    public DateTimeOffset ProvenAt { get; }

    /// <summary>The person as audit events name them.</summary>
    public Actor Actor => Actor.OfPerson(Person.PrintedName, Person.Name, Authentication);

    /// <summary>Uses the proof for one signature.</summary>
    /// <param name="work">The unit of work that writes the signature, so that the account is looked at as it stands now.</param>
    /// <exception cref="ProofRefusedException">It was used, is older than two minutes, was not made for signing, or the person cannot sign at present.</exception>
    public void UseForSignature(LabWork? work = null)
    {
        if (Purpose is not (ProofPurpose.Signing or ProofPurpose.CommandLine) || Authentication == Proofs.PasswordAndRecoveryCode)
            throw new ProofRefusedException("For a signature the password is needed again, and a one-time code from the app where you have them; a recovery code lets you in, and does not sign.");
        var person = work is null ? Person : new PeopleStore(work).Get(Person.Name);
        if (person.State != PersonState.Active)
            throw new ProofRefusedException($"The account of {person.PrintedName} is {person.State.Word()}: nothing can be signed.");
        if (!person.AcceptedStatement)
            throw new ProofRefusedException($"{person.PrintedName} has not accepted the statement of accountability in force. Accept it on the page of the own account, then sign.");
        if (person.SigningBlockedUntil is { } blocked && _clock.GetUtcNow() < blocked)
            throw new ProofRefusedException($"An administrator reset the credentials of {person.PrintedName}: nothing can be signed under this name until {Moment.Words(blocked)}.");
        Use();
    }

    /// <summary>Uses the proof to change the own account.</summary>
    internal void UseForOwnAccount(LabWork work)
    {
        if (Authentication == Proofs.Token)
            throw new ProofRefusedException("A token does not change the account: give the password.");
        if (work.Actor.PersonName != Person.Name)
            throw new ProofRefusedException($"This is the proof of {Person.PrintedName}, and {work.Actor.Name} acts.");
        Use();
    }

    /// <summary>Uses the proof to begin a session.</summary>
    internal void UseForSession()
    {
        if (Purpose != ProofPurpose.SignIn)
            throw new ProofRefusedException("This proof was not made for signing in.");
        Use();
    }

    /// <summary>
    /// The same proof once more, as if the password had been given again. Only the demonstration does that, which signs dozens
    /// of times for the people it has just made.
    /// </summary>
    /// <exception cref="InvalidOperationException">The registry is a laboratory's own.</exception>
    internal ProvenPerson Again(LabRegistry registry) => registry.Identity.IsDemonstration
        ? new ProvenPerson(Person, Authentication, Purpose, _clock)
        : throw new InvalidOperationException("Only in a demonstration is a person proven without a new proof.");

    private void Use()
    {
        if (_clock.GetUtcNow() - ProvenAt > GoodFor)
            throw new ProofRefusedException("The password was given more than two minutes ago: give it again.");
        if (Interlocked.Exchange(ref _used, 1) != 0)
            throw new ProofRefusedException("The password was used for something already: each signature needs it anew.");
    }
}

/// <summary>The words for how a person was proven.</summary>
public static class Proofs
{
    public const string Password = "password";
    public const string PasswordAndOneTimeCode = "password and one-time code";
    public const string PasswordAndRecoveryCode = "password and recovery code";
    public const string OneTimeInvitation = "one-time link and new password";
    public const string Token = "token";
}
