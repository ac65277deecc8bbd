using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>What a specification demands of one attribute.</summary>
public sealed record Criterion
{
    public required LabAttribute Attribute { get; init; }

    /// <summary>The version of the method by which the attribute is to be measured; null where the specification leaves it open.</summary>
    public MethodReference? Method { get; init; }

    /// <summary>The limits of a numeric attribute.</summary>
    public AcceptanceLimits Limits { get; init; } = AcceptanceLimits.None;

    /// <summary>Decimals to which a value is rounded before simple acceptance; null: as many as the limits state.</summary>
    public int? StatedDecimals { get; init; }

    /// <summary>The range of diameters of <c>size.percent_in_range</c>.</summary>
    public NanometreRange? PercentRange { get; init; }

    /// <summary>What a presence attribute has to be.</summary>
    public Presence? Expected { get; init; }

    /// <summary>The categories that are accepted of a categorical attribute.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    public DecisionRule Rule { get; init; } = DecisionRule.Simple;

    /// <summary>The least number of tracks over all included replicates.</summary>
    public int? MinimumTracks { get; init; }

    /// <summary>The least number of included replicates.</summary>
    public int? MinimumReplicates { get; init; }

    /// <summary>The highest coefficient of variation between replicates, in percent.</summary>
    public EnteredNumber? MaximumCvPercent { get; init; }

    /// <summary>Whether the lot's verdict depends on it.</summary>
    public bool IsMandatory { get; init; } = true;

    /// <summary>Whether it has no limits, so that its value is reported and decides nothing.</summary>
    public bool IsReportedOnly => Limits.AreOpen && Expected is null && Allowed.Count == 0;

    /// <summary>Decimals to which a value is rounded before simple acceptance.</summary>
    public int Decimals => StatedDecimals ?? Math.Min(Limits.Decimals, Rounding.MostDecimals);

    /// <summary>
    /// The diameters that the criterion speaks about: the range of a percentage, or both limits of a diameter; null where it has none.
    /// </summary>
    public NanometreRange? SpecifiedRange =>
        PercentRange ?? (AttributeCatalogue.IsDiameter(Attribute.Code) ? RangeOfLimits : null);

    private NanometreRange? RangeOfLimits =>
        Limits is { Lower.Number: var lower, Upper.Number: var upper } && lower.Value >= 0
            ? new NanometreRange(lower.AsDouble, upper.AsDouble)
            : null;
}
