using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Demonstration;

namespace LabQc.Cli;

/// <summary><c>labqc demo</c>: the sample batches from their forms to their verdicts.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var samples = new Option<string?>("--samples") { HelpName = "DIR", Description = "The sample batches (default: sample-batches here or above)." };
        var command = new Command("demo", "Make a demonstration registry from the sample batches, evaluate all lots, print the verdicts and draw a chart of each.") { samples };
        command.SetAction(line => (int)Demonstrate(line, line.GetValue(samples)));
        return command;
    }

    private static ExitCode Demonstrate(ParseResult line, string? named)
    {
        var folder = named ?? SampleLot.FindSamples(Environment.CurrentDirectory) ?? SampleLot.FindSamples(AppContext.BaseDirectory)
            ?? throw new SampleBatchesMissingException(Environment.CurrentDirectory);
        var lots = SampleLot.All(folder);
        var registry = DemonstrationRegistry.OpenOrCreate(
            CommandContext.Folder(line), RegistryKeys.DefaultFolder, CommandContext.Actor(line), TimeProvider.System);
        var shown = new List<DemonstratedLot>(lots.Count);
        using var work = registry.Begin(CommandContext.Actor(line));
        DemonstrationRegistry.Define(work, folder);
        ProgressBar.Over("Importing and judging", lots, lot => shown.Add(DemonstrationRegistry.Take(work, lot)));
        var charts = LotCharts.WriteAll(work, [.. lots.Select(l => l.Details.Lot)], Path.Combine(registry.Folder, "charts"));
        if (line.GetValue(CommandContext.Json))
            Answer.Json(new { data = registry.Folder, charts, lots = shown.Select(ToJson) });
        else
            Print(shown, registry.Folder, charts);
        return shown.All(s => s.Differences.Count == 0) ? ExitCode.Done : ExitCode.NotConforming;
    }

    private static object ToJson(DemonstratedLot lot) => new
    {
        lot = lot.Sample.Details.Lot,
        lot.Evaluation.Verdict,
        expected = lot.Sample.Expected.Verdict,
        lot.Differences,
    };

    private static void Print(IReadOnlyList<DemonstratedLot> lots, string folder, int charts)
    {
        var table = Answer.Table("Lot", "Product", "Isolation method", "Isolated on", "Verdict", "As expected", "Why");
        foreach (var lot in lots)
            table.Row(lot.Sample.Details.Lot, lot.Sample.Details.Product, lot.Sample.Details.IsolationMethod,
                lot.Sample.Details.IsolatedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                lot.Evaluation.Verdict, lot.Differences.Count == 0 ? "yes" : "no: " + string.Join("; ", lot.Differences), lot.Sample.Expected.Why);
        Answer.Out.Write(table);
        Answer.Say(string.Join(", ", lots.GroupBy(l => l.Evaluation.Verdict).Select(g => $"{g.Count()} {g.Key}")));
        Answer.Tell($"The registry is in {folder}{(charts > 0 ? $", {charts} charts in {Path.Combine(folder, "charts")}" : "")}.\nGo on with `labqc list`, `labqc show LOT`, `labqc evaluate LOT`, `labqc verify` and the same --data.");
    }
}
