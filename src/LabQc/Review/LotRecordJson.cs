using System.Text;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Signatures;
using LabQc.Units;

namespace LabQc.Review;

/// <summary>
/// A lot's whole record as one document for programs: its form in every version, measurements, results, verdicts, decisions,
/// signatures, third parties' results, and its audit trail with the canonical bytes from which each hash can be made again.
/// </summary>
public static class LotRecordJson
{
    /// <summary>The document's text.</summary>
    public static string Text(LabWork work, LotRecord record) => PublishedJson.Text(Document(work, record));

    private static object Document(LabWork work, LotRecord record) => new
    {
        lot = record.State.LotNumber,
        state = record.State,
        versions = record.Versions.Select(v => new { v.Version, details = Parsed(JsonForm.Write(v.Details)), v.Reason, v.RecordedAt, v.RecordedBy }),
        measurements = record.Measurements.Select(m => new { m.Row, m.Invalidation, runs = m.Runs.Select(r => Run(record, r)) }),
        yields = record.Yields,
        assays = record.Assays,
        evaluations = record.Evaluations.Select(e => new { e.Ordinal, specification = $"{e.SpecificationProduct}@{e.SpecificationVersion}", e.Verdict, e.EvaluatedAt, e.EvaluatedBy, answer = Parsed(e.Answer) }),
        decisions = record.Decisions,
        signatures = new SignatureStore(work).OfLot(record.State.LotNumber),
        validations = record.Validations,
        history = record.History.Select(Event),
    };

    private static object Run(LotRecord record, Measurements.Run run) => new
    {
        run.Row,
        file_name = record.Files[run.Row.Sha256].FileName,
        replicates = run.Replicates.Select(p => new
        {
            p.Name,
            p.Included,
            p.ExclusionReason,
            p.Tracks,
            p.CompletedTracks,
            concentration_per_ml = p.ConcentrationPerMl * (run.Row.ToUndiluted ?? 1),
            p.MeanNm,
            p.ModeNm,
            p.SdNm,
            d10_nm = p.D10Nm,
            d50_nm = p.D50Nm,
            d90_nm = p.D90Nm,
            p.Span,
            percent_30_150 = p.Percent30To150,
            p.Decision,
        }),
    };

    private static object Event(AuditEvent h) => new
    {
        h.Sequence,
        at = h.OccurredAt,
        h.Action,
        h.Actor,
        h.Account,
        h.Authentication,
        h.Reason,
        h.PreviousHash,
        h.Hash,
        canonical = Encoding.UTF8.GetString(h.Canonical),
    };

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
