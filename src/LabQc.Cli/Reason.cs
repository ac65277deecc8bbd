using System.CommandLine;

namespace LabQc.Cli;

/// <summary>The reason that a change of what was recorded cannot do without.</summary>
internal static class Reason
{
    public static Option<string> Option { get; } = Create();

    private static Option<string> Create()
    {
        var option = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why; it is recorded and shown for ever.", Required = true };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--reason must say something.");
        });
        return option;
    }
}
