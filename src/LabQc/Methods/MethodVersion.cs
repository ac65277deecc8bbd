using System.Globalization;
using LabQc.Units;

namespace LabQc.Methods;

/// <summary>A method's code and version, written <c>nta-size@1</c>.</summary>
public sealed record MethodReference(string Code, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}@{Version}");
}

/// <summary>
/// The standard uncertainty that a method has beside the scatter of its runs (intermediate precision and bias) for one attribute:
/// an amount in the attribute's unit, or a fraction of the value.
/// </summary>
/// <param name="Attribute">The attribute's code.</param>
/// <param name="Amount">Not negative; 0 is a statement like any other.</param>
/// <param name="IsRelative">Whether the amount is a fraction of the value, as 0.10 for 10 %.</param>
public sealed record MethodUncertainty(string Attribute, EnteredNumber Amount, bool IsRelative)
{
    /// <summary>The standard uncertainty at a value, in the value's unit.</summary>
    public double At(double value) => IsRelative ? Amount.AsDouble * Math.Abs(value) : Amount.AsDouble;
}

/// <summary>The least amount of one attribute that a method can detect, in the attribute's unit.</summary>
public sealed record DetectionLimit(string Attribute, EnteredNumber Value);

/// <summary>One version of a laboratory's method. A change of anything in it is a new version.</summary>
public sealed record MethodVersion
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The technique by which it measures, as <c>nta</c>; null where it says none.</summary>
    public string? Technique { get; init; }

    public IReadOnlyList<MethodUncertainty> Uncertainties { get; init; } = [];

    /// <summary>The detection limit of every attribute that has none of its own; null where none is stated.</summary>
    public EnteredNumber? GeneralDetectionLimit { get; init; }

    public IReadOnlyList<DetectionLimit> DetectionLimits { get; init; } = [];

    public MethodReference Reference => new(Code, Version);

    /// <summary>u_method of an attribute; null where the method states none.</summary>
    public MethodUncertainty? UncertaintyOf(string attribute) => Uncertainties.FirstOrDefault(u => u.Attribute == attribute);

    /// <summary>The detection limit of an attribute; null where the method states none.</summary>
    public EnteredNumber? DetectionLimitOf(string attribute) =>
        DetectionLimits.FirstOrDefault(l => l.Attribute == attribute)?.Value ?? GeneralDetectionLimit;
}
