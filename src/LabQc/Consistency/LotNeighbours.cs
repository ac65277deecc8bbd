namespace LabQc.Consistency;

/// <summary>A compared lot with the lots that it was compared with.</summary>
public sealed record LotNeighbours
{
    public required ConsistencyAnswer Answer { get; init; }
    /// <summary>The set's lots but the judged one, in the order of isolation.</summary>
    public required IReadOnlyList<ConsistencyProfile> Others { get; init; }
    /// <summary>All comparable lots up to the judged one, which is the last, in the order of isolation; rejected ones among them.</summary>
    public required IReadOnlyList<ConsistencyProfile> History { get; init; }

    /// <summary>The compared lot.</summary>
    public ConsistencyProfile Judged => History[^1];

    /// <summary>The set that it was compared with.</summary>
    public ReferenceSet Set => Answer.ReferenceSet;
}
