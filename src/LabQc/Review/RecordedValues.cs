using System.Globalization;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Methods;

namespace LabQc.Review;

/// <summary>One value of a recorded row: what tells it from every other of the lot, its name in words, and itself.</summary>
internal sealed record RecordedValue(string Id, string Field, string? Value);

/// <summary>The values that one recorded row gives to a lot's record, each with a name that later versions of it share.</summary>
internal static class RecordedValues
{
    private static readonly IReadOnlyList<string> Plain = ["product", "isolation_method", "isolated_on", "operator", "remarks"];
    private static readonly IReadOnlyList<string> Forms = ["source", "method_parameters", "volumes"];

    /// <summary>The values of a row; empty for a table that holds none of a lot's values.</summary>
    public static IReadOnlyList<RecordedValue> Of(RecordedRow row)
    {
        var columns = RecordedRow.Columns(row.After);
        return row.Table switch
        {
            "batch_version" => [.. OfBatch(columns)],
            "assay_result" => [new(columns["attribute"]!, AttributeNames.Of(columns["attribute"]!), Result(columns))],
            "run" => [Value($"Dilution of {Place(columns)}", columns["dilution_factor"] ?? "unknown")],
            "inclusion" => [Value(Replicate(columns), columns["included"] == "1" ? "included" : "excluded")],
            "invalidation" => [Value($"Measurement {Name(columns)}", "invalidated")],
            _ => [],
        };
    }

    /// <summary>What a value is before anybody decided on it; null where there is none.</summary>
    public static string? AtFirst(RecordedRow row) => row.Table switch
    {
        "inclusion" => "included",
        "invalidation" => "counts",
        _ => null,
    };

    /// <summary>A replicate as people call it.</summary>
    public static string Replicate(IReadOnlyDictionary<string, string?> columns) => string.Create(CultureInfo.InvariantCulture,
        $"Replicate {int.Parse(columns["ordinal"]!, CultureInfo.InvariantCulture) + 1} of {Place(columns)}");

    private static IEnumerable<RecordedValue> OfBatch(IReadOnlyDictionary<string, string?> columns)
    {
        foreach (var name in Plain)
            yield return Value(name, columns.GetValueOrDefault(name));
        foreach (var form in Forms.Where(f => columns.GetValueOrDefault(f) is not null))
        {
            using var document = JsonDocument.Parse(columns[form]!);
            foreach (var value in Leaves(form, document.RootElement))
                yield return value;
        }
    }

    private static List<RecordedValue> Leaves(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(m => Leaves($"{path}.{m.Name}", m.Value))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany((e, i) => Leaves(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), e))],
        JsonValueKind.Null => [Value(path, null)],
        JsonValueKind.String => [Value(path, element.GetString())],
        _ => [Value(path, element.GetRawText())],
    };

    private static RecordedValue Value(string name, string? value) => new(name, name, value);

    private static string Result(IReadOnlyDictionary<string, string?> columns) =>
        columns.GetValueOrDefault("unit") is { Length: > 0 } unit ? $"{columns["entered_text"]} {unit}" : columns["entered_text"]!;

    private static string Place(IReadOnlyDictionary<string, string?> columns) =>
        $"{Name(columns)}, file {columns["sha256"]![..8]}{(columns["entry"] == "0" ? "" : $" entry {columns["entry"]}")}";

    /// <summary>A measurement's name without its lot.</summary>
    private static string Name(IReadOnlyDictionary<string, string?> columns)
    {
        var id = columns["measurement_id"]!;
        return id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }
}
