using System.CommandLine;
using LabQc.People;
using LabQc.Specifications;

namespace LabQc.Cli;

/// <summary><c>labqc define</c>: products, methods, instruments, specifications.</summary>
internal static class DefineCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Definitions as JSON, such as sample-batches/definitions.json." };
        var command = new Command("define", "Define products, methods, instruments and specifications. A defined version never changes.") { file };
        command.SetAction(line => CommandContext.Write(line, LabAction.DefineMeans, null, work =>
        {
            var form = line.GetValue(file)!;
            var outcome = new DefinitionRegister(work).Define(File.ReadAllText(form.FullName), form.ToString(), specificationsAreSigned: new PeopleStore(work).Any());
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { outcome.Added, outcome.Unchanged });
            else
                Answer.Tell($"Defined {outcome.Added.Count}; {outcome.Unchanged} stood already with the same content.{string.Concat(outcome.Added.Select(a => $"\n  {a}"))}");
            return ExitCode.Done;
        }));
        return command;
    }
}
