namespace LabQc.AuditTrail;

/// <summary>Which events a search of the trail shows; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>Who acted, by name as the event holds it.</summary>
    public string? Actor { get; init; }

    /// <summary>What was done, such as <c>batch.released</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The lot's number, whole; capitals do not matter where the lot's own are capitals.</summary>
    public string? Lot { get; init; }

    /// <summary>Words of the reason, in any case.</summary>
    public string? Reason { get; init; }

    /// <summary>The earliest moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after the latest.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether every event is shown.</summary>
    public bool IsOpen => this == new AuditFilter();
}

/// <summary>One event as a list shows it.</summary>
public sealed record AuditLine
{
    /// <summary>The largest content, in bytes, that a list looks into; what is larger is read by opening the event.</summary>
    public const int LargestContent = 65_536;

    public required string Site { get; init; }
    public required long Sequence { get; init; }
    public required string OccurredAt { get; init; }
    public required string Actor { get; init; }
    public required string Account { get; init; }
    public required string Authentication { get; init; }
    public required string Action { get; init; }
    public string? LotNumber { get; init; }
    public string? Reason { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
    public required string Hmac { get; init; }

    /// <summary>Whether the machine's clock stood before the event before: 1, else 0.</summary>
    public required long Flagged { get; init; }

    /// <summary>The event in canonical form; null where it is larger than <see cref="LargestContent"/>.</summary>
    public byte[]? Canonical { get; init; }
}

/// <summary>Some neighbouring events, newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, bool HasNewer, bool HasOlder);
