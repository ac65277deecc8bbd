using System.Security.Cryptography;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>Judges lots by their specifications, and records each verdict once.</summary>
public sealed class LotEvaluator(LabWork work)
{
    /// <summary>The version of the rules that verdicts are made by; with another one the same inputs are judged anew.</summary>
    private const string RulesVersion = "1";

    private readonly Definitions _definitions = new DefinitionRegister(work).Read();
    private readonly EvaluationStore _evaluations = new(work);

    /// <summary>
    /// The verdict on a lot. The same inputs give the recorded verdict again and write nothing; new ones are judged and
    /// recorded. Does not commit.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="specification">A specification as <c>PRODUCT@VERSION</c> or <c>PRODUCT/MARKET@VERSION</c>; null: the one effective on the day of isolation.</param>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="SpecificationMissingException">There is no such specification, or none was effective.</exception>
    public RecordedEvaluation Evaluate(string lot, string? specification)
    {
        var batch = new BatchStore(work).Current(lot);
        var judgedBy = specification is null
            ? DefinitionRegister.EffectiveOn(_definitions, batch.Details.Product, batch.Details.IsolatedOn)
            : DefinitionRegister.Named(_definitions, specification);
        var measurements = new MeasurementStore(work).OfLot(lot);
        var inputs = InputsOf(batch, measurements, judgedBy);
        if (_evaluations.Find(lot, judgedBy.Code, judgedBy.Version, inputs) is { } standing)
            return standing;
        var answer = Judge(batch, measurements, judgedBy);
        return _evaluations.Record(lot, judgedBy.Code, judgedBy.Version, inputs, answer.Verdict.Word(), EvaluationJson.Text(answer));
    }

    private EvaluationAnswer Judge(BatchVersion batch, IReadOnlyList<Measurement> measurements, Specification specification)
    {
        var evidence = new LotEvidenceReader(work, _definitions).Read(batch, measurements, specification.PercentRanges);
        var answer = Evaluation.Evaluate.Lot(evidence, specification, _definitions.Methods);
        return HasExclusionAfterVerdict(measurements)
            ? answer with { WithoutExclusions = Evaluation.Evaluate.Lot(evidence.WithoutExclusions(), specification, _definitions.Methods) }
            : answer;
    }

    private static bool HasExclusionAfterVerdict(IReadOnlyList<Measurement> measurements) =>
        measurements
            .SelectMany(m => m.Runs).SelectMany(r => r.Replicates)
            .Any(p => p.Decision is { Included: false, AfterVerdict: true });

    /// <summary>SHA-256 over the versions of everything that a verdict rests on.</summary>
    private string InputsOf(BatchVersion batch, IReadOnlyList<Measurement> measurements, Specification specification)
    {
        var instruments = _definitions.Instruments.ToDictionary(i => (i.Code, (int?)i.Version), DefinitionText.Of);
        var canonical = CanonicalJson.Write(new Dictionary<string, object?>
        {
            ["rules"] = RulesVersion,
            ["lot"] = batch.Details.Lot,
            ["batch_version"] = batch.Version,
            ["specification"] = DefinitionText.Of(specification),
            ["methods"] = _definitions.Methods.Select(object? (m) => DefinitionText.Of(m)),
            ["instruments"] = measurements.Where(m => m.Row.Instrument is not null)
                .Select(object? (m) => instruments.GetValueOrDefault((m.Row.Instrument!, m.Row.InstrumentVersion))).Distinct(),
            ["measurements"] = measurements.Select(object? (m) => InputsOf(m)),
            ["assays"] = new AssayStore(work).Current(batch.Details.Lot).Select(object? (a) => new Dictionary<string, object?>
            {
                ["attribute"] = a.Attribute,
                ["version"] = a.Version,
            }),
        });
        return Convert.ToHexStringLower(SHA256.HashData(canonical));
    }

    private static Dictionary<string, object?> InputsOf(Measurement measurement) => new()
    {
        ["measurement"] = measurement.Row.MeasurementId,
        ["invalidated"] = measurement.Invalidation is not null,
        ["runs"] = measurement.Runs.Select(object? (r) => new Dictionary<string, object?>
        {
            ["file"] = r.Row.Sha256,
            ["entry"] = r.Row.Entry,
            ["version"] = r.Row.Version,
            ["decisions"] = r.Replicates.Where(p => p.Decision is not null)
                .Select(object? (p) => new Dictionary<string, object?> { ["replicate"] = p.Ordinal, ["version"] = p.Decision!.Version }),
        }),
    };
}
