using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Instruments;
using LabQc.People;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>What became of one file.</summary>
public enum IntakeOutcome
{
    /// <summary>Recorded now.</summary>
    Recorded,
    /// <summary>Recorded before; nothing was written.</summary>
    Standing,
    /// <summary>Recorded as a failed run, with its reason.</summary>
    FailedRun,
    /// <summary>Kept as a companion of the lot's measurements.</summary>
    Companion,
    /// <summary>Not recorded, for its own fault.</summary>
    Refused,
    /// <summary>Not recorded, because another file of the same measurement was refused.</summary>
    HeldBack,
}

/// <summary>One file's way into the registry.</summary>
public sealed record IntakeResult
{
    public required ManifestRow Row { get; init; }
    public required IntakeOutcome Outcome { get; init; }
    public string? MeasurementId { get; init; }
    /// <summary>What was read of it, one entry a sample; empty where it could not be opened.</summary>
    public IReadOnlyList<InstrumentFile> Entries { get; init; } = [];
    /// <summary>Why it was refused or failed; null where all went well.</summary>
    public string? Problem { get; init; }
}

/// <summary>
/// Takes instrument files into the registry, measurement by measurement: all files of one are recorded together or not at all, so
/// that an import killed midway leaves whole measurements or none, and running it again finishes it.
/// </summary>
/// <param name="work">The unit of work.</param>
/// <param name="source">Where the files are.</param>
public sealed class MeasurementIntake(LabWork work, IFileSource source)
{
    /// <summary>So few that somebody else who writes waits for some hundredths of a second at most.</summary>
    private const int CommittedTogether = 16;

    private readonly ImportStore _imports = new(work);
    private readonly MeasurementStore _measurements = new(work);
    private readonly InstrumentStore _instruments = new(work);
    private readonly BatchStore _batches = new(work);
    private readonly SavedMappings _mappings = new(work, source);

    /// <param name="work">The unit of work.</param>
    /// <param name="folder">The folder that files are named from.</param>
    public MeasurementIntake(LabWork work, string folder)
        : this(work, new FolderFiles(folder))
    {
    }

    /// <summary>The rows of a manifest in groups that are recorded together.</summary>
    public static IReadOnlyList<IReadOnlyList<ManifestRow>> Groups(IReadOnlyList<ManifestRow> rows) =>
        [.. rows.GroupBy(r => (r.Lot, r.Lot is null ? r.Instrument : null, r.Measurement)).Select(g => (IReadOnlyList<ManifestRow>)[.. g])];

    /// <summary>
    /// Takes groups one after the other, as <see cref="Take"/> does. While one is written, the files of the next are opened and read.
    /// A few are committed together, so that the disk confirms all of them at once; what became of a group is told when it is kept.
    /// </summary>
    public IEnumerable<IReadOnlyList<IntakeResult>> TakeAll(IReadOnlyList<IReadOnlyList<ManifestRow>> groups)
    {
        Task<IReadOnlyList<OpenedFile>>? ahead = null;
        var written = new List<IReadOnlyList<IntakeResult>>(CommittedTogether);
        for (var i = 0; i < groups.Count; i++)
        {
            var opened = ahead is null ? Open(groups[i]) : ahead.GetAwaiter().GetResult();
            ahead = source.IsApart && i + 1 < groups.Count ? Ahead(groups[i + 1]) : null;
            written.Add(Write(groups[i], opened));
            if (written.Count < CommittedTogether && i + 1 < groups.Count)
                continue;
            work.Commit();
            foreach (var results in written)
                yield return results;
            written.Clear();
        }
    }

    /// <summary>Takes one group: reads its files, records them, commits. A refusal stops this group only.</summary>
    public IReadOnlyList<IntakeResult> Take(IReadOnlyList<ManifestRow> group)
    {
        var results = Write(group, Open(group));
        work.Commit();
        return results;
    }

    private Task<IReadOnlyList<OpenedFile>> Ahead(IReadOnlyList<ManifestRow> group) => Task.Run(() => Open(group));

