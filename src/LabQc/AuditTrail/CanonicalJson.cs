using System.Globalization;
using System.Security.Cryptography;
using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>
/// Canonical form, version 1: the one way in which a record becomes bytes, so that a hash over them means the same for ever.
/// </summary>
/// <remarks>
/// <para>JSON in UTF-8 without byte order mark and without white space. Values are objects, arrays, strings and null; there are
/// no JSON numbers and no true or false.</para>
/// <para>Keys are unique and stand in ordinal order of their UTF-16 code units, as RFC 8785 orders them: a character beyond
/// U+FFFF sorts by its surrogates, so before U+E000 to U+FFFF.</para>
/// <para>In strings only what JSON demands is escaped: <c>\"</c>, <c>\\</c>, and U+0000 to U+001F, as <c>\b \t \n \f \r</c>
/// where JSON has a short form, else as <c>\u00xx</c> with lower-case hex. Everything else (U+007F, U+2028, characters beyond
/// U+FFFF) stands as itself. Nothing is normalised: é and e with U+0301 are two texts. A lone surrogate is refused.</para>
/// <para>Integers are decimal without leading zeros. Doubles are the shortest digits that read back as the same double, laid out
/// as RFC 8785 (ECMAScript) does: plain from 1e-6 to below 1e21 (0.000012, 95.5, 5910000000000), else with an exponent (1e+21,
/// 5e-324); minus zero is <c>-0</c>. Decimals keep their trailing zeros. Booleans are <c>true</c> and <c>false</c> as strings.
/// Times are UTC, <c>2026-03-02T09:15:00.0000000Z</c>; dates
/// <c>2026-03-02</c>. A byte string is <c>sha256:</c> and its SHA-256 in lower-case hex. Absent is null.</para>
/// <para>The form is held by committed test vectors, which a script in another language checks too.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of an object.</summary>
    /// <exception cref="ArgumentException">A key stands twice, a text has a lone surrogate, or a value's type has no canonical form.</exception>
    public static byte[] Write(IEnumerable<KeyValuePair<string, object?>> members) => WriteValue(members);

    /// <summary>A value as canonical text: numbers in their shortest form, byte strings as their SHA-256.</summary>
    /// <exception cref="ArgumentException">The value's type has no canonical form.</exception>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        double number => CanonicalNumber.Text(number),
        long or int or short or sbyte or ulong or uint or ushort or byte or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        byte[] bytes => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
        DateTimeOffset time => FixedWidthTime.Of(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no canonical form.", nameof(value)),
    };

    /// <summary>The canonical bytes of an object (pairs), an array (a sequence) or a single value.</summary>
    internal static byte[] WriteValue(object? value)
    {
        var writer = new CanonicalWriter();
        Write(writer, value);
        return writer.ToArray();
    }

    private static void Write(CanonicalWriter writer, object? value)
    {
        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(writer, members);
                break;
            case IEnumerable<object?> items:
                WriteArray(writer, items);
                break;
            default:
                writer.StringOrNull(Text(value));
                break;
        }
    }

    private static void WriteObject(CanonicalWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.Mark('{');
        string? previous = null;
        KeyValuePair<string, object?>[] ordered = [.. members];
        Array.Sort(ordered, ByKey);
        foreach (var (key, value) in ordered)
        {
            if (key == previous)
                throw new ArgumentException($"The key {key} stands twice in one object.", nameof(members));
            if (previous is not null)
                writer.Mark(',');
            writer.StringOrNull(key);
            writer.Mark(':');
            Write(writer, value);
            previous = key;
        }
        writer.Mark('}');
    }

    private static int ByKey(KeyValuePair<string, object?> one, KeyValuePair<string, object?> other) => string.CompareOrdinal(one.Key, other.Key);

    private static void WriteArray(CanonicalWriter writer, IEnumerable<object?> items)
    {
        writer.Mark('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                writer.Mark(',');
            Write(writer, item);
            first = false;
        }
        writer.Mark(']');
    }
}
