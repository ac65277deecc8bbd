using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.People;
using LabQc.Units;

namespace LabQc.Review;

/// <summary>A lot cannot be released as it stands.</summary>
public sealed class ReleaseRefusedException(string lot, string verdict)
    : RefusalException($"Lot {lot} is not released: its verdict is {verdict}. To release it all the same, name the deviation with --deviation TEXT.")
{
    public string Verdict { get; } = verdict;
}

/// <summary>A lot was decided on before.</summary>
public sealed class LotDecidedException(string lot, string disposition)
    : RefusalException($"Lot {lot} is {disposition} already. A decision is not taken back; only a released lot can still be recalled.");

/// <summary>A recall is always signed, and nobody can sign yet.</summary>
public sealed class RecallUnsignedException(string lot)
    : RefusalException($"Lot {lot} is not recalled: a recall is signed, and this registry has no people yet. The first visit of LabQc's pages makes the first one.");

/// <summary>Decides on lots.</summary>
public sealed class LotDecision(LabWork work)
{
    /// <summary>Records, as long as nobody has an account, that a lot is released or rejected, on its verdict of now. Does not commit.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="disposition">released or rejected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="deviation">What is accepted although the lot does not conform; null where nothing has to be.</param>
    /// <exception cref="UnsignedDecisionException">People have accounts, so that decisions are signed.</exception>
    /// <exception cref="RecallUnsignedException">A recall is always signed.</exception>
    /// <exception cref="LotDecidedException">The lot was decided on before.</exception>
    /// <exception cref="ReleaseRefusedException">The lot does not conform and no deviation is named.</exception>
    public Decision Decide(string lot, string disposition, string reason, string? deviation)
    {
        var state = new BatchStore(work).State(lot);
        if (new PeopleStore(work).Any())
            throw new UnsignedDecisionException(lot);
        if (disposition == "recalled")
            throw new RecallUnsignedException(lot);
        if (state.Disposition != "quarantined")
            throw new LotDecidedException(lot, state.Disposition);
        var verdict = new LotEvaluator(work).Evaluate(lot, specification: null);
        if (disposition == "released" && verdict.Verdict != LotVerdict.Conforms.Word() && string.IsNullOrWhiteSpace(deviation))
            throw new ReleaseRefusedException(lot, verdict.Verdict);
        return new DecisionStore(work).Record(lot, disposition, reason, deviation, verdict.Ordinal, state.RowVersion);
    }
}
