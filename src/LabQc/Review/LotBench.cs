using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Review;

/// <summary>What entering results did.</summary>
/// <param name="Entered">The attributes whose results are new.</param>
/// <param name="Evaluation">The verdict of now; null where no specification of the product was effective.</param>
public sealed record ResultsOutcome(IReadOnlyList<string> Entered, RecordedEvaluation? Evaluation);

/// <summary>
/// The work at the bench on one lot: entering results and correcting what was recorded, judged at once in the same unit of work.
/// No verb commits.
/// </summary>
public sealed class LotBench(LabWork work)
{
    private readonly BatchStore _batches = new(work);
    private readonly LotAuthority _authority = new(work);

    /// <summary>Enters results, all or none, and judges the lot by them.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it at the lot's stage.</exception>
    /// <exception cref="FormException">Some entries cannot be; all are named.</exception>
    /// <exception cref="ResultExistsException">A different result stands.</exception>
    public ResultsOutcome EnterResults(string lot, IReadOnlyList<AssayEntry> entries)
    {
        work.Session.BeginWriting();
        LotAuthority.Require(_authority.Acting(), LabAction.EnterResults, _batches.State(lot));
        var entered = new AssayBench(work, new DefinitionRegister(work).Read()).Enter(lot, entries);
        return new ResultsOutcome(entered, Judge(lot));
    }

    /// <summary>
    /// Records a corrected value as a new version with its reason; what stood before stays readable. A lot that was judged is
    /// judged again.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="field">The field, see <see cref="CorrectableField.Field"/>.</param>
    /// <param name="value">The right value as typed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="readVersion">The version of the field that was seen.</param>
    /// <returns>The field as it stood.</returns>
    /// <exception cref="BatchChangedException">Somebody else corrected it since.</exception>
    /// <exception cref="FormException">The value is none of the field, or there is no reason.</exception>
    /// <exception cref="NotPermittedException">The actor's roles do not allow it at the lot's stage.</exception>
    /// <exception cref="NothingToCorrectException">There is no such field.</exception>
    /// <exception cref="SameValueException">The value stands already.</exception>
    public CorrectableField Correct(string lot, string field, string value, string reason, long readVersion)
    {
        Check(value, reason);
        work.Session.BeginWriting();
        LotAuthority.Require(_authority.Acting(), LabAction.CorrectRecord, _batches.State(lot));
        var standing = CorrectableFields.Of(work, lot, field);
        if (standing.Version != readVersion)
            throw Changed(lot, standing);
        if (standing.Standing == value.Trim())
            throw new SameValueException(standing);
        Write(lot, standing, value.Trim(), reason.Trim());
        if (new EvaluationStore(work).Newest(lot) is not null)
            Judge(lot);
        return standing;
    }

    private void Write(string lot, CorrectableField standing, string value, string reason)
    {
        switch (standing.Kind)
        {
            case CorrectableKind.Batch:
                _batches.Correct(BatchCorrection.Apply(_batches.Current(lot).Details, standing.Field, value), standing.Version, reason);
                break;
            case CorrectableKind.Result:
                new AssayBench(work, new DefinitionRegister(work).Read()).Correct(lot, standing.Field, value, reason);
                break;
            default:
                CorrectDilution(lot, standing.Field, value, reason);
                break;
        }
    }

    private void CorrectDilution(string lot, string field, string value, string reason)
    {
        var factor = ImportManifest.ParseDilution(value)
            ?? throw new FormException("The correction", [new FormProblem("value", $"a dilution is a number of at least 1, such as 1000; found \"{value}\"")]);
        var name = field[CorrectableFields.DilutionPrefix.Length..];
        var colon = name.LastIndexOf(':');
        foreach (var run in MeasurementChoice.Runs(work, lot, name[..colon], name[(colon + 1)..]))
            new MeasurementDecisionStore(work).CorrectDilution(run, lot, factor, reason);
    }

    private BatchChangedException Changed(string lot, CorrectableField standing) =>
        standing.Kind == CorrectableKind.Batch
            ? _batches.ChangedSince(lot)
            : new BatchChangedException(lot, standing.RecordedBy!, standing.RecordedAt!, "value.corrected");

    private RecordedEvaluation? Judge(string lot)
    {
        try
        {
            return new LotEvaluator(work).Evaluate(lot, specification: null);
        }
        catch (SpecificationMissingException)
        {
            return null;
        }
    }

    private static void Check(string value, string reason)
    {
        var problems = new List<FormProblem>();
        if (string.IsNullOrWhiteSpace(value))
            problems.Add(new("value", "type the right value"));
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("reason", "say why it is corrected; the reason is kept with the value"));
        if (problems.Count > 0)
            throw new FormException("The correction", problems);
    }
}
