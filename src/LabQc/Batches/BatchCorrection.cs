using System.Text.Json.Nodes;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>Changes one field of what is known of a batch.</summary>
public static class BatchCorrection
{
    /// <summary>The details with one field changed.</summary>
    /// <param name="details">The details as they stand.</param>
    /// <param name="field">
    /// The field as it stands in the form: <c>operator</c>, <c>source.passage</c>, <c>method_parameters.steps[0].minutes</c>; a
    /// step of the chain of volumes also by its name, <c>volumes.final</c>.
    /// </param>
    /// <param name="value">The new value as typed.</param>
    /// <exception cref="FormException">There is no such field, or the value is not one of it.</exception>
    public static BatchDetails Apply(BatchDetails details, string field, string value)
    {
        var form = $"The correction of {field}";
        if (field is "lot")
            throw new FormException(form, [new FormProblem(field, "a lot number is never changed: register another lot")]);
        var root = JsonNode.Parse(JsonForm.Write(details))!;
        Set(root, Steps(field).ToList(), value, form, field);
        return BatchForm.Read(root.ToJsonString(), form);
    }

    private static void Set(JsonNode root, List<string> steps, string value, string form, string field)
    {
        var holder = root;
        foreach (var step in steps[..^1])
            holder = Child(holder, step) ?? throw NoSuchField(form, field);
        switch (holder)
        {
            case JsonObject members:
                members[steps[^1]] = value;
                break;
            case JsonArray volumes when volumes.FirstOrDefault(v => IsNamed(v, steps[^1])) is JsonObject volume:
                volume["volume_ml"] = value;
                break;
            default:
                throw NoSuchField(form, field);
        }
    }

    private static JsonNode? Child(JsonNode holder, string step) => holder switch
    {
        JsonObject members => members[step],
        JsonArray items when int.TryParse(step, out var index) && index >= 0 && index < items.Count => items[index],
        JsonArray items => items.FirstOrDefault(i => IsNamed(i, step)),
        _ => null,
    };

    private static bool IsNamed(JsonNode? item, string name) =>
        item is JsonObject members && (members["step"]?.GetValue<string>() == name || members["name"]?.GetValue<string>() == name);

    private static IEnumerable<string> Steps(string field) =>
        field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static FormException NoSuchField(string form, string field) =>
        new(form, [new FormProblem(field, "there is no such field; write it as it stands in the form, such as operator, source.passage or volumes.final")]);
}
