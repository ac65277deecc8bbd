using System.CommandLine;
using System.Globalization;
using LabQc.Batches;

namespace LabQc.Cli;

/// <summary><c>labqc list</c>: all batches with state, disposition and newest verdict.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List all batches by isolation date, with work state, disposition and newest verdict.");
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var batches = new BatchStore(work).List();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { batches = batches.Select(Line) });
            else if (batches.Count == 0)
                Answer.Tell("No batches yet. Register one with `labqc register FILE.json`.");
            else
                Print(batches);
            return ExitCode.Done;
        }));
        return command;
    }

    private static object Line(BatchLine batch) => new
    {
        lot = batch.LotNumber,
        batch.Product,
        batch.IsolationMethod,
        isolated_on = Date(batch.IsolatedOn),
        batch.WorkState,
        batch.Disposition,
        batch.Verdict,
    };

    private static void Print(IReadOnlyList<BatchLine> batches)
    {
        var table = Answer.Table("Lot", "Product", "Isolation method", "Isolated on", "Work state", "Disposition", "Verdict");
        foreach (var batch in batches)
            table.Row(batch.LotNumber, batch.Product, batch.IsolationMethod, Date(batch.IsolatedOn), batch.WorkState, batch.Disposition, batch.Verdict ?? "not evaluated");
        Answer.Out.Write(table);
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
