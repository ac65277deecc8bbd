using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Specifications;

namespace LabQc.Cli;

/// <summary><c>labqc init</c>: an empty registry.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var command = new Command("init", "Make an empty registry and its keys. It has no limits yet: a laboratory sets its own with `labqc define`.");
        command.SetAction(line =>
        {
            var registry = LabRegistry.Create(
                CommandContext.Folder(line), RegistryKind.Laboratory, RegistryKeys.DefaultFolder, CommandContext.Actor(line), TimeProvider.System);
            using (var work = registry.Begin(CommandContext.Actor(line)))
            {
                new DefinitionRegister(work).DefineBuiltIn();
                work.Commit();
            }
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { data = registry.Folder, site = registry.Identity.Site, registry_id = registry.Identity.RegistryId, hmac_key = registry.Keys.HmacPath });
            else
                Answer.Tell($"Made a registry in {registry.Folder}.\nIts keys are in {Path.GetDirectoryName(registry.Keys.HmacPath)}: keep a copy of that folder, apart from the data.");
            return (int)ExitCode.Done;
        });
        return command;
    }
}
