using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Units;
using Spectre.Console;

namespace LabQc.Cli;

/// <summary>Nobody said who acts, in a registry that has people.</summary>
internal sealed class NobodyNamedException()
    : RefusalException("This registry has people, so a command that writes needs to know who acts: name yourself with --as NAME and give your password, or put a token of yours into the environment variable LABQC_TOKEN. Nothing was changed.");

/// <summary>
/// Proves who gives a command that writes, once a registry has people: by a token from the environment, else by the password,
/// asked for on the terminal or read as the first line of standard input (the one-time code, where one is needed, as the second).
/// </summary>
internal static class PersonAtWork
{
    /// <summary>The environment variable that holds a token.</summary>
    public const string TokenVariable = "LABQC_TOKEN";

    /// <summary>The person, proven; null while the registry has none.</summary>
    /// <exception cref="NobodyNamedException">It has people, and nobody is named.</exception>
    /// <exception cref="SignInRefusedException">The password or the token is wrong, or the name is locked.</exception>
    public static ProvenPerson? Prove(ParseResult line, LabRegistry registry)
    {
        if (!HasPeople(registry))
            return null;
        var signIn = new SignIn(registry, TimeProvider.System);
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
            return signIn.ProveToken(token);
        if (line.GetValue(CommandContext.As) is not { Length: > 0 } name)
            throw new NobodyNamedException();
        var password = Ask($"Password of {name}:");
        var code = signIn.NeedsCode(name) ? Ask("One-time code:") : null;
        return signIn.Prove(name, password, code, ProofPurpose.CommandLine);
    }

    private static bool HasPeople(LabRegistry registry)
    {
        using var work = registry.Begin(Actor.OfAccount());
        return new PeopleStore(work).Any();
    }

    private static string Ask(string question) => Console.IsInputRedirected
        ? Console.In.ReadLine() ?? ""
        : Answer.Error.Prompt(new TextPrompt<string>(question).Secret(null).AllowEmpty());
}
