using LabQc.Methods;

namespace LabQc.Consistency;

/// <summary>How much a comparison rests on.</summary>
public enum ConsistencyStatus
{
    /// <summary>A frozen set of 20 lots or more.</summary>
    Sufficient,
    /// <summary>8 lots or more otherwise.</summary>
    Provisional,
    /// <summary>Fewer than 8 lots: a plain table and no limits.</summary>
    Insufficient,
}

/// <summary>Whether a lot is like the others.</summary>
public enum ConsistencyVerdict
{
    InTrend,
    OutOfTrend,
    NotJudged,
}

/// <summary>Whether a lot is like the lots of its reference set, and what that rests on.</summary>
public sealed record ConsistencyAnswer
{
    public required string Lot { get; init; }
    public required ConsistencyStatus Status { get; init; }
    public required ConsistencyVerdict Verdict { get; init; }
    public required ReferenceSet ReferenceSet { get; init; }
    /// <summary>Comparable lots that the comparison leaves out, and why: the judged lot itself, and lots without a value.</summary>
    public required IReadOnlyList<LeftOutLot> LeftOut { get; init; }
    /// <summary>Which of the lots, the judged one among them, were taken over from a table: historical, not verified.</summary>
    public IReadOnlyList<string> HistoricalLots { get; init; } = [];
    public required IReadOnlyList<AttributeComparison> Attributes { get; init; }
    public required DistributionComparison Distribution { get; init; }
    public required HotellingComparison Hotelling { get; init; }
    /// <summary>Why the lot is out of trend; empty where it is not.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
    /// <summary>
    /// Mean number of in-control lots until a false alarm of the rules that count on one attribute; null where nothing is judged.
    /// </summary>
    public double? AverageRunLength { get; init; }
}

/// <summary>One attribute of a lot beside those of its reference set.</summary>
public sealed record AttributeComparison
{
    public required string Attribute { get; init; }
    public required string Unit { get; init; }
    public required AttributeScale Scale { get; init; }
    /// <summary>In the attribute's unit; null where the lot has none.</summary>
    public required double? Value { get; init; }
    /// <summary>On the attribute's scale.</summary>
    public double? Scaled { get; init; }
    /// <summary>Mean of the other lots of the set, on the attribute's scale; null below 8 lots.</summary>
    public double? Mean { get; init; }
    /// <summary>Standard deviation (n - 1) of the other lots, on the attribute's scale.</summary>
    public double? Sd { get; init; }
    /// <summary>(value - mean)/SD on the attribute's scale.</summary>
    public double? Z { get; init; }
    /// <summary>95 % prediction interval for one further lot, in the attribute's unit.</summary>
    public (double Lower, double Upper)? PredictionInterval { get; init; }
    /// <summary>The run rules that this lot completes on the set's frozen centre and sigma, such as N1.</summary>
    public IReadOnlyList<string> RuleViolations { get; init; } = [];
    public bool IsCharted { get; init; }
    /// <summary>Whether the EWMA signals at this lot; null where it is not drawn.</summary>
    public bool? EwmaSignal { get; init; }
    /// <summary>Whether a CUSUM signals at this lot.</summary>
    public bool? CusumSignal { get; init; }
    /// <summary>Whether the value lies outside the prediction interval.</summary>
    public bool? OutsidePrediction { get; init; }
}

/// <summary>The whole distribution of a lot beside the mean distribution of its reference set.</summary>
public sealed record DistributionComparison
{
    /// <summary>Wasserstein-1 distance to the barycentre of the other lots, in nm; null where there is none.</summary>
    public double? DistanceNm { get; init; }
    /// <summary>The largest distance of a lot like the others, 99 %; null with fewer than 20 other lots.</summary>
    public double? LimitNm { get; init; }
    /// <summary>Fraction of lots, this one included, that lie at least as far away.</summary>
    public double? RankP { get; init; }
    /// <summary>The other lots' own distances, in the order of isolation.</summary>
    public IReadOnlyList<double> OwnDistances { get; init; } = [];
    public required ConsistencyVerdict Verdict { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Several attributes of a lot together.</summary>
public sealed record HotellingComparison
{
    public required IReadOnlyList<string> Attributes { get; init; }
    /// <summary>T²; null where it was not computed.</summary>
    public double? TSquared { get; init; }
    public double? Limit { get; init; }
    public double Confidence { get; init; } = 0.9973;
    /// <summary>T² less T² without the attribute; they do not add up to T².</summary>
    public IReadOnlyList<double> Contributions { get; init; } = [];
    public required ConsistencyVerdict Verdict { get; init; }
    /// <summary>Why it was not computed; null where it was.</summary>
    public string? Reason { get; init; }
}
