using System.Text.Json;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>One criterion of a recorded verdict with all that its answer tells, for people to read.</summary>
public sealed record AnsweredCriterion
{
    public required string Attribute { get; init; }
    /// <summary>The unit of the value; <c>1</c> for a ratio, empty for presence and categories.</summary>
    public required string Unit { get; init; }
    /// <summary>The reportable value; null where it is no number.</summary>
    public double? Value { get; init; }
    /// <summary>The qualifier's word, such as <c>&lt;</c>.</summary>
    public string Qualifier { get; init; } = "=";
    /// <summary>The result as it was typed; null for what is computed.</summary>
    public string? Entered { get; init; }
    public double? LowerLimit { get; init; }
    public double? UpperLimit { get; init; }
    public bool LowerInclusive { get; init; } = true;
    public bool UpperInclusive { get; init; } = true;
    /// <summary>Decimals that the limits state.</summary>
    public int Decimals { get; init; }
    /// <summary><c>simple</c> or <c>guarded</c>.</summary>
    public required string DecisionRule { get; init; }
    /// <summary>The probability that guarded acceptance demands; null under simple acceptance.</summary>
    public double? Level { get; init; }
    /// <summary>The 95 % interval; null where the uncertainty is unknown.</summary>
    public ConfidenceInterval? Interval { get; init; }
    /// <summary>The combined standard uncertainty; null where it is unknown.</summary>
    public double? Uncertainty { get; init; }
    public double? ConformanceProbability { get; init; }
    /// <summary>The diameters that a percentage is taken in; null for any other attribute.</summary>
    public NanometreRange? PercentRange { get; init; }
    public string? Method { get; init; }
    /// <summary>Included replicates; null for an assay.</summary>
    public int? Replicates { get; init; }
    public IReadOnlyList<string> Measurements { get; init; } = [];
    public bool IsMandatory { get; init; } = true;
    public required string Verdict { get; init; }
    public required string Reason { get; init; }

    internal static AnsweredCriterion Of(JsonElement criterion) => new()
    {
        Attribute = Text(criterion, "attribute")!,
        Unit = Text(criterion, "unit") ?? "",
        Value = Number(criterion, "value"),
        Qualifier = Text(criterion, "qualifier") ?? "=",
        Entered = Text(criterion, "entered"),
        LowerLimit = Number(criterion, "lower_limit"),
        UpperLimit = Number(criterion, "upper_limit"),
        LowerInclusive = Flag(criterion, "lower_inclusive"),
        UpperInclusive = Flag(criterion, "upper_inclusive"),
        Decimals = (int?)Number(criterion, "decimals") ?? 0,
        DecisionRule = Text(criterion, "decision_rule") ?? "simple",
        Level = Number(criterion, "level"),
        Interval = Pair(criterion, "interval") is { } i ? new ConfidenceInterval(i.From, i.To) : null,
        Uncertainty = criterion.TryGetProperty("uncertainty", out var u) && u.ValueKind == JsonValueKind.Object ? Number(u, "combined") : null,
        ConformanceProbability = Number(criterion, "conformance_probability"),
        PercentRange = Range(criterion, "range_nm"),
        Method = Text(criterion, "method"),
        Replicates = (int?)Number(criterion, "replicates"),
        Measurements = criterion.TryGetProperty("measurements", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(n => n.GetString()!)]
            : [],
        IsMandatory = Flag(criterion, "mandatory"),
        Verdict = Text(criterion, "verdict")!,
        Reason = Text(criterion, "reason") ?? "",
    };

    internal static double? Number(JsonElement holder, string member) =>
        holder.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    internal static string? Text(JsonElement holder, string member) =>
        holder.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static NanometreRange? Range(JsonElement holder, string member) =>
        Pair(holder, member) is { } pair ? new NanometreRange(pair.From, pair.To) : null;

    private static (double From, double To)? Pair(JsonElement holder, string member) =>
        holder.TryGetProperty(member, out var pair) && pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            ? (pair[0].GetDouble(), pair[1].GetDouble())
            : null;

    // What an answer does not tell is as usual: mandatory, limits that include their value.
    private static bool Flag(JsonElement holder, string member) => !holder.TryGetProperty(member, out var flag) || flag.ValueKind != JsonValueKind.False;
}

/// <summary>An interval of a value, both ends in its unit.</summary>
public sealed record ConfidenceInterval(double Lower, double Upper);
