using System.Globalization;
using System.Text.Json;
using LabQc.Evaluation;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary>A recorded verdict for people.</summary>
internal static class VerdictTable
{
    public static void Print(RecordedEvaluation evaluation)
    {
        using var answer = JsonDocument.Parse(evaluation.Answer);
        var root = answer.RootElement;
        Answer.Say($"Lot {evaluation.LotNumber} by {evaluation.SpecificationProduct} version {evaluation.SpecificationVersion}: {evaluation.Verdict}");
        if (root.TryGetProperty("statement", out var statement) && statement.ValueKind == JsonValueKind.String)
            Answer.Say(statement.GetString()!);
        var table = Answer.Table("Criterion", "Value", "95 % interval", "Limits", "Rule", "P conforms", "Verdict", "Reason");
        foreach (var c in root.GetProperty("criteria").EnumerateArray())
            table.Row(Text(c, "attribute"), Value(c), Interval(c), Limits(c), Text(c, "decision_rule"), Probability(c), Text(c, "verdict"), Text(c, "reason"));
        Answer.Out.Write(table);
    }

    private static string? Text(JsonElement criterion, string member) =>
        criterion.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Value(JsonElement criterion)
    {
        if (!criterion.TryGetProperty("value", out var value) || value.ValueKind == JsonValueKind.Null)
            return Text(criterion, "qualifier") is { } qualifier and not "=" ? qualifier : "–";
        var number = value.ValueKind == JsonValueKind.Number ? Number(value.GetDouble()) : value.ToString();
        var sign = Text(criterion, "qualifier") is { } q and not "=" ? q + " " : "";
        return $"{sign}{number} {Text(criterion, "unit")}".TrimEnd();
    }

    private static string Interval(JsonElement criterion) =>
        criterion.TryGetProperty("interval", out var interval) && interval.ValueKind == JsonValueKind.Array
        && interval.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number)
            ? string.Join(" to ", interval.EnumerateArray().Select(e => Number(e.GetDouble())))
            : "–";

    private static string Limits(JsonElement criterion)
    {
        var lower = Limit(criterion, "lower_limit");
        var upper = Limit(criterion, "upper_limit");
        return (lower, upper) switch
        {
            (null, null) => "–",
            (not null, null) => $"≥ {lower}",
            (null, not null) => $"≤ {upper}",
            _ => $"{lower} to {upper}",
        };
    }

    private static string? Limit(JsonElement criterion, string member) =>
        criterion.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? Number(value.GetDouble()) : null;

    private static string Probability(JsonElement criterion) =>
        !criterion.TryGetProperty("conformance_probability", out var p) || p.ValueKind != JsonValueKind.Number ? "–"
        : p.GetDouble() > 0.999 ? "> 0.999"
        : p.GetDouble() < 0.001 ? "< 0.001"
        : p.GetDouble().ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) =>
        Math.Abs(value) >= 1e6 ? NumberText.PowersOfTen(value) : value.ToString("0.##", CultureInfo.InvariantCulture);
}
