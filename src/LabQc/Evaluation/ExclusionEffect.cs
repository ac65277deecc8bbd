using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>The verdict on a lot as it stands, and as it would be with one replicate's inclusion turned. Neither is recorded.</summary>
/// <param name="AsItStands">With what counts now.</param>
/// <param name="Proposed">With the replicate left out, or taken back in.</param>
public sealed record ExclusionEffect(EvaluationAnswer AsItStands, EvaluationAnswer Proposed)
{
    /// <summary>Judges a lot both ways.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="replicate">The replicate, as the registry holds it.</param>
    /// <param name="reason">Why it is to be left out or taken in.</param>
    /// <param name="specification">A specification as <c>PRODUCT@VERSION</c>; null: the one effective on the day of isolation.</param>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="SpecificationMissingException">There is no such specification, or none was effective.</exception>
    public static ExclusionEffect Of(LabWork work, string lot, Replicate replicate, string reason, string? specification = null)
    {
        var definitions = new DefinitionRegister(work).Read();
        var details = new BatchStore(work).Current(lot).Details;
        var judgedBy = specification is null
            ? DefinitionRegister.EffectiveOn(definitions, details.Product, details.IsolatedOn)
            : DefinitionRegister.Named(definitions, specification);
        var evidence = new LotEvidenceReader(work, definitions).Read(lot, judgedBy);
        var turned = Turned(evidence, Place(new MeasurementStore(work).OfLot(lot), replicate), reason);
        return new ExclusionEffect(
            Evaluation.Evaluate.Lot(evidence, judgedBy, definitions.Methods),
            Evaluation.Evaluate.Lot(turned, judgedBy, definitions.Methods));
    }

    /// <summary>Where a replicate stands among a lot's measurements; the evidence stands in the same order.</summary>
    private static (int Measurement, int Run, int Replicate) Place(IReadOnlyList<Measurement> measurements, Replicate replicate)
    {
        for (var m = 0; m < measurements.Count; m++)
        {
            for (var r = 0; r < measurements[m].Runs.Count; r++)
            {
                var found = measurements[m].Runs[r].Replicates.ToList().FindIndex(p => IsSame(p, replicate));
                if (found >= 0)
                    return (m, r, found);
            }
        }
        throw new ArgumentException($"{replicate.Name} of {replicate.MeasurementId} is no replicate of the lot.", nameof(replicate));
    }

    private static bool IsSame(Replicate one, Replicate other) =>
        one.MeasurementId == other.MeasurementId && one.Sha256 == other.Sha256 && one.Entry == other.Entry && one.Ordinal == other.Ordinal;

    private static LotEvidence Turned(LotEvidence evidence, (int Measurement, int Run, int Replicate) at, string reason) => evidence with
    {
        Measurements = At(evidence.Measurements, at.Measurement, m => m with
        {
            Runs = At(m.Runs, at.Run, r => r with { Replicates = At(r.Replicates, at.Replicate, p => Turned(p, reason)) }),
        }),
    };

    private static ReplicateEvidence Turned(ReplicateEvidence replicate, string reason) =>
        replicate.IsIncluded
            ? replicate with { IsIncluded = false, IsExcludedByPerson = true, Reason = reason }
            : replicate with { IsIncluded = true, IsExcludedByPerson = false, Reason = null };

    private static IReadOnlyList<T> At<T>(IReadOnlyList<T> items, int index, Func<T, T> change) =>
        [.. items.Select((item, i) => i == index ? change(item) : item)];
}
