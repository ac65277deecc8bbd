using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabQc.Specifications;

/// <summary>The fields of a criterion as typed into a form; blank: nothing said.</summary>
public sealed record CriterionForm
{
    public string? Attribute { get; init; }
    /// <summary>A method's code, alone or with its version, as <c>nta-size@1</c>.</summary>
    public string? Method { get; init; }
    /// <summary>The lower end of the range of a percentage in range, in nm.</summary>
    public string? RangeFrom { get; init; }
    /// <summary>The upper end.</summary>
    public string? RangeTo { get; init; }
    public string? Lower { get; init; }
    public bool LowerInclusive { get; init; } = true;
    public string? Upper { get; init; }
    public bool UpperInclusive { get; init; } = true;
    public string? Decimals { get; init; }
    /// <summary>present or absent.</summary>
    public string? Expected { get; init; }
    /// <summary>The categories that are accepted, with commas between them.</summary>
    public string? Allowed { get; init; }
    /// <summary>simple or guarded; simple where nothing is said.</summary>
    public string? Rule { get; init; }
    public string? Level { get; init; }
    public string? MinimumTracks { get; init; }
    public string? MinimumReplicates { get; init; }
    public string? MaximumCvPercent { get; init; }
    public bool Mandatory { get; init; } = true;

    /// <summary>The fields of a criterion as a definitions file writes it.</summary>
    public static CriterionForm Of(JsonObject criterion)
    {
        var range = criterion["range_nm"] as JsonArray;
        return new CriterionForm
        {
            Attribute = FormText.Of(criterion, "attribute"),
            Method = FormText.Of(criterion, "method"),
            RangeFrom = range?.Count > 0 ? range[0]?.ToString() : null,
            RangeTo = range?.Count > 1 ? range[1]?.ToString() : null,
            Lower = FormText.Of(criterion, "lower"),
            LowerInclusive = FormText.Flag(criterion, "lower_inclusive"),
            Upper = FormText.Of(criterion, "upper"),
            UpperInclusive = FormText.Flag(criterion, "upper_inclusive"),
            Decimals = FormText.Of(criterion, "decimals"),
            Expected = FormText.Of(criterion, "expected"),
            Allowed = criterion["allowed"] is JsonArray allowed ? string.Join(", ", allowed.Select(a => a?.ToString())) : null,
            Rule = FormText.Of(criterion, "rule"),
            Level = FormText.Of(criterion, "level"),
            MinimumTracks = FormText.Of(criterion, "minimum_tracks"),
            MinimumReplicates = FormText.Of(criterion, "minimum_replicates"),
            MaximumCvPercent = FormText.Of(criterion, "maximum_cv_percent"),
            Mandatory = FormText.Flag(criterion, "mandatory"),
        };
    }

    /// <summary>The criterion as a definitions file writes it, with what is no number kept as the text that it is.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        FormText.Add(json, "attribute", Attribute);
        FormText.Add(json, "method", Method);
        if (FormText.IsSaid(RangeFrom) || FormText.IsSaid(RangeTo))
            json["range_nm"] = new JsonArray((RangeFrom ?? "").Trim(), (RangeTo ?? "").Trim());
        AddLimit(json, "lower", Lower, LowerInclusive);
        AddLimit(json, "upper", Upper, UpperInclusive);
        FormText.AddWholeNumber(json, "decimals", Decimals);
        FormText.Add(json, "expected", Expected);
        if (FormText.IsSaid(Allowed))
            json["allowed"] = new JsonArray([.. Allowed!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => JsonValue.Create(a))]);
        // A criterion without numbers has no rule; simple acceptance is what every other one has unless it says otherwise.
        FormText.Add(json, "rule", Rule?.Trim() == "simple" ? null : Rule);
        FormText.Add(json, "level", Level);
        FormText.AddWholeNumber(json, "minimum_tracks", MinimumTracks);
        FormText.AddWholeNumber(json, "minimum_replicates", MinimumReplicates);
        FormText.Add(json, "maximum_cv_percent", MaximumCvPercent);
        json["mandatory"] = Mandatory;
        return json;
    }

    private static void AddLimit(JsonObject json, string name, string? limit, bool inclusive)
    {
        if (!FormText.IsSaid(limit))
            return;
        json[name] = limit!.Trim();
        if (!inclusive)
            json[name + "_inclusive"] = false;
    }
}

/// <summary>Texts of a form to and from the members of a definition.</summary>
internal static class FormText
{
    public static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);

    public static string? Of(JsonObject json, string name) => json[name] is JsonValue value ? value.ToString() : null;

    /// <summary>A flag that holds unless the definition says otherwise.</summary>
    public static bool Flag(JsonObject json, string name) => json[name] is not { } value || value.GetValueKind() != JsonValueKind.False;

    public static void Add(JsonObject json, string name, string? text)
    {
        if (IsSaid(text))
            json[name] = text!.Trim();
    }

    /// <summary>Digits as a number; anything else stays the text that it is, for the reader to name.</summary>
    public static void AddWholeNumber(JsonObject json, string name, string? text)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite, System.Globalization.CultureInfo.InvariantCulture, out var number))
            json[name] = number;
        else
            Add(json, name, text);
    }
}
