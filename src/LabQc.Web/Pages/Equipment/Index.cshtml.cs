using LabQc.Consistency;
using LabQc.Equipment;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Web.Access;

namespace LabQc.Web.Pages.Equipment;

/// <summary>The instruments in force, and how their last bead check came out.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    public IReadOnlyList<(Instrument Instrument, LastCheck Last)> Instruments { get; private set; } = [];

    public void OnGet()
    {
        var checks = new BeadChecks(Work);
        Instruments = [.. new DefinitionRegister(Work).Read().Instruments
            .GroupBy(i => i.Code, StringComparer.Ordinal)
            .Select(g => g.MaxBy(i => i.Version)!)
            .OrderBy(i => i.Code, StringComparer.Ordinal)
            .Select(i => (i, LastCheck.Of(checks.Of(i.Code))))];
    }
}
