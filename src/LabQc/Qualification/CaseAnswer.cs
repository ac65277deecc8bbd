using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace LabQc.Qualification;

/// <summary>
/// What a function answers to a reference case: a tree of named values, lists and nested trees, flattened to keys such as
/// <c>tukey[2].lower</c>. A value is a double, an int, a string, a bool or null (undefined).
/// </summary>
public sealed class CaseAnswer : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a value, a list of values, or a nested <see cref="CaseAnswer"/>.</summary>
    public void Add(string key, object? value) => _values.Add(key, value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The leaves by flattened key; numbers all as double.</summary>
    public IReadOnlyDictionary<string, object?> Flatten()
    {
        var leaves = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in _values)
            AddLeaves(leaves, key, value);
        return leaves;
    }

    /// <summary>The leaves of a JSON value by flattened key, in the form of <see cref="Flatten()"/>.</summary>
    public static IReadOnlyDictionary<string, object?> Flatten(JsonElement json)
    {
        var leaves = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            AddLeaves(leaves, property.Name, property.Value);
        return leaves;
    }

    private static void AddLeaves(Dictionary<string, object?> leaves, string key, object? value)
    {
        switch (value)
        {
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                foreach (var property in json.EnumerateObject())
                    AddLeaves(leaves, $"{key}.{property.Name}", property.Value);
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } json:
                AddItems(leaves, key, json.EnumerateArray());
                break;
            case JsonElement json:
                leaves[key] = Leaf(json);
                break;
            case CaseAnswer nested:
                foreach (var (name, inner) in nested)
                    AddLeaves(leaves, $"{key}.{name}", inner);
                break;
            case string or bool or null:
                leaves[key] = value;
                break;
            case IEnumerable list:
                AddItems(leaves, key, list);
                break;
            default:
                leaves[key] = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                break;
        }
    }

    private static void AddItems(Dictionary<string, object?> leaves, string key, IEnumerable items)
    {
        var index = 0;
        foreach (var item in items)
            AddLeaves(leaves, $"{key}[{index++}]", item);
    }

    private static object? Leaf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
