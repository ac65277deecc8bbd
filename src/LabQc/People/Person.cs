namespace LabQc.People;

public sealed record Person
{
    public required string Name { get; init; }
    public required string PrintedName { get; init; }
    public required string State { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public DateTimeOffset? SigningBlockedUntil { get; init; }
}
