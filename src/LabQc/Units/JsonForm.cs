using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LabQc.Units;

/// <summary>
/// Forms that people write as JSON: snake_case, no unknown members (a misspelt one must not pass in silence), and numbers kept
/// as the text that was typed, quoted or not.
/// </summary>
public static class JsonForm
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new AsTyped(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads a form.</summary>
    /// <param name="json">The text.</param>
    /// <param name="form">The form's name for messages, such as the file's.</param>
    /// <exception cref="FormException">The text is no JSON, or not of the form's shape.</exception>
    public static T Read<T>(string json, string form)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)
                ?? throw new FormException(form, [new FormProblem("$", "expected an object, found null")]);
        }
        catch (JsonException wrong)
        {
            throw new FormException(form, [new FormProblem(Where(wrong), What(wrong))]);
        }
    }

    /// <summary>Writes a form in the shape that <see cref="Read"/> takes; absent values are left out.</summary>
    public static string Write<T>(T form) => JsonSerializer.Serialize(form, Options);

    private static string Where(JsonException wrong) =>
        wrong.LineNumber is { } line ? $"line {line + 1}, {wrong.Path ?? "$"}" : wrong.Path ?? "$";

    private static string What(JsonException wrong)
    {
        var message = wrong.Message;
        if (message.Contains("could not be mapped", StringComparison.Ordinal) && message.Split('\'') is [_, var member, ..])
            return $"there is no member \"{member}\" in this form";
        if (message.Contains("missing required properties", StringComparison.Ordinal) && message.LastIndexOf(':') is > 0 and var colon)
            return $"these members are missing:{message[(colon + 1)..].TrimEnd('.')}";
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return path > 0 ? message[..path] : message;
    }

    private sealed class AsTyped : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
                _ => throw new JsonException("expected a text or a number"),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
