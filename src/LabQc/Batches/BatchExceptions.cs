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
public sealed class BatchChangedException(string lot, string by, string at)
    : RefusalException($"Lot {lot} was changed by {by} at {at} since you read it. Nothing of yours was stored; look at it again.")
{
    public string Lot { get; } = lot;
    public string By { get; } = by;
}
