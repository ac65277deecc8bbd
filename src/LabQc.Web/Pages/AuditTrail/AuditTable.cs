using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Reports;
using LabQc.Review;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>The trail as a table for spreadsheets.</summary>
internal static class AuditTable
{
    /// <summary>Head and a line an event, newest first; they are read some at a time.</summary>
    public static IEnumerable<string> Lines(LabWork work, AuditFilter filter)
    {
        yield return SpreadsheetText.Line(
            "sequence", "utc", "actor", "account", "authentication", "action", "what", "lot", "reason", "before_and_after", "clock_went_back", "hash", "previous_hash", "hmac");
        foreach (var line in new AuditSearchStore(work).All(filter))
            yield return Line(AuditRow.Of(work, line));
    }

    private static string Line(AuditRow row) => SpreadsheetText.Line(
        row.Line.Sequence.ToString(CultureInfo.InvariantCulture), row.Line.OccurredAt, row.Line.Actor, row.Line.Account, row.Line.Authentication,
        row.Line.Action, EventWords.Of(row.Line.Action), row.Line.LotNumber, row.Line.Reason,
        string.Join("; ", row.Changes.Select(c => $"{c.Name}: {c.Before ?? "–"} → {c.After ?? "–"}")),
        row.Line.Flagged != 0 ? "yes" : "", row.Line.Hash, row.Line.PreviousHash, row.Line.Hmac);
}
