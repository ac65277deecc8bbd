using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.ThirdPartyValidation;

namespace LabQc.Review;

/// <summary>All that the registry holds about a lot, as a reviewer reads it.</summary>
public sealed record LotRecord
{
    public required BatchLine State { get; init; }
    public required IReadOnlyList<BatchVersion> Versions { get; init; }
    public required IReadOnlyList<Measurement> Measurements { get; init; }
    /// <summary>The files of the measurements, by SHA-256.</summary>
    public required IReadOnlyDictionary<string, RawFile> Files { get; init; }
    /// <summary>Every version of every result.</summary>
    public required IReadOnlyList<AssayResult> Assays { get; init; }
    public required IReadOnlyList<LotYield> Yields { get; init; }
    public required IReadOnlyList<RecordedEvaluation> Evaluations { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }
    public required IReadOnlyList<ReviewStep> Steps { get; init; }
    public required IReadOnlyList<SignatureStanding> Signatures { get; init; }
    public required IReadOnlyList<ValidationRecord> Validations { get; init; }
    public required IReadOnlyList<AuditEvent> History { get; init; }

    /// <summary>Reads a lot's record.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public static LotRecord Read(LabWork work, string lot)
    {
        var files = new RawFileStore(work);
        var measurements = new MeasurementStore(work).OfLot(lot);
        return new LotRecord
        {
            State = new BatchStore(work).State(lot),
            Versions = new BatchStore(work).Versions(lot),
            Measurements = measurements,
            Files = measurements.SelectMany(m => m.Runs).Select(r => r.Row.Sha256).Distinct().ToDictionary(s => s, s => files.Find(s)!),
            Assays = new AssayStore(work).Versions(lot),
            Yields = LotYields.Of(work, lot),
            Evaluations = new EvaluationStore(work).OfLot(lot),
            Decisions = new DecisionStore(work).OfLot(lot),
            Steps = new ReviewStepStore(work).OfLot(lot),
            Signatures = SignatureStanding.OfLot(work, lot),
            Validations = new ValidationStore(work).OfLot(lot),
            History = new AuditEventStore(work.Session).OfLot(work.Site, lot),
        };
    }
}
