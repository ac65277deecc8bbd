using System.CommandLine;
using System.CommandLine.Parsing;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;

namespace LabQc.Cli;

/// <summary>What every verb shares: where the registry is, who acts, and whether a script reads the answer.</summary>
internal static class CommandContext
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder (default: the environment variable LABQC_DATA, else a folder of yours).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> As { get; } = new("--as")
    {
        Description = "Who acts. Recorded as \"declared, not verified\" beside the operating system's account.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document for scripts instead of a table.",
        Recursive = true,
    };

    /// <summary>The data folder that a command line names.</summary>
    public static string Folder(ParseResult line) =>
        line.GetValue(Data)
        ?? (Environment.GetEnvironmentVariable("LABQC_DATA") is { Length: > 0 } named ? named : DefaultFolder());

    /// <summary>Who acts on this command line.</summary>
    public static Actor Actor(ParseResult line) =>
        line.GetValue(As) is { Length: > 0 } name ? AuditTrail.Actor.Declared(name) : AuditTrail.Actor.OfAccount();

    /// <summary>Opens the registry that a command line names.</summary>
    public static LabRegistry Registry(ParseResult line) =>
        LabRegistry.Open(Folder(line), RegistryKeys.DefaultFolder, TimeProvider.System);

    /// <summary>Runs a verb's work that writes, as whoever may do that with the lot, and gives its exit code.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="action">What the permission table is asked.</param>
    /// <param name="lot">The lot that it is about, if it is about one.</param>
    /// <param name="work">The work.</param>
    public static int Write(ParseResult line, LabAction action, string? lot, Func<LabWork, ExitCode> work) =>
        Signed(line, action, lot, (begun, _) => work(begun));

    /// <summary>The same for a verb that signs: it is handed the proof of who signs, or null while nobody exists.</summary>
    public static int Signed(ParseResult line, LabAction action, string? lot, Func<LabWork, ProvenPerson?, ExitCode> work)
    {
        var registry = Registry(line);
        var proven = PersonAtWork.Prove(line, registry);
        using var begun = registry.Begin(proven?.Actor ?? Actor(line));
        // A lot that is not there is the verb's own refusal, in its own words.
        var state = lot is null ? null : new BatchStore(begun).Find(lot);
        new Authority(begun).Require(action, state?.Stage() ?? LotStage.None);
        return (int)work(begun, proven);
    }

    /// <summary>Runs a verb's work on the registry, and gives its exit code. What it records has the operating system's account as actor.</summary>
    public static int Run(ParseResult line, Func<LabWork, ExitCode> work)
    {
        using var begun = Registry(line).Begin(Actor(line));
        return (int)work(begun);
    }

    /// <summary>Refuses a misspelt option, which the parser would take for one more file.</summary>
    public static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
            result.AddError($"There is no option {token.Value} (a file of that name is ./{token.Value}).");
    }

    private static string DefaultFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "labqc", "data");
}

/// <summary>What a command's exit code says to a script.</summary>
internal enum ExitCode
{
    Done = 0,
    /// <summary>Something does not conform, or was refused.</summary>
    NotConforming = 1,
    WrongUsage = 2,
    SystemFailed = 3,
}
