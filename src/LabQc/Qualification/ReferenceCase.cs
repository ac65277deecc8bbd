using System.Text.Json;

namespace LabQc.Qualification;

/// <summary>How near a computed number must come: absolutely, or relative to the larger of the two; both 0 means exactly.</summary>
/// <param name="Rtol">Relative tolerance.</param>
/// <param name="Atol">Absolute tolerance in the value's unit.</param>
public readonly record struct CaseTolerance(double Rtol, double Atol)
{
    /// <summary>Whether two finite numbers agree; a NaN agrees with nothing.</summary>
    public bool Holds(double expected, double computed) =>
        expected.Equals(computed) && !double.IsNaN(computed)
        || Math.Abs(computed - expected) <= Atol
        || Math.Abs(computed - expected) <= Rtol * Math.Max(Math.Abs(computed), Math.Abs(expected));
}

/// <summary>One reference case: a function, its input, and what it must answer.</summary>
public sealed record ReferenceCase
{
    /// <summary>The name of the file without its ending.</summary>
    public required string Topic { get; init; }
    public required string Name { get; init; }
    public required string Function { get; init; }
    public required CaseInput Input { get; init; }
    /// <summary>Expected values by flattened key; null means undefined.</summary>
    public required IReadOnlyDictionary<string, object?> Expected { get; init; }
    /// <summary>How many items each expected list has, by its flattened key; an empty list expects that there is none.</summary>
    public IReadOnlyDictionary<string, int> ExpectedLists { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
    public required CaseTolerance Tolerance { get; init; }
    /// <summary>Relative tolerances that override the case's, by key or by the beginning of a key.</summary>
    public required IReadOnlyDictionary<string, double> RtolByKey { get; init; }

    /// <summary>The tolerance of one key: the longest name in <see cref="RtolByKey"/> that begins it wins.</summary>
    public CaseTolerance ToleranceOf(string key)
    {
        var longest = RtolByKey.Keys
            .Where(name => key.StartsWith(name, StringComparison.Ordinal))
            .MaxBy(name => name.Length);
        return longest is null ? Tolerance : Tolerance with { Rtol = RtolByKey[longest] };
    }

    /// <summary>Reads the cases of one topic.</summary>
    /// <param name="topic">The name of the file without its ending.</param>
    /// <param name="json">The file.</param>
    /// <param name="open">Opens a file that a case names, relative to the folder of the case file.</param>
    /// <exception cref="JsonException">The file is no JSON, or lacks what a case needs.</exception>
    public static IReadOnlyList<ReferenceCase> Read(string topic, Stream json, Func<string, Stream> open)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("cases", out var cases))
            throw new JsonException($"{topic}: a case file is an object with an array \"cases\".");
        return [.. cases.EnumerateArray().Select(c => ReadCase(topic, c.Clone(), open))];
    }

    private static ReferenceCase ReadCase(string topic, JsonElement json, Func<string, Stream> open)
    {
        var name = Member(topic, json, "name").GetString() ?? "";
        return new ReferenceCase
        {
            Topic = topic,
            Name = name,
            Function = Member(topic, json, "function").GetString() ?? "",
            Input = new CaseInput(Optional(json, "data"), Optional(json, "parameters"), open),
            Expected = CaseAnswer.Flatten(Member(topic, json, "expected")),
            ExpectedLists = ListLengths("", Member(topic, json, "expected")).ToDictionary(StringComparer.Ordinal),
            Tolerance = new CaseTolerance(Member(topic, json, "rtol").GetDouble(), json.TryGetProperty("atol", out var atol) ? atol.GetDouble() : 0),
            RtolByKey = json.TryGetProperty("rtol_by_key", out var byKey)
                ? byKey.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble(), StringComparer.Ordinal)
                : new Dictionary<string, double>(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<KeyValuePair<string, int>> ListLengths(string key, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => ListLengths(key.Length == 0 ? p.Name : $"{key}.{p.Name}", p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => ListLengths($"{key}[{i}]", item)).Prepend(new(key, json.GetArrayLength())),
        _ => [],
    };

    private static JsonElement Member(string topic, JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"{topic}: a case lacks \"{name}\".");

    private static JsonElement Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : JsonDocument.Parse("{}").RootElement;
}
