using LabQc.Consistency;
using LabQc.Statistics;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Equipment;

/// <summary>What the last bead check of an instrument says.</summary>
/// <param name="Tone">ok, warn, fail or none.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="Words">In words.</param>
/// <param name="At">When it was recorded; null where there is none.</param>
internal sealed record LastCheck(string Tone, string Icon, string Words, string? At)
{
    /// <summary>The last check over all set-ups of an instrument.</summary>
    public static LastCheck Of(IReadOnlyList<BeadCheckSeries> charts)
    {
        var newest = charts.Where(c => c.Checks.Count > 0).OrderBy(c => c.Checks[^1].RecordedAt, StringComparer.Ordinal).LastOrDefault();
        if (newest is null)
            return new LastCheck("none", "v-miss", "none yet", null);
        var check = newest.Checks[^1];
        var rules = string.Join(", ", check.Broken.Select(WestgardRules.NameOf));
        return newest.BaseChecks == 0
            ? new LastCheck("none", "i-ring", $"not judged: {newest.Checks.Count} checks of {LotConsistency.LeastForLimits} that limits need", check.RecordedAt)
            : check.Decision switch
            {
                ControlDecision.Rejected => new LastCheck("fail", "v-fail", $"rejected: {rules}", check.RecordedAt),
                ControlDecision.Warning => new LastCheck("warn", "i-warn", $"warning: {rules}", check.RecordedAt),
                _ => new LastCheck("ok", "v-ok", "in control", check.RecordedAt),
            };
    }
}

/// <summary>The words of a chart of bead checks.</summary>
internal static class BeadCheckView
{
    /// <summary>Where the limits come from.</summary>
    public static string Limits(BeadCheckSeries chart)
    {
        if (chart.BaseChecks == 0)
            return chart.Sd == 0 ? "The checks do not vary: no limits." : $"{chart.Checks.Count} {(chart.Checks.Count == 1 ? "check" : "checks")}; limits from {LotConsistency.LeastForLimits} on.";
        var (mean, sd) = (chart.Mean!.Value, chart.Sd!.Value);
        return $"Mean {NumberView.Fixed(mean, 2)} nm, SD {NumberView.Fixed(sd, 2)} nm from the first {chart.BaseChecks} checks{(chart.IsProvisional ? ", provisional" : "")}; ±2 SD {NumberView.Fixed(mean - 2 * sd, 1)} to {NumberView.Fixed(mean + 2 * sd, 1)}, ±3 SD {NumberView.Fixed(mean - 3 * sd, 1)} to {NumberView.Fixed(mean + 3 * sd, 1)} nm.";
    }

    /// <summary>What a check was decided to be.</summary>
    public static string Decision(BeadCheckSeries chart, BeadCheckPoint check) => chart.BaseChecks == 0 ? "not judged" : check.Decision switch
    {
        ControlDecision.Rejected => "rejected",
        ControlDecision.Warning => "warning",
        _ => "accepted",
    };

    /// <summary>Tells apart what a chart is drawn from.</summary>
    public static string InputsOf(BeadCheckSeries chart) =>
        string.Join('|', chart.Checks.Select(c => FormattableString.Invariant($"{c.Measurement}={c.SizeNm:R}"))) + FormattableString.Invariant($"|{chart.Mean:R}|{chart.Sd:R}|{chart.BaseChecks}");
}
