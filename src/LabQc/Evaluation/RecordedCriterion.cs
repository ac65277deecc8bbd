using System.Text.Json;

namespace LabQc.Evaluation;

/// <summary>One criterion of a recorded evaluation, as its answer holds it.</summary>
public sealed record RecordedCriterion
{
    public required string Attribute { get; init; }
    /// <summary>The reportable value; null where there is none.</summary>
    public double? Value { get; init; }
    /// <summary>The combined standard uncertainty in the value's unit; null where it is unknown.</summary>
    public double? Uncertainty { get; init; }
    public required string Verdict { get; init; }
    public required string Reason { get; init; }
    /// <summary>Whether the criterion decides about the lot.</summary>
    public required bool IsMandatory { get; init; }

    /// <summary>The criterion of an attribute, or null where the specification has none.</summary>
    public static RecordedCriterion? Of(RecordedEvaluation evaluation, string attribute) =>
        All(evaluation).FirstOrDefault(c => c.Attribute == attribute);

    /// <summary>All criteria in the order of the specification.</summary>
    public static IReadOnlyList<RecordedCriterion> All(RecordedEvaluation evaluation)
    {
        using var answer = JsonDocument.Parse(evaluation.Answer);
        return [.. answer.RootElement.GetProperty("criteria").EnumerateArray().Select(c => new RecordedCriterion
        {
            Attribute = c.GetProperty("attribute").GetString()!,
            Value = Number(c, "value"),
            Uncertainty = Number(c.GetProperty("uncertainty"), "combined"),
            Verdict = c.GetProperty("verdict").GetString()!,
            Reason = c.GetProperty("reason").GetString()!,
            IsMandatory = c.GetProperty("mandatory").GetBoolean(),
        })];
    }

    private static double? Number(JsonElement holder, string member) =>
        holder.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
