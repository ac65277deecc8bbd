using System.CommandLine;
using LabQc.Consistency;
using LabQc.People;

namespace LabQc.Cli;

/// <summary><c>labqc import-history</c>: past lots from a table.</summary>
internal static class ImportHistoryCommand
{
    public static Command Create()
    {
        var table = new Argument<FileInfo>("TABLE")
        {
            Description = "Comma-separated UTF-8 text with the columns lot, product, isolation_method, set_up, isolated_on, disposition, declared_by, and one for each attribute, such as size.d50.",
        };
        var command = new Command("import-history",
            $"Take past lots from a table. They bear the mark \"{HistoricalLot.Mark}\" wherever they are shown, and can be in reference sets.") { table };
        command.SetAction(line => CommandContext.Write(line, LabAction.ImportHistory, null, work =>
        {
            var file = line.GetValue(table)!;
            var outcome = new HistoryImport(work).Take(file.Name, File.ReadAllBytes(file.FullName));
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(ToJson(outcome));
            else
                Tell(outcome);
            return ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(HistoryOutcome outcome) => new
    {
        mark = HistoricalLot.Mark,
        added = outcome.Added.Select(l => l.LotNumber),
        outcome.Unchanged,
        kinds = outcome.Kinds.Select(k => new { k.Kind.Product, k.Kind.IsolationMethod, k.Kind.SetUp, k.Lots, comparable_own_lots = k.OwnLots }),
    };

    private static void Tell(HistoryOutcome outcome)
    {
        Answer.Tell($"Took {outcome.Added.Count} lots, {HistoricalLot.Mark}; {outcome.Unchanged.Count} stood already with the same content.");
        foreach (var (kind, lots, own) in outcome.Kinds)
            Answer.Tell($"{kind.Product}, {kind.IsolationMethod}, {kind.SetUp}: {lots} lots, comparable with {own} of the registry's own.");
        if (outcome.Kinds.Any(k => k.OwnLots == 0) && outcome.OwnSetUps.Count > 0)
            Answer.Tell($"Set-ups of the registry's own lots, for the column set_up: {string.Join("; ", outcome.OwnSetUps.Select(s => $"\"{s}\""))}");
    }
}
