namespace LabQc.Instruments;

/// <summary>What a file's content shows it to be.</summary>
internal enum RecognisedContent
{
    Empty,
    NanoSightExperimentSummary,
    NanoSightSingleAnalysis,
    NanoSightTracks,
    ZetaViewSize,
    ZetaViewProfile,
    ZetaViewPositions,
    ZetasizerTable,
    ZetasizerRecord,
    SqliteDatabase,
    CompoundBinary,
    Pdf,
    Workbook,
    OtherBinary,
    OtherText,
}

/// <summary>Recognises formats by content, never by name: a hand-made table often bears an instrument's name.</summary>
internal static class FormatRecognition
{
    private const int HeadLines = 20;

    /// <param name="raw">The file as it is.</param>
    /// <param name="text">The same as <see cref="TextBytes.Normalise"/> gives it.</param>
    public static RecognisedContent Recognise(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            return RecognisedContent.Empty;
        if (OfBinary(raw) is { } binary)
            return binary;
        var lines = new DelimitedLines(text);
        lines.TryRead(out var first);
        return OfFirstLine(first) ?? OfHead(text) ?? OtherText(text);
    }

    private static RecognisedContent? OfBinary(ReadOnlySpan<byte> raw)
    {
        if (raw.StartsWith("SQLite format 3\0"u8))
            return raw.IndexOf("RecordParameterTypes"u8) >= 0 ? RecognisedContent.ZetasizerRecord : RecognisedContent.SqliteDatabase;
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return RecognisedContent.CompoundBinary;
        if (raw.StartsWith("%PDF"u8))
            return RecognisedContent.Pdf;
        return raw.StartsWith("PK\u0003\u0004"u8) ? RecognisedContent.Workbook : null;
    }

    private static RecognisedContent? OfFirstLine(ReadOnlySpan<byte> line)
    {
        var title = TextBytes.Text(FirstCell(line)).Trim('"');
        if (title == "NTA Experiment Summary File")
            return RecognisedContent.NanoSightExperimentSummary;
        if (title == "NTA Single Analysis Summary File")
            return RecognisedContent.NanoSightSingleAnalysis;
        if (title == "Particle ID" && line.IndexOf("Size/nm"u8) >= 0)
            return RecognisedContent.NanoSightTracks;
        if (line.StartsWith("Use\tPosition\t"u8) && line.IndexOf("No. of Traces"u8) >= 0)
            return RecognisedContent.ZetaViewPositions;
        return IsZetasizerHeader(line) ? RecognisedContent.ZetasizerTable : null;
    }

    /// <summary>Column names of an export template: the sample's name, and something that only a Zetasizer measures.</summary>
    public static bool IsZetasizerHeader(ReadOnlySpan<byte> line) =>
        line.Contains((byte)'\t') && line.IndexOf("Sample Name"u8) >= 0
        && (line.IndexOf("Sizes["u8) >= 0 || line.IndexOf("Intensities["u8) >= 0 || line.IndexOf("Z-Ave"u8) >= 0
            || line.IndexOf("Zeta Potential (mV)"u8) >= 0 || line.StartsWith("Type\t"u8) || line.StartsWith("Record\t"u8));

    private static ReadOnlySpan<byte> FirstCell(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAny((byte)',', (byte)';', (byte)'\t');
        return end < 0 ? line : line[..end];
    }

    private static RecognisedContent? OfHead(ReadOnlySpan<byte> text)
    {
        var lines = new DelimitedLines(text);
        while (lines.Row < HeadLines && lines.TryRead(out var line))
        {
            var head = TextBytes.Text(line[..Math.Min(line.Length, 60)]);
            if (!head.StartsWith("ZetaView S/N:", StringComparison.OrdinalIgnoreCase) && !head.StartsWith("Software:\tZetaView", StringComparison.OrdinalIgnoreCase))
                continue;
            return text.IndexOf("Type of Measurement:\tProfile"u8) >= 0 || text.IndexOf("Zeta Potential / mV"u8) >= 0
                ? RecognisedContent.ZetaViewProfile
                : RecognisedContent.ZetaViewSize;
        }
        return null;
    }

    private static RecognisedContent OtherText(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, 4096)];
        var control = 0;
        foreach (var b in head)
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        return control * 20 > head.Length ? RecognisedContent.OtherBinary : RecognisedContent.OtherText;
    }
}
