using System.CommandLine;
using LabQc.Batches;
using LabQc.People;

namespace LabQc.Cli;

/// <summary><c>labqc register</c>: batches from their forms.</summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        var forms = new Argument<FileInfo[]>("FILE")
        {
            Description = "A batch's form as JSON, such as sample-batches/*/batch.json.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("register", "Register batches: lot number, isolation method with its parameters, source material, chain of volumes.") { forms };
        command.SetAction(line => CommandContext.Write(line, LabAction.RegisterBatch, null, work =>
        {
            var batches = new BatchStore(work);
            // All forms are read before anything is stored: one bad form keeps the others out of the registry, not half in it.
            var details = line.GetValue(forms)!.Select(f => BatchForm.Read(File.ReadAllText(f.FullName), f.ToString())).ToList();
            var registered = details.Where(batches.Register).Select(d => d.Lot).ToList();
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { registered, unchanged = details.Select(d => d.Lot).Except(registered) });
            else
                Answer.Tell($"Registered {registered.Count} of {details.Count} lots; the others stood already with the same details.");
            return ExitCode.Done;
        }));
        return command;
    }
}
