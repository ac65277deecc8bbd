namespace LabQc.Consistency;

/// <summary>What a lot looks like to the lots that are comparable with it.</summary>
public sealed record ConsistencyProfile
{
    public required string Lot { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    /// <summary>What must be alike for two lots' measurements to be comparable; empty where there is no size measurement.</summary>
    public required string SetUp { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    /// <summary>Whether the lot was taken over from a table, and nobody can check it.</summary>
    public bool IsHistorical { get; init; }
    /// <summary>Tracks over the included replicates; null where unknown.</summary>
    public double? Tracks { get; init; }
    /// <summary>The lot's numbers by attribute, in the attribute's unit.</summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }
    /// <summary>
    /// The quantile function at p = (k - 1/2)/1000: the mean of the quantile functions of the included replicates, in nm; null
    /// where there is no distribution.
    /// </summary>
    public double[]? Quantiles { get; init; }
    /// <summary>The lot's disposition as it stands.</summary>
    public required string Disposition { get; init; }
}

/// <summary>The lots that a lot can be compared with: one product, one isolation method, one set-up.</summary>
public sealed record LotKind(string Product, string IsolationMethod, string SetUp)
{
    /// <summary>The kind of a lot.</summary>
    public static LotKind Of(ConsistencyProfile profile) => new(profile.Product, profile.IsolationMethod, profile.SetUp);
}

/// <summary>The lots of one kind.</summary>
/// <param name="Kind">What they share.</param>
/// <param name="Lots">How many there are.</param>
/// <param name="Last">The one that was isolated last.</param>
public sealed record KindOfLots(LotKind Kind, int Lots, string Last);
