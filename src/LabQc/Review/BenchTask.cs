namespace LabQc.Review;

/// <summary>What has to be done.</summary>
public enum BenchTaskKind
{
    /// <summary>A reviewer sent the lot back, with a reason.</summary>
    Returned,
    /// <summary>Files say no dilution, so the concentration cannot be judged.</summary>
    UnknownDilution,
    /// <summary>Somebody else proposed to leave a replicate out, or to take it back in.</summary>
    ExclusionToConfirm,
    /// <summary>The lot has neither been measured nor judged.</summary>
    Unmeasured,
    /// <summary>Mandatory criteria have no result.</summary>
    ResultsMissing,
    /// <summary>Nothing is missing any more.</summary>
    ReadyToSubmit,
    /// <summary>Somebody else submitted the lot.</summary>
    ToVerify,
}

/// <summary>One thing that waits for a person at the bench.</summary>
public sealed record BenchTask
{
    public required BenchTaskKind Kind { get; init; }
    public required string LotNumber { get; init; }
    /// <summary>Since when it waits: UTC, as the registry writes times.</summary>
    public required string Since { get; init; }
    /// <summary>Who made it wait, such as who returned the lot; null where nobody in particular.</summary>
    public string? By { get; init; }
    /// <summary>The reason that was given with it.</summary>
    public string? Reason { get; init; }
    /// <summary>What it is about: attributes without result (or, of a lot that lacks none, those that do not conform), names of files, the replicate.</summary>
    public IReadOnlyList<string> About { get; init; } = [];
    /// <summary>The number of the proposed exclusion.</summary>
    public long? Number { get; init; }
}
