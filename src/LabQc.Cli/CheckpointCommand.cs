using System.CommandLine;
using LabQc.AuditTrail;

namespace LabQc.Cli;

/// <summary><c>labqc checkpoint</c>: how far the audit trail has come, signed, for an auditor to keep.</summary>
internal static class CheckpointCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where to write it (default: standard output).",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("checkpoint",
            "Sign how far the audit trail has come. Keep the file where nobody who can write the registry can write it; "
            + "`labqc verify --checkpoint FILE` then shows whether the end was cut off or history rewritten.\n\n"
            + "Example: labqc checkpoint --out 2026-06-30.checkpoint");
        command.Options.Add(Out);
        command.SetAction(line => CommandContext.Run(line, work => Take(line, work)));
        return command;
    }

    private static ExitCode Take(ParseResult line, LabWork work)
    {
        var signed = SignedCheckpoint.Take(work);
        var file = line.GetValue(Out);
        if (file is not null)
            CheckpointFile.Write(file, signed);
        if (line.GetValue(CommandContext.Json))
            Answer.Json(Document(signed, file));
        else if (file is null)
            Console.Out.Write(CheckpointFile.Text(signed));
        else
            Answer.Tell(FormattableString.Invariant($"Wrote a checkpoint of {signed.Checkpoint.Length} events to {file}. Keep it away from the registry."));
        return ExitCode.Done;
    }

    private static object Document(SignedCheckpoint signed, string? file) => new
    {
        signed.Checkpoint.Site,
        signed.Checkpoint.Length,
        signed.Checkpoint.HeadHash,
        signed.Checkpoint.Time,
        signed.Checkpoint.RegistryId,
        signed.Checkpoint.PublicKey,
        signature = Convert.ToBase64String(signed.Signature),
        file,
    };
}
