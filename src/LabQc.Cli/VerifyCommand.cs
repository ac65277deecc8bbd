using System.CommandLine;
using LabQc.AuditTrail;

namespace LabQc.Cli;

/// <summary><c>labqc verify</c>: whether the registry is what its audit trail says.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Checkpoint = new("--checkpoint")
    {
        Description = "A checkpoint that was kept elsewhere: shows whether the end was cut off since, or history rewritten.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("verify",
            "Recompute the audit chain and every row that it holds, and name the first that does not fit. "
            + "Exit code 0: everything fits; 1: it does not.\n\nExample: labqc verify --checkpoint 2026-06-30.checkpoint");
        command.Options.Add(Checkpoint);
        command.SetAction(line => CommandContext.Run(line, work => Verify(line, work)));
        return command;
    }

    private static ExitCode Verify(ParseResult line, LabWork work)
    {
        var checkpoint = line.GetValue(Checkpoint) is { } file ? CheckpointFile.Read(file) : null;
        var result = ProgressBar.Show<VerificationProgress, VerificationResult>(
            progress => Verification.Run(work, checkpoint, progress),
            p => (Stage(p.Stage), p.Done, p.Total));
        if (line.GetValue(CommandContext.Json))
            Answer.Json(result);
        else
            Print(result, checkpoint, work);
        if (result.Hmacs != "checked")
            Answer.Tell($"The HMACs were not checked: the registry's key {work.HmacPath} is not there. A chain that somebody rebuilt would not show.");
        return result.Ok ? ExitCode.Done : ExitCode.NotConforming;
    }

    private static string Stage(string stage) => stage switch
    {
        "schema" => "Tables and triggers",
        "events" => "Events",
        "rows" => "Rows",
        _ => "Database file",
    };

    private static void Print(VerificationResult result, SignedCheckpoint? checkpoint, LabWork work)
    {
        Answer.Lines(
            Invariant($"Registry {work.Registry.RegistryId}, site {work.Site}: {result.Events} events, {result.Rows} rows, HMACs {result.Hmacs}."),
            checkpoint is null ? null : Invariant($"Checkpoint of {checkpoint.Checkpoint.Time} with {checkpoint.Checkpoint.Length} events."));
        if (result.Ok)
        {
            Answer.Lines("Everything fits.");
            return;
        }
        var first = result.Problems[0];
        Answer.Lines(Invariant($"{result.ProblemCount} {(result.ProblemCount == 1 ? "problem" : "problems")}. The first: {first.Where} ({first.Kind})"), first.Message);
        if (result.ProblemCount > 1)
            PrintAll(result);
    }

    private static void PrintAll(VerificationResult result)
    {
        var table = Answer.Table("Kind", "Where", "What");
        foreach (var problem in result.Problems)
            table.Row(problem.Kind, problem.Where, problem.Message);
        Answer.Out.Write(table);
        if (result.ProblemCount > result.Problems.Count)
            Answer.Lines(Invariant($"… and {result.ProblemCount - result.Problems.Count} more."));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
