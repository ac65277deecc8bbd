using LabQc.AuditTrail;
using LabQc.Signatures;
using LabQc.Web.Safety;

namespace LabQc.Web.Hosting;

/// <summary>One verification, while it runs and when it is done.</summary>
internal sealed class VerificationRun(string by, DateTimeOffset startedAt, SignedCheckpoint? checkpoint) : IProgress<VerificationProgress>
{
    private volatile VerificationProgress _progress = new("events", 0, 0);

    /// <summary>Who asked for it.</summary>
    public string By => by;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>The checkpoint that the history is held against, if one was given.</summary>
    public SignedCheckpoint? Checkpoint => checkpoint;

    /// <summary>How far it has come.</summary>
    public VerificationProgress Progress => _progress;

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What was found; null while it runs, and where it could not be done.</summary>
    public VerificationResult? Result { get; private set; }

    /// <summary>Signatures that do not belong where they stand.</summary>
    public IReadOnlyList<SignatureProblem> SignatureProblems { get; private set; } = [];

    public long Signatures { get; private set; }

    public long RawFiles { get; private set; }

    /// <summary>Why it could not be done; null where it was.</summary>
    public Failure? Failure { get; private set; }

    public bool Fits => Failure is null && Result is { Ok: true } && SignatureProblems.Count == 0;

    /// <summary>Ends when the verification does.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public void Report(VerificationProgress value) => _progress = value;

    /// <summary>Does it; nothing is written.</summary>
    public void Do(LabWork work)
    {
        Result = Verification.Run(work, checkpoint, this);
        SignatureProblems = SignatureCheck.Run(work);
        (Signatures, RawFiles) = (work.Session.Rows.Count("signature"), work.Session.Rows.Count("raw_file"));
    }

    /// <summary>Notes that it is over.</summary>
    public void End(DateTimeOffset at, Failure? failure = null) => (Failure, FinishedAt) = (failure, at);
}
