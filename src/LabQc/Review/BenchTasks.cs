using LabQc.AuditTrail;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.People;

namespace LabQc.Review;

/// <summary>What waits for somebody at the bench, oldest first.</summary>
public static class BenchTasks
{
    /// <summary>How many lots at the bench are looked at.</summary>
    public const int MostLots = 100;

    /// <summary>All that the person can do something about.</summary>
    /// <param name="work">The unit of work; nothing is written.</param>
    /// <param name="viewer">Who looks.</param>
    public static IReadOnlyList<BenchTask> Of(LabWork work, Person viewer) =>
        [.. AtBench(work).Concat(Exclusions(work, viewer)).Concat(ToVerify(work, viewer)).OrderBy(t => t.Since, StringComparer.Ordinal).ThenBy(t => t.LotNumber, StringComparer.Ordinal)];

    private static IEnumerable<BenchTask> AtBench(LabWork work)
    {
        var store = new BenchStore(work);
        var undiluted = store.UnknownDilutions().ToLookup(f => f.LotNumber);
        foreach (var lot in store.LotsAtBench(MostLots))
        {
            var files = undiluted[lot.LotNumber].ToList();
            if (files.Count > 0)
                yield return new BenchTask { Kind = BenchTaskKind.UnknownDilution, LotNumber = lot.LotNumber, Since = files[0].RecordedAt, About = [.. files.Select(f => f.FileName)] };
            yield return Next(lot);
        }
    }

    private static BenchTask Next(LotAtBench lot)
    {
        if (lot.LastStep == ReviewStep.Returned)
            return new BenchTask { Kind = BenchTaskKind.Returned, LotNumber = lot.LotNumber, Since = lot.StepAt!, By = lot.StepBy, Reason = lot.StepReason };
        if (lot.Answer is null)
            return new BenchTask { Kind = lot.HasContent ? BenchTaskKind.ReadyToSubmit : BenchTaskKind.Unmeasured, LotNumber = lot.LotNumber, Since = lot.RegisteredAt };
        var mandatory = RecordedAnswer.Of(lot.Answer).Criteria.Where(c => c.IsMandatory).ToLookup(c => c.Verdict, c => c.Attribute);
        var missing = mandatory[CriterionVerdict.Missing.Word()].ToList();
        return new BenchTask
        {
            Kind = missing.Count > 0 ? BenchTaskKind.ResultsMissing : BenchTaskKind.ReadyToSubmit,
            LotNumber = lot.LotNumber,
            Since = lot.EvaluatedAt!,
            About = missing.Count > 0 ? missing : [.. mandatory[CriterionVerdict.DoesNotConform.Word()]],
        };
    }

    private static IEnumerable<BenchTask> Exclusions(LabWork work, Person viewer) =>
        new ExclusionProposalStore(work).Pending()
            .Where(p => !p.ProposedBy.Equals(viewer.PrintedName, StringComparison.OrdinalIgnoreCase))
            .Select(p => new BenchTask
            {
                Kind = BenchTaskKind.ExclusionToConfirm,
                LotNumber = p.LotNumber,
                Since = p.ProposedAt,
                By = p.ProposedBy,
                Reason = p.Reason,
                About = [p.Replicate],
                Number = p.Number,
            });

    private static IEnumerable<BenchTask> ToVerify(LabWork work, Person viewer) =>
        ReviewQueue.Of(work, viewer)
            .Where(l => l.WorkState == "submitted" && !l.ViewerWorkedOnIt && !string.Equals(l.SubmittedBy, viewer.PrintedName, StringComparison.OrdinalIgnoreCase))
            .Select(l => new BenchTask { Kind = BenchTaskKind.ToVerify, LotNumber = l.LotNumber, Since = l.WaitsSince, By = l.SubmittedBy });
}
