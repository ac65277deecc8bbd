using System.Globalization;
using System.Text.Json;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>
/// One JSON object of a form that people write. Members are asked for by name; what is missing, of the wrong kind, there twice or
/// never asked for becomes a finding, so that all problems of a file are told at once and a misspelt member is not passed over.
/// </summary>
public sealed class DefinitionForm
{
    private const string Member = "Look at the spelling of the member.";
    private readonly JsonElement _element;
    private readonly List<DefinitionFinding> _findings;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private DefinitionForm(JsonElement element, string path, List<DefinitionFinding> findings)
    {
        _element = element;
        Path = path;
        _findings = findings;
    }

    /// <summary>Where the object is in the text.</summary>
    public string Path { get; }

    /// <summary>Parses a text that is one JSON object; null with a finding where it is not.</summary>
    public static DefinitionForm? Parse(string text, List<DefinitionFinding> findings)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement.Clone(), "$", findings);
        }
        catch (JsonException broken)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
            findings.Add(new DefinitionFinding(where, $"this is no JSON: {broken.Message}", "Mend the text there."));
            return null;
        }
    }

    /// <summary>A text that has to be there and not empty.</summary>
    public string? Text(string name)
    {
        var text = OptionalText(name);
        if (text is null && !Has(name))
            Refuse(name, "a text is expected, and there is none.", $"Add \"{name}\".");
        return text;
    }

    /// <summary>A text, or null where the member is absent or null.</summary>
    public string? OptionalText(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0)
            return text.Trim();
        Refuse(name, $"a text is expected, found {Shown(value)}.", "Write a text in quotation marks, or leave the member out.");
        return null;
    }

    /// <summary>One of the values of an enumeration by its name in lower case; absent: the default.</summary>
    public T Choice<T>(string name, T otherwise) where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToList();
        var text = OptionalText(name);
        if (text is null)
            return otherwise;
        if (names.IndexOf(text) is var index and >= 0)
            return Enum.GetValues<T>()[index];
        Refuse(name, $"found \"{text}\".", $"Write one of {string.Join(", ", names)}.");
        return otherwise;
    }

    /// <summary>A whole number, written without quotation marks; null where the member is absent or null.</summary>
    public int? OptionalWholeNumber(string name, int least, int most = int.MaxValue)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        var upTo = most == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" to {most}");
        var range = string.Create(CultureInfo.InvariantCulture, $"from {least}{upTo}");
        Refuse(name, $"a whole number {range} is expected, found {Shown(value)}.", "Write the digits without quotation marks.");
        return null;
    }

    /// <summary>A whole number that has to be there; 1 stands in where it is refused.</summary>
    public int WholeNumber(string name, int least)
    {
        if (!Has(name))
            Refuse(name, "a whole number is expected, and there is none.", $"Add \"{name}\".");
        return OptionalWholeNumber(name, least) ?? 1;
    }

    /// <summary>A number as typed: a text, or a JSON number, whose text is kept too; null where absent or null.</summary>
    public EnteredNumber? OptionalNumber(string name) => Find(name) is { } value ? NumberOf(value, name) : null;

    /// <summary>A number that has to be there.</summary>
    public EnteredNumber? Number(string name)
    {
        if (!Has(name))
            Refuse(name, "a number is expected, and there is none.", $"Add \"{name}\", as \"0.05\".");
        return OptionalNumber(name);
    }

    /// <summary>True or false; absent: the default.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
            return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Refuse(name, $"true or false is expected, found {Shown(value)}.", "Write it without quotation marks.");
        return otherwise;
    }

    /// <summary>A day, written as 2026-11-24; null where absent or refused.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse(name, $"a day is expected, found \"{text}\".", "Write year, month and day as 2026-11-24.");
        return null;
    }

    /// <summary>The object in a member; null where absent or null.</summary>
    public DefinitionForm? Inner(string name) => Find(name) is { } value ? Of(value, PathOf(name), _findings) : null;

    /// <summary>The objects of an array; none where the member is absent or null.</summary>
    public IReadOnlyList<DefinitionForm> Objects(string name) =>
        [.. Elements(name).Select((e, i) => Of(e, ElementPath(name, i), _findings)).OfType<DefinitionForm>()];

    /// <summary>The texts of an array; none where the member is absent or null.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var element in Elements(name))
        {
            if (element.ValueKind == JsonValueKind.String && element.GetString()!.Trim() is { Length: > 0 } text)
                texts.Add(text);
            else
                Refuse(name, $"texts are expected, found {Shown(element)}.", "Write each in quotation marks.");
        }
        return texts;
    }

    /// <summary>A range of diameters, an array of two numbers from below; null where absent or refused.</summary>
    public NanometreRange? Range(string name)
    {
        if (!Has(name))
            return null;
        var ends = Elements(name).Select(e => NumberOf(e, name)).OfType<EnteredNumber>().ToList();
        if (ends.Count == 2 && ends[0].Value >= 0 && ends[0].Value < ends[1].Value)
            return new NanometreRange(ends[0].AsDouble, ends[1].AsDouble);
        Refuse(name, "two diameters in nm from below are expected.", "Write a range as [\"30\", \"150\"].");
        return null;
    }

    /// <summary>Whether the member is there and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Adds a finding about a member of this object.</summary>
    public void Refuse(string name, string problem, string advice) =>
        _findings.Add(new DefinitionFinding(PathOf(name), problem, advice));

    /// <summary>Adds a finding for every member that was never asked for, and for every one that stands there twice.</summary>
    public void RefuseTheRest()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in _element.EnumerateObject())
        {
            if (!_known.Contains(member.Name))
                Refuse(member.Name, $"no such member is known; expected {string.Join(", ", _known.Order(StringComparer.Ordinal))}.", Member);
            else if (!seen.Add(member.Name))
                Refuse(member.Name, "the member stands here twice.", "Keep one of them.");
        }
    }

    private static DefinitionForm? Of(JsonElement element, string path, List<DefinitionFinding> findings)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return new DefinitionForm(element, path, findings);
        findings.Add(new DefinitionFinding(path, $"an object is expected, found {Shown(element)}.", "Write it as {\"member\": …}."));
        return null;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private IReadOnlyList<JsonElement> Elements(string name)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray()];
        Refuse(name, $"an array is expected, found {Shown(value)}.", "Write it as [ … ].");
        return [];
    }

    private EnteredNumber? NumberOf(JsonElement value, string name)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            Refuse(name, $"a number is expected, found {Shown(value)}.", "Write it as typed, as \"70.0\".");
        else if (EnteredNumber.TryParse(value.ToString(), out var number, out var problem))
            return number;
        else
            Refuse(name, problem, "Write it as typed, as \"70.0\".");
        return null;
    }

    private string PathOf(string name) => $"{Path}.{name}";

    private string ElementPath(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{index}]");

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length > 40 ? text[..40] + "…" : text;
    }
}
