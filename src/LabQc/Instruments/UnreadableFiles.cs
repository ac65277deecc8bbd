namespace LabQc.Instruments;

/// <summary>Answers for files that are recognised but not read: what they are, and what to do instead.</summary>
internal static class UnreadableFiles
{
    private const string Reader = "none";

    private static readonly string[] NanoSightNames = ["ExperimentSummary"];
    private static readonly string[] ZetaViewNames = ["_size_", "_prof_"];

    public static InstrumentFile Refuse(RecognisedContent content, ReadOnlySpan<byte> text, string fileName)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.Unknown, Reader);
        var (rule, message) = Advice(content);
        if (rule is not null)
            return draft.Refuse(rule, message);
        var found = FirstLine(text);
        if (Named(fileName) is { } instrument)
            return draft.Refuse("format.name-not-content", $"The name is that of {instrument}, but the content is not: the file begins with \"{found}\". A hand-made table is read with a mapping.", "row 1");
        return draft.Refuse("format.unknown", $"An export of NanoSight, ZetaView or Zetasizer was expected; the file begins with \"{found}\". Tables of other instruments are read with a mapping.", "row 1");
    }

    private static (string? Rule, string Message) Advice(RecognisedContent content) => content switch
    {
        RecognisedContent.Empty => ("file.empty", "The file is empty."),
        RecognisedContent.NanoSightSingleAnalysis => ("nanosight.single-analysis-summary", "This is NanoSight's summary of a single video. Export the experiment summary (…-ExperimentSummary.csv), which holds all videos."),
        RecognisedContent.NanoSightTracks => ("nanosight.particle-data", "This is NanoSight's list of particles or tracks, not a size distribution. Export the experiment summary (…-ExperimentSummary.csv)."),
        RecognisedContent.ZetasizerRecord => ("zetasizer.zmes", "This is a measurement file of ZS Xplorer (.zmes). Export the size table as text, with Sizes, Intensities and Sample Name, and read that."),
        RecognisedContent.SqliteDatabase => ("format.binary", "This is an SQLite database, not an instrument's export."),
        RecognisedContent.CompoundBinary => ("format.binary", "This is a binary file (a Zetasizer .dts or an old Excel workbook). Export the size table as text and read that."),
        RecognisedContent.Pdf => ("format.pdf", "This is a PDF. Its figures cannot be read: export the measurement as text, or enter the results by hand."),
        RecognisedContent.Workbook => ("format.workbook", "This is an Excel workbook or an archive. Save the sheet as CSV and read that with a mapping."),
        RecognisedContent.OtherBinary => ("format.binary", "This is a binary file of no known format. Export the measurement as text."),
        _ => (null, ""),
    };

    private static string? Named(string fileName)
    {
        if (Array.Exists(NanoSightNames, n => fileName.Contains(n, StringComparison.OrdinalIgnoreCase)))
            return "a NanoSight experiment summary (first cell \"NTA Experiment Summary File\")";
        return Array.Exists(ZetaViewNames, n => fileName.Contains(n, StringComparison.OrdinalIgnoreCase))
            ? "a ZetaView export (lines \"ZetaView S/N:\" and \"Size / nm\")"
            : null;
    }

    private static string FirstLine(ReadOnlySpan<byte> text)
    {
        var lines = new DelimitedLines(text);
        lines.TryRead(out var line);
        var found = TextBytes.Text(line[..Math.Min(line.Length, 80)]);
        return string.Concat(found.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
