namespace LabQc.Instruments;

/// <summary>
/// Reads instrument files. Formats are recognised by content; what a file is not is refused with what was expected, what was
/// found, and where. Nothing here throws for a bad file, and nothing touches the disk.
/// </summary>
public static class InstrumentReader
{
    /// <summary>Reads a file that is in memory. A Zetasizer table gives one answer per sample, all others give one.</summary>
    /// <param name="bytes">The file, whole.</param>
    /// <param name="fileName">Its name: for messages, and for the dilution that it may suggest.</param>
    /// <param name="options">What a person says about it.</param>
    public static IReadOnlyList<InstrumentFile> Read(ReadOnlyMemory<byte> bytes, string fileName, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        options ??= ReadOptions.Default;
        if (bytes.Length > options.Limits.Bytes)
            return [TooLarge(fileName, bytes.Length, options.Limits)];
        var text = TextBytes.Normalise(bytes);
        var content = FormatRecognition.Recognise(bytes.Span, text.Span);
        return content switch
        {
            RecognisedContent.NanoSightExperimentSummary => [NanoSightReader.Read(text.Span, fileName, options)],
            RecognisedContent.ZetaViewSize => [ZetaViewReader.Read(text.Span, fileName, options)],
            RecognisedContent.ZetaViewPositions => [PositionTableReader.Read(text.Span, fileName, options.Limits)],
            RecognisedContent.ZetaViewProfile => [ZetaProfileReader.Read(text.Span, fileName)],
            RecognisedContent.ZetasizerTable => ZetasizerReader.Read(text.Span, fileName, options),
            RecognisedContent.OtherText when options.Mapping is { } mapping => [MappedTableReader.Read(text.Span, fileName, mapping, options)],
            _ => [UnreadableFiles.Refuse(content, text.Span, fileName)],
        };
    }

    /// <summary>Reads a table by a mapping, whatever it may be recognised for: what a new mapping would read.</summary>
    public static InstrumentFile ReadMapped(ReadOnlyMemory<byte> bytes, string fileName, TableMapping mapping, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return MappedTableReader.Read(TextBytes.Normalise(bytes).Span, fileName, mapping, options ?? ReadOptions.Default);
    }

    /// <summary>The answer for a file that could not be brought into memory: missing, unreadable, or too large.</summary>
    public static InstrumentFile Unreachable(string fileName, string rule, string message) =>
        new FileDraft(fileName, InstrumentFormats.Unknown, "none").Refuse(rule, message);

    private static InstrumentFile TooLarge(string fileName, int length, ReadLimits limits) =>
        Unreachable(fileName, "file.too-large", $"At most {limits.Bytes >> 20} MB were expected, the file has {length >> 20} MB.");
}
