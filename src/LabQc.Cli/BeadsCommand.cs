using System.CommandLine;
using System.Globalization;
using LabQc.Consistency;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc beads</c>: an instrument's bead checks on their own control chart.</summary>
internal static class BeadsCommand
{
    public static Command Create()
    {
        var instrument = new Argument<string>("INSTRUMENT") { Description = "The instrument, such as NTA-1." };
        var command = new Command("beads", "Bead checks of an instrument on their own control chart, with Westgard's rules. Ends with 1 when the last check breaks a rule that rejects.") { instrument };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var charts = new BeadChecks(work).Of(line.GetValue(instrument)!);
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { instrument = line.GetValue(instrument), charts = charts.Select(ToJson) });
            else if (charts.Count == 0)
                Answer.Tell($"{line.GetValue(instrument)} has no bead check yet. Import one with a manifest whose purpose is bead-check.");
            else
                Print(charts);
            return charts.Any(c => c.IsRejected) ? ExitCode.NotConforming : ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(BeadCheckSeries chart) => new
    {
        chart.SetUp,
        limits = chart.Sd is > 0 ? new { mean_nm = chart.Mean, sd_nm = chart.Sd, base_checks = chart.BaseChecks, provisional = chart.IsProvisional } : null,
        checks = chart.Checks.Select(c => new
        {
            c.Measurement,
            c.RecordedAt,
            size_nm = c.SizeNm,
            c.Z,
            broken = c.Broken.Select(WestgardRules.NameOf),
            decision = chart.BaseChecks == 0 ? null : c.Decision.ToString().ToLowerInvariant(),
        }),
        left_out = chart.LeftOut.Select(l => new { l.Measurement, l.Reason }),
        last_check = chart.BaseChecks == 0 || chart.Checks.Count == 0 ? "not-judged" : chart.Checks[^1].Decision.ToString().ToLowerInvariant(),
    };

    private static void Print(IReadOnlyList<BeadCheckSeries> charts)
    {
        foreach (var chart in charts)
        {
            Answer.Say($"{chart.Instrument}, {chart.SetUp}: {Limits(chart)}");
            var table = Answer.Table("Check", "Recorded at (UTC)", "D50, nm", "z", "Rules broken", "Decision");
            foreach (var c in chart.Checks)
                table.Row(c.Measurement, c.RecordedAt, NumberText.Fixed(c.SizeNm, 2), c.Z?.ToString("+0.00;-0.00", CultureInfo.InvariantCulture) ?? "–",
                    string.Join(", ", c.Broken.Select(WestgardRules.NameOf)), chart.BaseChecks == 0 ? "not judged" : c.Decision.ToString().ToLowerInvariant());
            Answer.Out.Write(table);
            foreach (var left in chart.LeftOut)
                Answer.Say($"Left out: {left.Measurement}: {left.Reason}");
        }
    }

    private static string Limits(BeadCheckSeries chart)
    {
        if (chart.BaseChecks == 0)
            return chart.Sd == 0 ? "the checks do not vary: no limits" : $"{chart.Checks.Count} checks, no limits below {LotConsistency.LeastForLimits}";
        var bands = string.Join(", ", Enumerable.Range(1, 3).Select(k => string.Create(CultureInfo.InvariantCulture, $"±{k} SD {chart.Mean - k * chart.Sd:0.0} to {chart.Mean + k * chart.Sd:0.0}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"mean {chart.Mean:0.00} nm, SD {chart.Sd:0.00} nm from the first {chart.BaseChecks} checks{(chart.IsProvisional ? ", provisional" : "")}; {bands}");
    }
}
