namespace LabQc.Charts;

/// <summary>What a chart of one lot's whole distribution against its reference set shows.</summary>
public sealed record EnvelopeChartData
{
    public required string Lot { get; init; }

    /// <summary>Name and version of the set as people know it: "reference set 1".</summary>
    public required string ReferenceSet { get; init; }

    /// <summary>Number of other lots in the set.</summary>
    public required int Lots { get; init; }

    /// <summary>Probabilities between 0 and 1, growing, at which all quantile functions are given.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>Diameter of the lot in nm at each level.</summary>
    public required IReadOnlyList<double> LotNm { get; init; }

    /// <summary>The 5th percentile of the set's lots at each level.</summary>
    public required IReadOnlyList<double> LowerNm { get; init; }

    public required IReadOnlyList<double> MedianNm { get; init; }

    /// <summary>The 95th percentile of the set's lots at each level.</summary>
    public required IReadOnlyList<double> UpperNm { get; init; }

    /// <summary>Mean quantile function of the set, from which the distance is taken.</summary>
    public required IReadOnlyList<double> MeanNm { get; init; }

    /// <summary>Distance of each lot of the set to the mean of the others, in nm.</summary>
    public required IReadOnlyList<double> DistancesNm { get; init; }

    /// <summary>Wasserstein-1 distance of the lot to the mean, in nm.</summary>
    public required double DistanceNm { get; init; }

    /// <summary>Null where the set is too small for one.</summary>
    public double? LimitNm { get; init; }

    public required TrendVerdict Verdict { get; init; }
}
