using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Consistency;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.Review;
using LabQc.Specifications;

namespace LabQc.Web.Pages.Batches;

/// <summary>What the lot's page reads once and its sections share.</summary>
internal sealed class LotReading
{
    /// <summary>Reads a lot.</summary>
    /// <param name="work">The unit of work; nothing is written but what can be derived again.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="evaluation">Which of its evaluations is shown; null: the one that its review goes by.</param>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public LotReading(LabWork work, string lot, long? evaluation)
    {
        Work = work;
        State = new BatchStore(work).State(lot);
        Batch = new BatchStore(work).Current(lot);
        Definitions = new DefinitionRegister(work).Read();
        Catalogue = new AttributeCatalogue(Definitions.Attributes);
        Measurements = new MeasurementStore(work).OfLot(lot);
        Evaluations = new EvaluationStore(work).OfLot(lot);
        Judgement = new ReviewStepStore(work).Judgement(lot);
        Shown = Evaluations.FirstOrDefault(e => e.Ordinal == evaluation) ?? Judgement;
        Answer = Shown is null ? null : RecordedAnswer.Of(Shown);
        (Neighbours, NotCompared) = Compare(work, lot);
    }

    public LabWork Work { get; }

    public BatchLine State { get; }

    public BatchVersion Batch { get; }

    public Definitions Definitions { get; }

    public AttributeCatalogue Catalogue { get; }

    public IReadOnlyList<Measurement> Measurements { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<RecordedEvaluation> Evaluations { get; }

    /// <summary>The evaluation that the lot's review goes by; null where there is none.</summary>
    public RecordedEvaluation? Judgement { get; }

    /// <summary>The evaluation that the page shows.</summary>
    public RecordedEvaluation? Shown { get; }

    public RecordedAnswer? Answer { get; }

    /// <summary>The lot beside its reference set; null where it cannot be compared.</summary>
    public LotNeighbours? Neighbours { get; }

    /// <summary>Why it cannot.</summary>
    public string NotCompared { get; }

    public string Lot => State.LotNumber;

    /// <summary>The specification that the shown evaluation went by.</summary>
    public Specification? Specification => Shown is null ? null : Definitions.Specifications.FirstOrDefault(s => s.Product == Shown.SpecificationProduct && s.Version == Shown.SpecificationVersion);

    /// <summary>An address below the lot's own.</summary>
    public string Address(string below = "") => $"/batches/{Uri.EscapeDataString(Lot)}{below}";

    private static (LotNeighbours?, string) Compare(LabWork work, string lot)
    {
        try
        {
            return (new LotConsistency(work).NeighboursOf(lot), "");
        }
        catch (ReferenceSetRefusedException refused)
        {
            return (null, refused.Message);
        }
    }
}
