namespace LabQc.Charts;

/// <summary>What a chart of Hotelling's T² shows.</summary>
public sealed record HotellingChartData
{
    /// <summary>T² of each lot in isolation order; NaN where an attribute is missing.</summary>
    public required IReadOnlyList<ControlPoint> Points { get; init; }

    /// <summary>Null where the set is too small.</summary>
    public double? Limit { get; init; }

    /// <summary>Confidence of the limit: 0.9973.</summary>
    public double Confidence { get; init; } = 0.9973;

    /// <summary>"reference set 1, 24 lots".</summary>
    public required string Basis { get; init; }

    /// <summary>Index of the lot whose contributions are shown.</summary>
    public required int Chosen { get; init; }

    /// <summary>In any order.</summary>
    public required IReadOnlyList<AttributeContribution> Contributions { get; init; }

    public required TrendVerdict Verdict { get; init; }

    /// <summary>Why nothing was computed: "fewer than 20 other lots".</summary>
    public string NotComputed { get; init; } = "";
}

/// <summary>What an attribute has to do with a lot's T².</summary>
/// <param name="Attribute">"D50".</param>
/// <param name="Drop">T² minus T² without the attribute: never negative, and the drops do not add up to T².</param>
/// <param name="IsHigher">On which side of the set's mean the lot lies.</param>
public sealed record AttributeContribution(string Attribute, double Drop, bool IsHigher);
