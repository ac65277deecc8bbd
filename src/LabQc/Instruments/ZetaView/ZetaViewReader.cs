using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>
/// Reads ZetaView's size texts, 8.05 and 8.06. The shape comes from the Number column, the concentration from the
/// Concentration column, whose dilution is recorded in the header and not yet applied.
/// </summary>
internal static class ZetaViewReader
{
    public const string Name = "zetaview-size 1";
    private const string TracesLine = "Number of Traces";

    public static InstrumentFile Read(ReadOnlySpan<byte> bytes, string fileName, ReadOptions options)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetaViewSize, Name);
        var text = ZetaViewParser.Parse(bytes, draft, options.Limits);
        ZetaViewChecks.Check(draft, text);
        var curve = draft.HasError ? null : ZetaViewCurve.Of(draft, text);
        var dilution = draft.HasError ? null : DilutionOf(draft, text, options);
        if (curve is null || dilution is null)
            return draft.Refuse() with { Software = Software(text) };
        var positions = ZetaViewFindings.Pair(draft, text, options);
        var measured = Measured(text, curve, positions, options.Range);
        ZetaViewFindings.Tell(draft, text, measured, positions);
        return MeasurementAssembly.Complete(draft, [measured], dilution, hasConcentration: true, options.Range) with
        {
            Software = Software(text),
            Sample = text.Value("Sample"),
            Operator = text.Value("Operator"),
            CapturedText = CapturedText(text),
            Captured = CapturedAt(text),
            SetUp = SetUpOf(text),
            Metadata = [.. text.Header.Select(l => new MetadataEntry(l.Key, string.Join("; ", l.Cells))).Where(m => m.Text.Length > 0)],
            PositionTable = positions,
        };
    }

    public static int Traces(ZetaViewText text) =>
        text.Number(TracesLine) is >= 0 and <= int.MaxValue and var traces ? (int)Math.Round(traces) : 0;

    public static double? AverageParticles(ZetaViewText text) => InstrumentNumber.Parse(text.Within(TracesLine, "Average Number of Particles"), text.DecimalMark);

    public static string? Software(ZetaViewText text) => text.Value("Software");

    private static Dilution? DilutionOf(FileDraft draft, ZetaViewText text, ReadOptions options)
    {
        var recorded = InstrumentNumber.Parse(text.Within(TracesLine, "Dilution"), text.DecimalMark);
        return DilutionRule.Resolve(
            draft, recorded > 0 ? recorded : null, appliedInFile: false, options.Dilution, [draft.FileName, text.Value("Sample")]);
    }

    private static MeasuredReplicate Measured(ZetaViewText text, SizeDistribution curve, PositionTable? positions, SizeRange range)
    {
        var why = positions is null ? "" : " " + PositionTableReader.Removals(positions);
        return new MeasuredReplicate(text.Value("Experiment") ?? text.Value("Sample") ?? "run", curve, curve.Metrics(range), Reported(text, curve))
        {
            Tracks = Traces(text),
            EmptyReason = $"0 traces: no particle was tracked.{why}".TrimEnd(),
        };
    }

    private static ReportedFigures Reported(ZetaViewText text, SizeDistribution curve) =>
        curve.IsEmpty ? ReportedFigures.None : new ReportedFigures { D50Nm = text.Number("Median Number (D50)") };

    private static string? CapturedText(ZetaViewText text) =>
        $"{text.Value("Date")} {text.Value("Time")}".Trim() is { Length: > 0 } captured ? captured : null;

    private static DateTime? CapturedAt(ZetaViewText text) =>
        DateTime.TryParseExact(CapturedText(text), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static SetUp SetUpOf(ZetaViewText text)
    {
        var sensitivity = text.Value("Sensitivity");
        var shutter = text.Value("Shutter");
        return new SetUp
        {
            Instrument = "ZetaView",
            SerialNumber = text.Value("ZetaView S/N"),
            Software = Software(text),
            SoftwareMajor = ZetaViewSoftware.Major(Software(text)),
            Laser = Plain(text.Value("Laser Wavelength nm")) is { } laser ? laser + " nm" : null,
            Filter = Plain(text.Value("Filter Wavelength nm")),
            CameraLevel = sensitivity is null && shutter is null ? null : $"sensitivity {Plain(sensitivity) ?? "–"}, shutter {Plain(shutter) ?? "–"}",
            Threshold = text.Value("Minimum Brightness"),
            Weighting = "number",
        };

        // 488.000000 and 488,000000 are one set-up.
        string? Plain(string? value) =>
            InstrumentNumber.Parse(value, text.DecimalMark)?.ToString("0.###", CultureInfo.InvariantCulture) ?? value;
    }
}
