using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace LabQc.Instruments;

/// <summary>Brings the encodings of instrument files to one: bytes in which every mark that a reader looks for is ASCII.</summary>
internal static class TextBytes
{
    /// <summary>
    /// The text without its byte order mark; UTF-16, with or without a mark, becomes UTF-8. Latin-1 and UTF-8 stay as they are.
    /// </summary>
    public static ReadOnlyMemory<byte> Normalise(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return file[3..];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return FromUtf16(bytes[2..], littleEndian: true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FromUtf16(bytes[2..], littleEndian: false);
        return LooksLikeUtf16(bytes) is { } littleEndian ? FromUtf16(bytes, littleEndian) : file;
    }

    /// <summary>A cell as text: UTF-8 where it is that, else Latin-1 (µ, ², °, ø), without NULs and surrounding blanks.</summary>
    public static string Text(ReadOnlySpan<byte> cell)
    {
        var encoding = Ascii.IsValid(cell) || !Utf8.IsValid(cell) ? Encoding.Latin1 : Encoding.UTF8;
        var text = encoding.GetString(cell);
        return (text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text).Trim();
    }

    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 64)];
        if (head.Length < 8)
            return null;
        int zerosFirst = 0, zerosSecond = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            zerosFirst += head[i] == 0 ? 1 : 0;
            zerosSecond += head[i + 1] == 0 ? 1 : 0;
        }
        var most = head.Length / 2 * 9 / 10;
        if (zerosSecond > most && zerosFirst == 0)
            return true;
        return zerosFirst > most && zerosSecond == 0 ? false : null;
    }

    private static byte[] FromUtf16(ReadOnlySpan<byte> bytes, bool littleEndian)
    {
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
        {
            var unit = bytes.Slice(2 * i, 2);
            units[i] = (char)(littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(unit) : BinaryPrimitives.ReadUInt16BigEndian(unit));
        }
        return Encoding.UTF8.GetBytes(units);
    }
}
