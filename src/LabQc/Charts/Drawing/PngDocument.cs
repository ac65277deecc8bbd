using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// Writes a picture as a PNG with a palette of 256 colours (W3C PNG specification, third edition, colour type 3):
/// a chart has few colours, and takes a third of what 24 bits take. The most frequent colours are kept, others go to the nearest.
/// </summary>
internal static class PngDocument
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    public static byte[] From(SKBitmap bitmap)
    {
        var pixels = Pixels(bitmap);
        var palette = PaletteOf(pixels);
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        WriteChunk(png, "IHDR"u8, Header(bitmap.Width, bitmap.Height));
        WriteChunk(png, "PLTE"u8, [.. palette.SelectMany(Bytes)]);
        WriteChunk(png, "IDAT"u8, Compressed(Rows(pixels, bitmap.Width, bitmap.Height, palette)));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>The pixels as 0xRRGGBB in rows.</summary>
    private static uint[] Pixels(SKBitmap bitmap)
    {
        var bytes = bitmap.GetPixelSpan();
        var pixels = new uint[bitmap.Width * bitmap.Height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (uint)(bytes[4 * i] << 16 | bytes[4 * i + 1] << 8 | bytes[4 * i + 2]);
        return pixels;
    }

    private static uint[] PaletteOf(uint[] pixels)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var pixel in pixels)
            counts[pixel] = counts.GetValueOrDefault(pixel) + 1;
        return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(256).Select(c => c.Key).ToArray();
    }

    /// <summary>One byte a pixel, each row preceded by its filter: none.</summary>
    private static byte[] Rows(uint[] pixels, int width, int height, uint[] palette)
    {
        var index = new Dictionary<uint, byte>();
        for (var i = 0; i < palette.Length; i++)
            index[palette[i]] = (byte)i;
        var rows = new byte[height * (width + 1)];
        for (var i = 0; i < pixels.Length; i++)
        {
            if (!index.TryGetValue(pixels[i], out var entry))
                index[pixels[i]] = entry = Nearest(pixels[i], palette);
            rows[i / width * (width + 1) + 1 + i % width] = entry;
        }
        return rows;
    }

    private static byte Nearest(uint pixel, uint[] palette)
    {
        var best = 0;
        for (var i = 1; i < palette.Length; i++)
        {
            if (Distance(pixel, palette[i]) < Distance(pixel, palette[best]))
                best = i;
        }
        return (byte)best;
    }

    private static int Distance(uint one, uint other)
    {
        var red = (int)(one >> 16) - (int)(other >> 16);
        var green = (int)(one >> 8 & 255) - (int)(other >> 8 & 255);
        var blue = (int)(one & 255) - (int)(other & 255);
        return red * red + green * green + blue * blue;
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a sample
        header[9] = 3; // indexed colour
        return header;
    }

    private static byte[] Bytes(uint colour) => [(byte)(colour >> 16), (byte)(colour >> 8 & 255), (byte)(colour & 255)];

    private static byte[] Compressed(byte[] rows)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.SmallestSize))
            zlib.Write(rows);
        return stream.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, 0xFFFFFFFF)));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
            crc = CrcTable[(crc ^ b) & 255] ^ crc >> 8;
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
