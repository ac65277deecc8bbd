using System.Diagnostics.CodeAnalysis;
using LabQc.Units;

namespace LabQc.Methods;

/// <summary>What an attribute says about a lot.</summary>
public enum AttributeCategory
{
    Identity,
    Purity,
    Quantity,
    Potency,
    Safety,
}

/// <summary>The scale on which an attribute's values are compared between lots.</summary>
public enum AttributeScale
{
    Linear,
    Log10,
    Logit,
}

/// <summary>What form an attribute's results have.</summary>
public enum AttributeKind
{
    Numeric,
    Presence,
    Categorical,
}

/// <summary>What a criterion, a result or a chart is about.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "An attribute is the laboratory's word here; nothing is annotated with it.")]
public sealed record LabAttribute
{
    /// <summary>As <c>size.d50</c>: lower case, a family and a name.</summary>
    public required string Code { get; init; }

    /// <summary>The unit of its values; <c>1</c> for a ratio, empty for presence and categories.</summary>
    public required string Unit { get; init; }

    public required AttributeCategory Category { get; init; }

    public AttributeScale Scale { get; init; }

    /// <summary>Decimals in which its values are shown.</summary>
    public int Decimals { get; init; }

    public AttributeKind Kind { get; init; }

    /// <summary>Version of the definition.</summary>
    public int Version { get; init; } = 1;

    /// <summary>A value for people to read: powers of ten on the log10 scale, else the attribute's decimals; without the unit.</summary>
    public string Display(double value) =>
        Scale == AttributeScale.Log10 ? NumberText.PowersOfTen(value) : NumberText.Fixed(value, Decimals);
}
