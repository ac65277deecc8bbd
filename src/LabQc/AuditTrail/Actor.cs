namespace LabQc.AuditTrail;

/// <summary>Who acts, and how sure that is.</summary>
/// <param name="Name">The person's name, or the account's where nobody is named.</param>
/// <param name="Account">The operating system's account and host, <c>os:USER@HOST</c>, or <c>person:NAME</c> of somebody who proved to be that person.</param>
/// <param name="Authentication">How the name was established, in words that every record shows.</param>
public sealed record Actor(string Name, string Account, string Authentication)
{
    /// <summary>The words for a name that somebody gave and nobody checked.</summary>
    public const string DeclaredNotVerified = "declared, not verified";

    /// <summary>The words for an act of the operating system's account itself.</summary>
    public const string OperatingSystem = "operating system account";

    private const string PersonPrefix = "person:";

    /// <summary>The account that this process runs under.</summary>
    public static string CurrentAccount => $"os:{Environment.UserName}@{Environment.MachineName}";

    /// <summary>A person who said who they are; nobody checked it.</summary>
    public static Actor Declared(string name) => new(name, CurrentAccount, DeclaredNotVerified);

    /// <summary>Nobody in particular: the account that this process runs under.</summary>
    public static Actor OfAccount() => new(CurrentAccount, CurrentAccount, OperatingSystem);

    /// <summary>A person of the registry who proved who they are.</summary>
    /// <param name="printedName">The name as records and papers show it.</param>
    /// <param name="name">The sign-in name.</param>
    /// <param name="authentication">By what it was proven, such as "password and one-time code".</param>
    public static Actor OfPerson(string printedName, string name, string authentication) =>
        new(printedName, PersonPrefix + name, authentication);

    /// <summary>The sign-in name of the person who acts, or null where none was proven.</summary>
    public string? PersonName => Account.StartsWith(PersonPrefix, StringComparison.Ordinal) ? Account[PersonPrefix.Length..] : null;
}
