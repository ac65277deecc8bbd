using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Statistics;

namespace LabQc.Reports;

/// <summary>The bead checks of an instrument on their own control chart.</summary>
public static class InstrumentBeadChart
{
    /// <summary>The chart of one set-up's checks.</summary>
    public static BeadCheckChart Of(BeadCheckSeries series) => new(new BeadCheckChartData
    {
        Instrument = series.Instrument,
        Bead = "beads, median diameter",
        ShortName = "D50",
        Checks = [.. series.Checks.Select(c => new ControlPoint(c.Measurement, c.SizeNm))],
        Mean = series.BaseChecks > 0 ? series.Mean!.Value : double.NaN,
        Sd = series.BaseChecks > 0 ? series.Sd!.Value : double.NaN,
        Basis = series.BaseChecks > 0 ? $"the first {series.BaseChecks} checks{(series.IsProvisional ? ", provisional" : "")}" : "",
        Violations = [.. series.Checks.SelectMany((c, i) => c.Broken.Select(rule => new ControlViolation(i, Sign(rule))))],
    });

    private static string Sign(WestgardRule rule) => WestgardRules.NameOf(rule) switch
    {
        "10_x" => "10x",
        var name => name.Replace('_', '-'),
    };
}
