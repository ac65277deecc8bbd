using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;

namespace LabQc.Measurements;

/// <summary>Takes uploaded files into the registry, by the same way as files of a folder.</summary>
public sealed class StagedIntake(LabWork work)
{
    private readonly StagedFileStore _staged = new(work);

    /// <summary>
    /// Takes files as previewed: all files of one measurement in one transaction. Those that are recorded then, or were before,
    /// wait no longer; a refused one waits on, with its reason. Commits, measurement by measurement.
    /// </summary>
    /// <exception cref="LabQc.Units.FormException">Something is still to be said about a file; nothing was taken.</exception>
    public IReadOnlyList<IntakeResult> Take(IReadOnlyList<FilePreview> previews)
    {
        var rows = previews.Where(p => p.PartOf is null).Select(p => p.Options.ToRow(p.File.Sha256, p.File.FileName)).ToList();
        var intake = new MeasurementIntake(work, _staged);
        var results = MeasurementIntake.Groups(rows).SelectMany(group => Refusal(group[0].Lot) is { } refusal
            ? [.. group.Select(row => new IntakeResult { Row = row, Outcome = IntakeOutcome.Refused, Problem = refusal })]
            : intake.Take(group)).ToList();
        foreach (var taken in results.Where(r => r.Outcome is not (IntakeOutcome.Refused or IntakeOutcome.HeldBack)))
        {
            _staged.Discard(taken.Row.File);
            if (taken.Row.PositionTable is { } table)
                _staged.Discard(table);
        }
        work.Commit();
        return results;
    }

    /// <summary>Why nothing is imported for a lot now; null where it may be, or where the lot is not there, which the intake says.</summary>
    private string? Refusal(string? lot)
    {
        if (lot is null || new BatchStore(work).Find(lot) is not { } state)
            return null;
        try
        {
            new Authority(work).Require(LabAction.ImportFiles, LotStages.Of(state.WorkState, state.Disposition));
            return null;
        }
        catch (NotAllowedException refused)
        {
            return refused.Message;
        }
    }
}
