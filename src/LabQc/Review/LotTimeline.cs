using System.Globalization;
using LabQc.AuditTrail;

namespace LabQc.Review;

/// <summary>All that happened to a lot, in sentences.</summary>
public static class LotTimeline
{
    /// <summary>The entries, newest first; one for every audit event of the lot.</summary>
    public static IReadOnlyList<TimelineEntry> Of(LabWork work, string lot) => [.. LotHistory.Of(work, lot).Select(Entry).Reverse()];

    private static TimelineEntry Entry(HistoryStep step)
    {
        var (kind, words) = Words(step);
        return new TimelineEntry
        {
            Sequence = step.Event.Sequence,
            At = step.Event.OccurredAt,
            By = step.Event.Actor,
            Account = step.Event.Account,
            Authentication = step.Event.Authentication,
            Action = step.Event.Action,
            Kind = kind,
            Words = words,
            Reason = step.Event.Reason,
            Changes = step.Changes,
            SentBack = step.Event.Action != "batch.returned" && IsSentBack(step),
            SignatureId = step.Rows.Where(r => r.Table == "signature").Select(r => SignatureId(RecordedRow.Columns(r.After))).FirstOrDefault(),
        };
    }

    private static (TimelineKind Kind, string Words) Words(HistoryStep step) => step.Event.Action switch
    {
        "batch.registered" => (TimelineKind.Registered, "Registered, in quarantine"),
        "batch.corrected" => (TimelineKind.Corrected, $"{Fields(step, "Batch details")} corrected"),
        "measurement.recorded" => (TimelineKind.Measured, Measured(step)),
        "dilution.corrected" => (TimelineKind.Corrected, $"{Fields(step, "Dilution")} corrected"),
        "replicate.excluded" => (TimelineKind.Excluded, $"{Fields(step, "Replicate")} excluded"),
        "replicate.included" => (TimelineKind.Included, $"{Fields(step, "Replicate")} taken back in"),
        "replicate.exclusion-proposed" => (TimelineKind.Proposed, $"Exclusion of {Proposed(step)} proposed"),
        "replicate.inclusion-proposed" => (TimelineKind.Proposed, $"Taking {Proposed(step)} back in proposed"),
        "exclusion.confirmed" => (TimelineKind.Confirmed, "Proposed exclusion confirmed by a second person"),
        "exclusion.declined" => (TimelineKind.Declined, "Proposed exclusion declined by a second person"),
        "measurement.invalidated" => (TimelineKind.Invalidated, $"{Fields(step, "Measurement")} invalidated"),
        "assay.entered" => (TimelineKind.Entered, string.Join(", ", step.FirstEntries.Select(e => $"{e.Field} entered: {e.After}"))),
        "assay.corrected" => (TimelineKind.Corrected, $"{Fields(step, "Result")} corrected"),
        "file.attached" => (TimelineKind.Attached, $"{Files(step)} attached"),
        "batch.evaluated" => (TimelineKind.Evaluated, Evaluated(step)),
        "batch.submitted" => (TimelineKind.Submitted, "Submitted for review"),
        "batch.verified" => (TimelineKind.Verified, "Verified by a second person, signed"),
        "batch.returned" => (TimelineKind.Returned, "Returned to the bench"),
        "batch.audit-trail-reviewed" => (TimelineKind.AuditTrailReviewed, "Audit trail reviewed, signed"),
        "batch.held" => (TimelineKind.Held, "Put on hold"),
        "batch.hold-lifted" => (TimelineKind.HoldLifted, "Hold lifted"),
        "batch.released" => (TimelineKind.Released, $"Released, {Standing(step)}"),
        "batch.rejected" => (TimelineKind.Rejected, $"Rejected, {Standing(step)}"),
        "batch.recalled" => (TimelineKind.Recalled, "Recalled, signed"),
        "validation.recorded" => (TimelineKind.ThirdParty, "Third party's result recorded"),
        var other => (TimelineKind.Other, Sentence(other)),
    };

    private static string Proposed(HistoryStep step)
    {
        var name = RecordedValues.Replicate(RecordedRow.Columns(step.Rows.First(r => r.Table == "exclusion_proposal").After));
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Measured(HistoryStep step)
    {
        var run = step.Rows.First(r => r.Table == "run");
        var id = RecordedRow.Columns(run.After)["measurement_id"]!;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Files(step)} taken for {id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]}, {step.Rows.Count(r => r.Table == "replicate")} replicates");
    }

    private static string Files(HistoryStep step)
    {
        var names = step.Rows.Where(r => r is { Table: "raw_file", IsThere: true }).Select(r => RecordedRow.Columns(r.After)["file_name"]!).Distinct().ToList();
        return names.Count > 0 ? string.Join(", ", names) : "A file";
    }

    private static string Evaluated(HistoryStep step)
    {
        var evaluation = RecordedRow.Columns(step.Rows.First(r => r.Table == "evaluation").After);
        return $"Evaluated by {evaluation["specification_product"]}@{evaluation["specification_version"]}: {evaluation["verdict"]!.Replace('-', ' ')}";
    }

    private static string Standing(HistoryStep step) =>
        step.Rows.Any(r => r.Table == "signature") ? "signed" : DecisionStore.RecordedNotSigned;

    private static string Fields(HistoryStep step, string otherwise) =>
        step.Changes.Count == 0 ? otherwise : string.Join(", ", step.Changes.Select(c => c.Field));

    private static bool IsSentBack(HistoryStep step) =>
        step.Rows.FirstOrDefault(r => r is { Table: "batch", WasThere: true }) is { } batch
        && RecordedRow.Columns(batch.Before)["work_state"] is "submitted" or "verified"
        && RecordedRow.Columns(batch.After)["work_state"] == "testing";

    private static string SignatureId(IReadOnlyDictionary<string, string?> signature) =>
        $"{signature["subject_kind"]}/{signature["subject_key"]}/{signature["ordinal"]}";

    private static string Sentence(string action)
    {
        var words = action.Replace('.', ' ').Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
