using System.CommandLine;
using LabQc.Instruments;

namespace LabQc.Cli;

/// <summary><c>labqc mapping</c>: how tables of instruments that LabQc does not know are to be read.</summary>
internal static class MappingCommand
{
    public static Command Create() => new("mapping", "Column mappings: how to read tables of instruments that LabQc does not know.") { New() };

    private static Command New()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A table of the instrument." };
        file.AcceptExistingOnly();
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "Name of the mapping (default: the file's)." };
        var save = new Option<FileInfo?>("--save") { HelpName = "MAPPING.json", Description = "Write the mapping to this file, to be checked and edited there." };
        var command = new Command("new", "Propose a mapping for a table and show what it would read. Check it before use: what a table means no program can know. Example: labqc mapping new results.csv --name videodrop --save videodrop.json")
        {
            file, name, save,
        };
        command.SetAction(line => (int)Propose(line, line.GetValue(file)!, line.GetValue(name), line.GetValue(save)));
        return command;
    }

    private static ExitCode Propose(ParseResult line, FileInfo file, string? name, FileInfo? save)
    {
        if (file.Length > ReadLimits.Default.Bytes)
        {
            Answer.Tell($"{file}: the file is too large for a table.");
            return ExitCode.NotConforming;
        }
        var bytes = File.ReadAllBytes(file.FullName);
        var proposal = MappingProposer.Propose(bytes, name ?? Path.GetFileNameWithoutExtension(file.Name).Replace('@', '-'));
        var read = proposal.Mapping is { } mapping ? InstrumentReader.ReadMapped(bytes, file.Name, mapping) : null;
        if (proposal.Mapping is not null && save is not null)
            File.WriteAllText(save.FullName, proposal.Mapping.ToJson() + "\n");
        if (line.GetValue(CommandContext.Json))
            Answer.Json(Document(file, proposal, read));
        else
            Show(file, proposal, read, save);
        return proposal.Mapping is null || read?.Status == FileStatus.Refused ? ExitCode.NotConforming : ExitCode.Done;
    }

    private static object Document(FileInfo file, MappingProposal proposal, InstrumentFile? read) => new
    {
        mapping = proposal.Mapping is { } mapping ? System.Text.Json.JsonDocument.Parse(mapping.ToJson()).RootElement : (System.Text.Json.JsonElement?)null,
        proposal.Notes,
        would_read = read is null ? null : ReadReport.Of(new ReadEntry(file.ToString(), null, read)),
    };

    private static void Show(FileInfo file, MappingProposal proposal, InstrumentFile? read, FileInfo? save)
    {
        if (proposal.Mapping is { } mapping)
            Console.Out.WriteLine(mapping.ToJson());
        foreach (var note in proposal.Notes)
            Answer.Tell($"Check: {note}");
        if (save is not null && proposal.Mapping is not null)
            Answer.Tell($"Written to {save}. Read with `labqc read {file} --mapping {save}`.");
        if (read is not null)
            ReadTable.Print([new ReadEntry(file.ToString(), null, read)], SizeDistributions.SizeRange.Exosomes);
    }
}
