using LabQc.Consistency;

namespace LabQc.Reports;

/// <summary>Says on a chart how many of its lots were taken over from a table.</summary>
internal static class HistoricalNote
{
    /// <summary>As ", 3 lots historical, not verified"; empty where there is none.</summary>
    public static string Of(int historical) =>
        historical == 0 ? "" : $", {historical} {(historical == 1 ? "lot" : "lots")} {HistoricalLot.Mark}";

    /// <summary>The note on the lots that a chart draws.</summary>
    public static string Of(IEnumerable<ConsistencyProfile> lots) => Of(lots.Count(l => l.IsHistorical));
}
