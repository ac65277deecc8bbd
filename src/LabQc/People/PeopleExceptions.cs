using LabQc.Units;

namespace LabQc.People;

/// <summary>Nobody has this name.</summary>
public sealed class PersonMissingException(string name)
    : RefusalException($"There is nobody called {name}.")
{
    public string Name { get; } = name;
}

/// <summary>A name is taken, now or for ever.</summary>
public sealed class NameTakenException(string name)
    : RefusalException($"The name {name} is taken. A name that was used once is never given to another person, also after the account is closed: choose another.")
{
    public string Name { get; } = name;
}

/// <summary>A name cannot be one.</summary>
public sealed class NameRefusedException(string name, string rule) : RefusalException($"\"{name}\" cannot be used: {rule}.");

/// <summary>Somebody else changed the account since it was read.</summary>
public sealed class PersonChangedException(string printedName, string by, DateTimeOffset at)
    : RefusalException($"The account of {printedName} was changed by {by} at {Moment.Words(at)} since you read it. Nothing of yours was stored; look at it again.")
{
    public string By { get; } = by;
    public DateTimeOffset At { get; } = at;
}

/// <summary>What was asked of an account cannot be done as it stands.</summary>
public sealed class AccountRefusedException(string message) : RefusalException(message);

/// <summary>A password is not one that LabQc takes.</summary>
public sealed class PasswordRefusedException(string rule) : RefusalException($"This password cannot be used: {rule}.");

/// <summary>A one-time code, or a code for setting a password, does not open anything.</summary>
public sealed class CodeRefusedException(string message) : RefusalException(message);

/// <summary>A value for a setting is outside its bounds, or no reason was given.</summary>
public sealed class SettingRefusedException(string message) : RefusalException(message);

/// <summary>The permission table does not let this person do that.</summary>
public sealed class NotAllowedException(LabAction action, string message) : RefusalException(message)
{
    public LabAction Action { get; } = action;
}

/// <summary>A sign-in, or the proof for a signature, did not succeed.</summary>
public sealed class SignInRefusedException(string message) : RefusalException(message)
{
    /// <summary>How many more attempts there are before the name is locked; null where that was not counted.</summary>
    public int? AttemptsLeft { get; init; }

    /// <summary>Until when the name is locked; null where it is not.</summary>
    public DateTimeOffset? LockedUntil { get; init; }
}

/// <summary>The password is right, and the person has one-time codes: one is needed beside it. Counts as no failure.</summary>
public sealed class OneTimeCodeNeededException()
    : RefusalException("A one-time code is needed beside the password: the six digits that your app shows now.");

/// <summary>A secret in the registry is not the one that was recorded.</summary>
public sealed class CredentialChangedException(string printedName, string kind)
    : RefusalException($"The {kind} of {printedName} in the registry is not the one that was recorded: it was changed outside LabQc, so nobody is let in by it. Let an administrator reset the credentials, and run `labqc verify`.");

/// <summary>A proof of a person cannot be used.</summary>
public sealed class ProofRefusedException(string message) : RefusalException(message);
