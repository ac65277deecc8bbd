using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>How well the lots of one kind keep within the limits of an attribute.</summary>
public sealed record CapabilityAnswer
{
    /// <summary>The words that mark a capability of released lots only.</summary>
    public const string Truncated = "truncated by release";

    public required LotKind Kind { get; init; }
    public required string Attribute { get; init; }
    public required string Unit { get; init; }
    public required AttributeScale Scale { get; init; }
    /// <summary>The specification whose limits were taken, as <c>MSC-EV@3</c>.</summary>
    public required string Specification { get; init; }
    /// <summary>In the attribute's unit; null where there is none.</summary>
    public required double? LowerLimit { get; init; }
    public required double? UpperLimit { get; init; }
    public required CapabilityOfLots All { get; init; }
    /// <summary>Of the released lots only: release cuts the tails off, so it flatters the process.</summary>
    public required CapabilityOfLots Released { get; init; }
}

/// <summary>Capability over some lots; mean, SDs and indices are on the attribute's scale.</summary>
public sealed record CapabilityOfLots
{
    /// <summary>The values in the order of isolation, in the attribute's unit.</summary>
    public required IReadOnlyList<double> Values { get; init; }
    /// <summary>The values on the attribute's scale.</summary>
    public required IReadOnlyList<double> Scaled { get; init; }
    /// <summary>The limits on the attribute's scale; the end of a scale is no limit.</summary>
    public SpecificationLimits Limits { get; init; }
    /// <summary>How many of the lots were taken over from a table: historical, not verified.</summary>
    public required int Historical { get; init; }
    public double? Mean { get; init; }
    /// <summary>Overall, divisor n - 1.</summary>
    public double? Sd { get; init; }
    /// <summary>Within: the mean moving range over 2/√π.</summary>
    public double? WithinSigma { get; init; }
    /// <summary>Pp and Ppk, with the overall SD.</summary>
    public CapabilityIndices? Overall { get; init; }
    /// <summary>Approximate 95 % interval of Ppk (Bissell 1990).</summary>
    public ConfidenceLimits? NearestInterval { get; init; }
    /// <summary>Cp and Cpk, with the sigma within; null where it is 0.</summary>
    public CapabilityIndices? Within { get; init; }
    /// <summary>Expected out of a million lots outside the limits, for a normal process.</summary>
    public double? PerMillionOutside { get; init; }
    /// <summary>p of Anderson and Darling's test of normality; null where it is undefined.</summary>
    public double? NormalityP { get; init; }
    /// <summary>Why there are no indices; null where there are.</summary>
    public string? Reason { get; init; }
}
