namespace LabQc.Consistency;

/// <summary>A past lot that was taken over from a table: nobody can check it, so it bears its mark wherever it is shown.</summary>
public sealed record HistoricalLot
{
    /// <summary>The mark.</summary>
    public const string Mark = "historical, not verified";

    public required string LotNumber { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    public required string SetUp { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    /// <summary>What became of it, as declared: released, rejected or recalled.</summary>
    public required string Disposition { get; init; }
    /// <summary>Who declares that the row is true.</summary>
    public required string DeclaredBy { get; init; }
    /// <summary>The numbers by attribute, in the attribute's unit, as the table has them.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
    /// <summary>The table that the lot came from.</summary>
    public string SourceSha256 { get; init; } = "";
    public string RecordedAt { get; init; } = "";
    public string RecordedBy { get; init; } = "";
}
