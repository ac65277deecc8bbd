using LabQc.AuditTrail;

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
        var results = MeasurementIntake.Groups(rows).SelectMany(intake.Take).ToList();
        foreach (var taken in results.Where(r => r.Outcome is not (IntakeOutcome.Refused or IntakeOutcome.HeldBack)))
        {
            _staged.Discard(taken.Row.File);
            if (taken.Row.PositionTable is { } table)
                _staged.Discard(table);
        }
        work.Commit();
        return results;
    }
}
