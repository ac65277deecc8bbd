using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Equipment;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Reports;
using LabQc.Specifications;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Equipment;

/// <summary>One instrument: what it was shown to see, and its bead checks on their control charts.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class InstrumentModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Instrument Instrument { get; private set; } = null!;

    /// <summary>One chart a set-up.</summary>
    public IReadOnlyList<BeadCheckSeries> Charts { get; private set; } = [];

    public LastCheck Last { get; private set; } = null!;

    /// <summary>The raw files of the checks, by the measurement's name.</summary>
    public ILookup<string, string> Files { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var versions = new DefinitionRegister(Work).Read().Instruments.Where(i => i.Code == Code).ToList();
        if (versions.MaxBy(i => i.Version) is not { } current)
            return Redirect("/not-found");
        Instrument = current;
        Charts = new BeadChecks(Work).Of(Code);
        Last = LastCheck.Of(Charts);
        Files = new MeasurementStore(Work).BeadChecks(Code).SelectMany(m => m.Runs.Select(r => (m.Row.Name, r.Row.Sha256))).ToLookup(f => f.Name, f => f.Sha256);
        return Page();
    }

    /// <summary>The picture of a chart; null where there is no check to draw.</summary>
    public static Chart? Picture(BeadCheckSeries chart) => chart.Checks.Count == 0 ? null : InstrumentBeadChart.Of(chart);
}
