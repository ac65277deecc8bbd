using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabQc.AuditTrail;

/// <summary>
/// Canonical form, version 1: UTF-8 JSON, keys in ordinal order, no white space, numbers as strings (doubles in their shortest
/// round-trip form), absent values as null, no Unicode normalisation, only what JSON demands escaped; a byte string stands as
/// <c>sha256:</c> and its SHA-256 in lower-case hex.
/// </summary>
/// <remarks>
/// Ordinal order is the order of UTF-16 code units. The form is held by committed test vectors, which a script of another
/// language checks too.
/// </remarks>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical bytes of an object.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            WriteObject(writer, members);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A value as canonical text: numbers in their shortest form, byte strings as their SHA-256.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no canonical form.", nameof(value)),
    };

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(writer, members);
                break;
            case IEnumerable<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }
}
