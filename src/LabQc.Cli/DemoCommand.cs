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
        var trend = DemonstrationReference.Freeze(work, lots);
        var charts = LotCharts.WriteAll(work, [.. lots.Select(l => l.Details.Lot)], Path.Combine(registry.Folder, "charts"));
        if (line.GetValue(CommandContext.Json))
            Answer.Json(new { data = registry.Folder, charts, lots = shown.Select(ToJson), trend = trend is null ? null : ToJson(trend) });
        else
        {
            Print(shown);
            if (trend is not null)
                Print(trend);
            Answer.Tell($"The registry is in {registry.Folder}{(charts > 0 ? $", {charts} charts in {Path.Combine(registry.Folder, "charts")}" : "")}.\nGo on with `labqc list`, `labqc show LOT`, `labqc evaluate LOT`, `labqc consistency LOT`, `labqc verify` and the same --data.");
        }
        return shown.All(s => s.Differences.Count == 0) ? ExitCode.Done : ExitCode.NotConforming;
    }

    private static object ToJson(DemonstratedLot lot) => new
    {
        lot = lot.Sample.Details.Lot,
        lot.Evaluation.Verdict,
        expected = lot.Sample.Expected.Verdict,
        lot.Differences,
    };

    private static object ToJson(DemonstrationTrend trend) => new
    {
        reference_set = new { trend.Set.Name, trend.Set.Version, trend.Set.Lots },
        trend.MembersOutOfTrend,
        trend.FirstEwmaSignal,
        trend.FirstOutOfTrend,
        trend.Later,
    };

    private static void Print(DemonstrationTrend trend)
    {
        Answer.Say($"Reference set \"{trend.Set.Name}\" version {trend.Set.Version}: {trend.Set.Lots.Count} lots, of which {trend.MembersOutOfTrend.Count} out of trend by chance (about 0.7 are expected).");
        Answer.Say($"After it, the EWMA of size.d50 first signals at {Place(trend, trend.FirstEwmaSignal)}; the first lot out of trend is {Place(trend, trend.FirstOutOfTrend)}.");
    }

    private static string Place(DemonstrationTrend trend, string? lot) =>
        lot is null ? "none" : $"{lot}, number {trend.Later.ToList().IndexOf(lot) + 1} after the set";

    private static void Print(IReadOnlyList<DemonstratedLot> lots)
    {
        var table = Answer.Table("Lot", "Product", "Isolation method", "Isolated on", "Verdict", "As expected", "Why");
        foreach (var lot in lots)
            table.Row(lot.Sample.Details.Lot, lot.Sample.Details.Product, lot.Sample.Details.IsolationMethod,
                lot.Sample.Details.IsolatedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                lot.Evaluation.Verdict, lot.Differences.Count == 0 ? "yes" : "no: " + string.Join("; ", lot.Differences), lot.Sample.Expected.Why);
        Answer.Out.Write(table);
        Answer.Say(string.Join(", ", lots.GroupBy(l => l.Evaluation.Verdict).Select(g => $"{g.Count()} {g.Key}")));
    }
}
