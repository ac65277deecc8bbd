using System.CommandLine;
using LabQc.Units;

namespace LabQc.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        var line = Root().Parse(args);
        if (line.Errors.Count > 0)
        {
            line.Invoke();
            return (int)ExitCode.WrongUsage;
        }
        try
        {
            return line.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RefusalException refused)
        {
            Answer.Tell(refused.Message);
            return (int)ExitCode.NotConforming;
        }
#pragma warning disable CA1031 // Whatever failed, a script gets code 3 and a person the reason.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Answer.Tell($"labqc failed: {failed.Message}");
            if (Environment.GetEnvironmentVariable("LABQC_DEBUG") is { Length: > 0 })
                Answer.Tell(failed.ToString());
            return (int)ExitCode.SystemFailed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("LabQc: quality control of exosome batches, from an instrument's file to a verdict.")
        {
            DemoCommand.Create(),
            ReadCommand.Create(),
            MappingCommand.Create(),
            InitCommand.Create(),
            DefineCommand.Create(),
            RegisterCommand.Create(),
            ImportCommand.Create(),
            ImportHistoryCommand.Create(),
            AssayCommand.Create(),
            CorrectCommand.Create(),
            ExcludeCommand.Create(),
            InvalidateCommand.Create(),
            EvaluateCommand.Create(),
            ConsistencyCommand.Create(),
            ReferenceSetCommand.Create(),
            MethodsCommand.Create(),
            CapabilityCommand.Create(),
            BeadsCommand.Create(),
            DispositionCommand.Create(),
            ListCommand.Create(),
            ShowCommand.Create(),
            ValidationCommand.Create(),
            ChartCommand.Create(),
            VerifyCommand.Create(),
            CheckpointCommand.Create(),
            QualifyCommand.Create(),
        };
        root.Options.Add(CommandContext.Data);
        root.Options.Add(CommandContext.As);
        root.Options.Add(CommandContext.Json);
        return root;
    }
}
