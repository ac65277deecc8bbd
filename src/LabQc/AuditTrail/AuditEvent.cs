namespace LabQc.AuditTrail;

/// <summary>One event of the trail, as its row holds it.</summary>
public sealed record AuditEvent
{
    public required string Site { get; init; }
    public required long Sequence { get; init; }
    public required string OccurredAt { get; init; }
    public required string Actor { get; init; }
    public required string Account { get; init; }
    public required string Authentication { get; init; }
    public required string Action { get; init; }
    public string? LotNumber { get; init; }
    public string? Reason { get; init; }
    /// <summary>The event in canonical form; what the hash covers.</summary>
    public required byte[] Canonical { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
    public required string Hmac { get; init; }
}

/// <summary>A row of the registry: its table and the values of its primary key in order.</summary>
public sealed record RecordKey(string Table, params IReadOnlyList<object> Key);
