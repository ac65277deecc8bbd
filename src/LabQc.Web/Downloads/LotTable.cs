using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Reports;
using LabQc.Review;

namespace LabQc.Web.Downloads;

/// <summary>The list of lots as a table for spreadsheets.</summary>
internal static class LotTable
{
    private const int Portion = 200;

    /// <summary>Head and a line a lot, newest isolation first; they are read some at a time.</summary>
    public static IEnumerable<string> Lines(LabWork work, BatchListFilter filter)
    {
        yield return SpreadsheetText.Line("lot", "product", "isolation_method", "isolated_on", "work_state", "disposition", "hold_reason", "verdict", "corrected_after_decision");
        var store = new BatchListStore(work);
        BatchListPlace? place = null;
        BatchListPage page;
        do
        {
            page = store.Page(filter, olderThan: place, take: Portion);
            foreach (var row in page.Rows)
                yield return Line(row);
            place = page.Rows is [.., var last] ? last.Place : null;
        }
        while (page.HasOlder && place is not null);
    }

    private static string Line(BatchListRow row) => SpreadsheetText.Line(
        row.LotNumber, row.Product, row.IsolationMethod, row.IsolatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.WorkState, row.Disposition, row.HoldReason, row.Verdict ?? BatchListFilter.NotEvaluated, row.CorrectedAfterDecision);
}
