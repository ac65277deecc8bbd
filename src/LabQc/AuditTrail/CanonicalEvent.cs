using System.Text.Json;
using System.Text.Unicode;

namespace LabQc.AuditTrail;

/// <summary>One row that an event tells of; the slices are the canonical bytes of the event themselves.</summary>
/// <param name="Table">The row's table.</param>
/// <param name="Key">The values of its primary key, an array.</param>
/// <param name="Before">The row before the event, or <c>null</c>.</param>
/// <param name="After">The row after the event, or <c>null</c>.</param>
internal sealed record RecordedRow(string Table, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After)
{
    private static ReadOnlySpan<byte> Null => "null"u8;

    public bool WasThere => !Before.Span.SequenceEqual(Null);

    public bool IsThere => !After.Span.SequenceEqual(Null);

    /// <summary>Table and key, as people read them.</summary>
    public string Name => $"{Table} {string.Join('/', JsonSerializer.Deserialize<string?[]>(Key.Span) ?? [])}";

    /// <summary>The columns of a recorded row.</summary>
    public static IReadOnlyDictionary<string, string?> Columns(ReadOnlyMemory<byte> row) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(row.Span) ?? [];
}

/// <summary>What an event's canonical bytes say.</summary>
internal sealed class CanonicalEvent
{
    private readonly Dictionary<string, string?> _members = new(StringComparer.Ordinal);
    private readonly List<RecordedRow> _rows = [];

    private CanonicalEvent()
    {
    }

    /// <summary>The rows that the event tells of.</summary>
    public IReadOnlyList<RecordedRow> Rows => _rows;

    /// <summary>A member that is a text, or null.</summary>
    public string? Member(string name) => _members.GetValueOrDefault(name);

    /// <summary>Reads canonical bytes.</summary>
    /// <exception cref="FormatException">They are not an event.</exception>
    public static CanonicalEvent Read(byte[] canonical)
    {
        try
        {
            var read = new CanonicalEvent();
            read.ReadMembers(canonical);
            return read;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new FormatException(unreadable.Message, unreadable);
        }
    }

    private void ReadMembers(byte[] canonical)
    {
        if (!Utf8.IsValid(canonical))
            throw new JsonException("It is not UTF-8.");
        var reader = new Utf8JsonReader(canonical);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (name == "records")
                ReadRows(ref reader, canonical);
            else
                _members.Add(name, Text(ref reader));
        }
        if (reader.Read())
            throw new JsonException("Something follows the event.");
    }

    private void ReadRows(ref Utf8JsonReader reader, byte[] canonical)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            _rows.Add(ReadRow(ref reader, canonical));
    }

    private static RecordedRow ReadRow(ref Utf8JsonReader reader, byte[] canonical)
    {
        string? table = null;
        var slices = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A record is no object.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (name == "table")
                table = Text(ref reader);
            else
                slices[name] = Slice(ref reader, canonical, name == "key" ? JsonTokenType.StartArray : JsonTokenType.StartObject);
        }
        return table is not null && slices.TryGetValue("key", out var key)
            && slices.TryGetValue("before", out var before) && slices.TryGetValue("after", out var after)
            ? new RecordedRow(table, key, before, after)
            : throw new JsonException("A record lacks table, key, before or after.");
    }

    /// <summary>The bytes of an array or object of texts and nulls, or of a null.</summary>
    private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, byte[] canonical, JsonTokenType opening)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType == opening)
            SkipTexts(ref reader);
        else if (reader.TokenType != JsonTokenType.Null || opening == JsonTokenType.StartArray)
            throw new JsonException($"A record's key is an array, its rows are objects or null; found {reader.TokenType}.");
        return canonical.AsMemory(start, (int)reader.BytesConsumed - start);
    }

    private static void SkipTexts(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null or JsonTokenType.PropertyName))
                throw new JsonException($"A record holds texts and nulls only; found {reader.TokenType}.");
            if (reader.ValueIsEscaped)
                reader.GetString();
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw new JsonException($"Expected {type}, found {reader.TokenType}.");
    }
}
