namespace LabQc.AuditTrail;

/// <summary>One thing that does not fit.</summary>
/// <param name="Kind">A stable word for what is wrong, one of <see cref="ProblemKinds"/>.</param>
/// <param name="Where">The event, row or object it is about.</param>
/// <param name="Message">What was found, and what that means.</param>
public sealed record VerificationProblem(string Kind, string Where, string Message);

/// <summary>What a verification looked at and found.</summary>
public sealed record VerificationResult
{
    /// <summary>Events whose place, hash and content were checked.</summary>
    public required long Events { get; init; }

    /// <summary>Rows that were held against the event that recorded them last.</summary>
    public required long Rows { get; init; }

    /// <summary><c>checked</c>, or <c>not checked</c> where the registry's key was not there.</summary>
    public required string Hmacs { get; init; }

    /// <summary>What does not fit, in the order found: the first is where to look first. At most 1000 are listed.</summary>
    public required IReadOnlyList<VerificationProblem> Problems { get; init; }

    /// <summary>How many problems there are, listed or not.</summary>
    public required long ProblemCount { get; init; }

    /// <summary>Whether everything fits.</summary>
    public bool Ok => ProblemCount == 0;
}

/// <summary>How far a verification has come.</summary>
/// <param name="Stage"><c>events</c>, <c>rows</c>, <c>schema</c> or <c>file</c>, in this order.</param>
/// <param name="Done">Events or rows done.</param>
/// <param name="Total">Events or rows in all; 0 for a stage that does not count.</param>
public sealed record VerificationProgress(string Stage, long Done, long Total);

/// <summary>The words for what a verification may find; scripts may rely on them.</summary>
public static class ProblemKinds
{
    /// <summary>A table, index or trigger is not as LabQc makes it.</summary>
    public const string Schema = "schema";
    /// <summary>The database finds its own file malformed.</summary>
    public const string Database = "database";
    /// <summary>Sequence numbers have a gap.</summary>
    public const string EventMissing = "event-missing";
    /// <summary>An event does not name the hash of the one before it.</summary>
    public const string EventLink = "event-link";
    /// <summary>An event's hash is not that of its content.</summary>
    public const string EventHash = "event-hash";
    /// <summary>An event's HMAC was not made with the registry's key.</summary>
    public const string EventHmac = "event-hmac";
    /// <summary>A column of an event says other than its canonical bytes.</summary>
    public const string EventColumn = "event-column";
    /// <summary>An event's canonical bytes are not what an event looks like.</summary>
    public const string EventUnreadable = "event-unreadable";
    /// <summary>An event found a row other than the event before had left it.</summary>
    public const string RowChangedBetween = "row-changed-between";
    /// <summary>A row is not as it was recorded.</summary>
    public const string RowChanged = "row-changed";
    /// <summary>No event tells of a row.</summary>
    public const string RowUnrecorded = "row-unrecorded";
    /// <summary>A recorded row is not there.</summary>
    public const string RowMissing = "row-missing";
    /// <summary>A raw file's content is not what its SHA-256 or size says.</summary>
    public const string FileContent = "file-content";
    /// <summary>The secret of a credential does not have the fingerprint that was recorded.</summary>
    public const string SecretChanged = "secret-changed";
    /// <summary>A checkpoint's signature does not hold.</summary>
    public const string CheckpointForged = "checkpoint-forged";
    /// <summary>A checkpoint is another registry's.</summary>
    public const string CheckpointForeign = "checkpoint-foreign";
    /// <summary>Events that a checkpoint saw are missing at the end.</summary>
    public const string HistoryCutOff = "history-cut-off";
    /// <summary>The history is another than a checkpoint saw.</summary>
    public const string HistoryRewritten = "history-rewritten";
}