    private IReadOnlyList<OpenedFile> Open(IReadOnlyList<ManifestRow> group) => [.. group.Select(row => OpenedFile.Open(row, source))];

    /// <summary>Writes all of a group, or nothing of it where it is refused.</summary>
    private IReadOnlyList<IntakeResult> Write(IReadOnlyList<ManifestRow> group, IReadOnlyList<OpenedFile> files)
    {
        IReadOnlyList<IntakeResult> results = [];
        try
        {
            work.Session.Atomically(() => results = WriteGroup(group, files));
            return results;
        }
        catch (RefusalException refused)
        {
            return [.. group.Select(row => new IntakeResult { Row = row, Outcome = IntakeOutcome.Refused, Problem = refused.Message })];
        }
    }

    private IReadOnlyList<IntakeResult> WriteGroup(IReadOnlyList<ManifestRow> group, IReadOnlyList<OpenedFile> files)
    {
        if (group[0].Lot is { } lot)
            new Authority(work).Require(LabAction.ImportFiles, _batches.State(lot).Stage());
        var opened = files.Select(Judge).ToList();
        if (opened.Any(o => o.Problem is not null))
            return [.. opened.Select(o => o.Problem is null ? o.Result(IntakeOutcome.HeldBack, "another file of the same measurement was refused; nothing of it was recorded") : o.Result(IntakeOutcome.Refused, o.Problem))];
        foreach (var companion in opened.Where(o => o.IsCompanion && group[0].Lot is not null))
            _imports.Attach(group[0].Lot!, companion.FileName, companion.Content, companion.Entries[0].Format, companion.Entries[0].Reader);
        var measured = opened.Where(o => !o.IsCompanion).ToList();
        var outcome = measured.Count == 0 ? null : _imports.Record(Import(group[0], measured));
        return [.. opened.Select(o => o.IsCompanion ? o.Result(IntakeOutcome.Companion, null) : Result(o, outcome!))];
    }

    private static IntakeResult Result(OpenedFile opened, ImportOutcome outcome)
    {
        var failed = opened.Entries.Count > 0 && opened.Entries.All(e => e.Status == FileStatus.FailedRun);
        var state = outcome.Standing.Contains(opened.FileName) ? IntakeOutcome.Standing
            : failed ? IntakeOutcome.FailedRun
            : IntakeOutcome.Recorded;
        return opened.Result(state, failed ? opened.Entries[0].Problem : null) with { MeasurementId = outcome.MeasurementId };
    }

    private MeasurementImport Import(ManifestRow row, IReadOnlyList<OpenedFile> files) => new()
    {
        Lot = row.Lot,
        Name = row.Measurement,
        Purpose = row.Purpose,
        Instrument = row.Instrument,
        InstrumentVersion = row.Instrument is { } code ? _instruments.CurrentVersion(code) : null,
        InstrumentTechnique = row.Instrument is { } measuring ? _instruments.TechniqueOf(measuring) : null,
        Files = [.. files.Select(f => new ReadFile
        {
            FileName = f.FileName,
            Content = f.Content,
            Sha256 = f.Sha256,
            Entries = f.Chosen,
            PositionTable = f.PositionTable,
            ReplicateLabel = f.Row.Replicate,
            Mapping = f.Mapping?.Reference,
        })],
    };

    /// <summary>What is to become of an opened file, by what the registry holds already.</summary>
    private OpenedFile Judge(OpenedFile opened)
    {
        if (opened.Problem is not null)
            return opened;
        var row = opened.Row;
        // A file that stands keeps the record of what was read then, whatever would be read of it now.
        if (_measurements.MeasurementOf(opened.Sha256) is { } standing && standing == $"{row.Lot ?? row.Instrument}/{row.Measurement}")
            return opened with { Entries = [] };
        if (row.Mapping is { } named)
            opened = opened.Read(_mappings.Use(named));
        if (opened.Entries.FirstOrDefault(e => e.Status == FileStatus.Refused) is { } refused)
            return opened with { Problem = refused.Problem ?? "the file was refused" };
        return row.Lot is null ? opened.Choose(_ => true) : SampleChoice.OfLot(opened, row.Lot);
    }
}
