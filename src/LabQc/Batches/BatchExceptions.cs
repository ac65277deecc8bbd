using LabQc.Units;

namespace LabQc.Batches;

/// <summary>No batch has this lot number.</summary>
public sealed class BatchMissingException(string lot)
    : RefusalException($"There is no batch with lot number {lot}. `labqc list` shows those that are registered.")
{
    public string Lot { get; } = lot;
}

/// <summary>A batch with this lot number is registered already.</summary>
public sealed class BatchExistsException(string lot)
    : RefusalException($"Lot {lot} is registered already, with other details. Change what is known of it with `labqc correct {lot} FIELD VALUE --reason TEXT`.")
{
    public string Lot { get; } = lot;
}

/// <summary>Somebody else changed the batch since it was read.</summary>
public sealed class BatchChangedException(string lot, string by, string at, string action)
    : RefusalException($"Lot {lot} was {Done(action)} by {by} at {at} since you read it. Nothing of yours was stored; look at it again.")
{
    public string Lot { get; } = lot;
    public string By { get; } = by;
    /// <summary>When, as the registry writes times.</summary>
    public string At { get; } = at;
    /// <summary>What the other did, as the audit trail calls it, such as <c>batch.released</c>.</summary>
    public string Action { get; } = action;

    private static string Done(string action) => action.Split('.') switch
    {
        ["batch" or "lot", "held"] => "put on hold",
        ["batch" or "lot", "hold-lifted"] => "taken off hold",
        ["batch" or "lot", "audit-trail-reviewed"] => "reviewed",
        ["batch" or "lot", var done] => done,
        _ => "changed",
    };
}
