using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Isolation methods against each other.</summary>
public sealed record MethodsAnswer
{
    /// <summary>The product whose lots were taken; null where lots of all products were.</summary>
    public required string? Product { get; init; }
    public required IReadOnlyList<AttributeByMethod> Attributes { get; init; }
}

/// <summary>One attribute by isolation method.</summary>
public sealed record AttributeByMethod
{
    public required string Attribute { get; init; }
    public required string Unit { get; init; }
    public required AttributeScale Scale { get; init; }
    public required IReadOnlyList<MethodSummary> Methods { get; init; }
    public required MethodsTest Test { get; init; }
}

/// <summary>The lots of one isolation method. Means, SDs and variances are on the attribute's scale.</summary>
public sealed record MethodSummary
{
    public required string Method { get; init; }
    public required IReadOnlyList<string> Products { get; init; }
    /// <summary>One value a lot, in the attribute's unit, in the order of isolation.</summary>
    public required IReadOnlyList<double> Values { get; init; }
    /// <summary>How many of the lots were taken over from a table: historical, not verified.</summary>
    public required int Historical { get; init; }
    /// <summary>In the attribute's unit.</summary>
    public required double Median { get; init; }
    public required double Mean { get; init; }
    /// <summary>Divisor n - 1; null with one lot.</summary>
    public required double? Sd { get; init; }
    /// <summary>Variance between lots and within them; null where the replicates do not allow it.</summary>
    public VarianceComponents? Components { get; init; }
    /// <summary>Why there are no components; null where there are.</summary>
    public string? ComponentsReason { get; init; }
}

/// <summary>The comparison of all pairs of methods.</summary>
public sealed record MethodsTest
{
    /// <summary>tukey-kramer or games-howell; null where nothing was tested.</summary>
    public string? Name { get; init; }
    /// <summary>Why this test, or why none.</summary>
    public required string Reason { get; init; }
    /// <summary>p of Brown and Forsythe's test of equal variances; null where it is undefined.</summary>
    public double? EqualVariancesP { get; init; }
    public IReadOnlyList<MethodPair> Pairs { get; init; } = [];
}

/// <summary>Two methods: the difference on the attribute's scale, or its ratio.</summary>
/// <param name="One">The first method.</param>
/// <param name="Other">The second method.</param>
/// <param name="Difference">Mean of the second less mean of the first, on the attribute's scale.</param>
/// <param name="Interval">Simultaneous 95 % interval of the difference.</param>
/// <param name="P">Adjusted for all pairs.</param>
/// <param name="Ratio">On a log10 scale, the second's geometric mean over the first's; else null.</param>
public sealed record MethodPair(string One, string Other, double Difference, ConfidenceLimits Interval, double P, double? Ratio);
