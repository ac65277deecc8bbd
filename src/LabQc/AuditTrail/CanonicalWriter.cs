using System.Buffers;
using System.Text;

namespace LabQc.AuditTrail;

/// <summary>
/// Writes the marks and strings of canonical form v1. The platform's own JSON writer escapes more than JSON demands, and which
/// characters those are is not promised to stay.
/// </summary>
internal sealed class CanonicalWriter
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <summary>What was written.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>A bracket, comma or colon.</summary>
    public void Mark(char mark) => _bytes.Write([(byte)mark]);

    /// <summary>A string in quotes, or <c>null</c>.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate.</exception>
    public void StringOrNull(string? text)
    {
        if (text is null)
        {
            _bytes.Write("null"u8);
            return;
        }
        Mark('"');
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var plain = rest.IndexOfAny(Escaped);
            Plain(plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
                break;
            Escape(rest[plain]);
            rest = rest[(plain + 1)..];
        }
        Mark('"');
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        var room = _bytes.GetSpan(StrictUtf8.GetMaxByteCount(text.Length));
        try
        {
            _bytes.Advance(StrictUtf8.GetBytes(text, room));
        }
        catch (EncoderFallbackException broken)
        {
            throw new ArgumentException($"The text has half a character (U+{(int)broken.CharUnknown:X4} alone) and no canonical form.", nameof(text), broken);
        }
    }

    private void Escape(char character) => _bytes.Write(character switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{(int)character:x4}"),
    });
}
