using System.Globalization;
using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>
/// Proves, or disproves, that a registry is what its audit trail says: the chain of every site (no gap, each event tied to the
/// one before, each hash that of its content, each HMAC made with the registry's key), every row of every table as the last
/// event about it left it, raw files as their SHA-256 says, and the schema's guards in place.
/// </summary>
/// <remarks>
/// It cannot see a value that was false when it was entered, nor that a whole data folder was put back to an older state,
/// unless a checkpoint was kept elsewhere. Without the key it cannot see a chain that somebody rebuilt.
/// Reads one state of the registry, whoever writes meanwhile, row by row.
/// </remarks>
/// <param name="work">A unit of work that has read and written nothing yet.</param>
public sealed class Verification(LabWork work)
{
    private const int ReportEvery = 200;
    private readonly LabSession _session = work.Session;
    private readonly ProblemList _problems = new();
    private readonly RecordIndex _index = new();
    private readonly RecordedRows _recorded = new(state =>
        new StoredEvent(work.Session.Rows.Find("audit_event", [state.Site, state.Sequence])!).Canonical);

    private IProgress<VerificationProgress>? _progress;
    private long _events;
    private long _rows;

    /// <summary>Verifies everything, against a checkpoint too if there is one.</summary>
    public static VerificationResult Run(LabWork work, SignedCheckpoint? checkpoint = null, IProgress<VerificationProgress>? progress = null) =>
        new Verification(work) { _progress = progress }.Run(checkpoint);

    /// <summary>
    /// What a checkpoint that was kept elsewhere says against the history as it stands: it was cut off at the end, or rewritten.
    /// A checkpoint whose signature does not hold, or of another registry, says nothing of the history and is refused.
    /// </summary>
    /// <returns>What does not fit; empty where the checkpoint's event is in its place.</returns>
    public IReadOnlyList<VerificationProblem> Against(SignedCheckpoint checkpoint)
    {
        var found = new ProblemList();
        new CheckpointCheck(work, found).Check(checkpoint);
        return found.Problems;
    }

    private VerificationResult Run(SignedCheckpoint? checkpoint)
    {
        var key = work.FindHmacKey();
        _session.BeginReading();
        try
        {
            // Records come first, so that the first problem named is one of them; without all events nothing can be said of the rows.
            if (Readable("events", () => CheckEvents(key)) && Readable("rows", CheckRows) && checkpoint is not null)
                new CheckpointCheck(work, _problems).Check(checkpoint);
            Readable("schema", CheckSchema);
            Readable("file", CheckFile);
        }
        finally
        {
            _session.Rollback();
        }
        return new VerificationResult
        {
            Events = _events,
            Rows = _rows,
            Hmacs = key is null ? "not checked" : "checked",
            Problems = _problems.Problems,
            ProblemCount = _problems.Count,
        };
    }

    private bool Readable(string stage, Action check)
    {
        Report(stage, 0, 0);
        try
        {
            check();
            return true;
        }
        catch (RegistryDamagedException damaged)
        {
            _problems.Add(ProblemKinds.Database, stage, $"The database's file cannot be read any further: {damaged.Finding}.");
            return false;
        }
    }

    private void CheckSchema()
    {
        foreach (var (name, finding) in SchemaComparison.Of(_session))
            _problems.Add(ProblemKinds.Schema, name, $"The {name} {finding}: the registry was changed outside LabQc.");
    }

    private void CheckEvents(byte[]? key)
    {
        if (!_session.Rows.Tables().Contains("audit_event"))
            throw new RegistryDamagedException(_session.Folder, "the table audit_event is missing");
        var total = _session.Rows.Count("audit_event");
        var chain = new ChainCheck(key, _index, _recorded, _problems);
        foreach (var row in _session.Rows.All("audit_event"))
        {
            chain.Check(new StoredEvent(row));
            _events++;
            Report("events", _events, total);
        }
    }

    private void CheckRows()
    {
        var tables = RowCheck.Tables(_session);
        var total = tables.Sum(_session.Rows.Count);
        var check = new RowCheck(_session, _index, _recorded, _problems);
        foreach (var _ in tables.SelectMany(check.Check))
        {
            _rows++;
            Report("rows", _rows, total);
        }
        check.CheckMissing();
    }

    private void CheckFile()
    {
        foreach (var finding in FileIntegrity.Findings(_session))
            _problems.Add(ProblemKinds.Database, "file", string.Create(CultureInfo.InvariantCulture, $"The database finds its file malformed: {finding}"));
    }

    private void Report(string stage, long done, long total)
    {
        if (done == total || done % ReportEvery == 0)
            _progress?.Report(new VerificationProgress(stage, done, total));
    }
}
