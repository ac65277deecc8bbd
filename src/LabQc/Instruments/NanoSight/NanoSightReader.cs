using System.Globalization;
using System.Runtime.InteropServices;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>
/// Reads experiment summaries of NanoSight NTA 3.2 and 3.4. Bins are particles/mL per nm-bin and already multiplied by a
/// dilution that the file records; columns are matched by position, since their names repeat.
/// </summary>
internal static class NanoSightReader
{
    public const string Name = "nanosight-experiment-summary 1";
    private const string Results = "Results";

    public static InstrumentFile Read(ReadOnlySpan<byte> bytes, string fileName, ReadOptions options)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.NanoSightExperimentSummary, Name);
        var text = new NanoSightParser(bytes, draft, options.Limits).Parse();
        if (!draft.HasError)
            NanoSightChecks.CheckStructure(draft, text);
        if (draft.HasError)
            return draft.Refuse() with { Software = Software(text) };
        var dilution = DilutionOf(draft, text, fileName, options);
        var number = text.Blocks.First(b => b.Weighting == "Number");
        var bins = draft.HasError ? null : NanoSightChecks.BinsOf(draft, number);
        if (dilution is null || bins is null)
            return draft.Refuse() with { Software = Software(text) };
        var measured = Measured(draft, text, number, bins, options.Range);
        var extra = ExtraDistributions(draft, text);
        return draft.HasError
            ? draft.Refuse() with { Software = Software(text) }
            : Complete(draft, text, measured, dilution, options) with { ExtraDistributions = extra };
    }

    private static InstrumentFile Complete(
        FileDraft draft, NanoSightText text, List<MeasuredReplicate> measured, Dilution dilution, ReadOptions options)
    {
        NanoSightFindings.Tell(draft, text, measured, dilution);
        var captured = text.Row("Experiment Details", "Time Captured")?.Of(0) ?? "";
        return MeasurementAssembly.Complete(draft, measured, dilution, hasConcentration: true, options.Range) with
        {
            Software = Software(text),
            Sample = Sample(text),
            Operator = NullIfEmpty(text.Row("Experiment Details", "Operator Name")?.Of(0)),
            CapturedText = NullIfEmpty(captured),
            Captured = CapturedAt(captured),
            SetUp = SetUpOf(text),
            Metadata = MetadataOf(text),
        };
    }

    public static string? Software(NanoSightText text) => NullIfEmpty(text.CreatedWith);

    /// <summary>The typed name of the sample, else the experiment's.</summary>
    public static string? Sample(NanoSightText text)
    {
        var typed = text.Row("Experiment Details", "Sample Description")?.Of(0) ?? text.Row("Experiment Details", "Sample Name")?.Of(0);
        return NullIfEmpty(typed) ?? NullIfEmpty(ExperimentName(text).Trim(' ', '_', '-'));
    }

    public static string ExperimentName(NanoSightText text)
    {
        var name = text.Row("Experiment Details", "Experiment Name")?.Of(0) ?? "";
        return name.EndsWith(".nano", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
    }

    public static double? Number(NanoSightText text, NanoSightRow? row, int column) =>
        row is null ? null : InstrumentNumber.Parse(row.Of(column), (char)text.DecimalMark);

    private static Dilution? DilutionOf(FileDraft draft, NanoSightText text, string fileName, ReadOptions options)
    {
        var row = text.Row(Results, "Dilution factor");
        var recorded = Enumerable.Range(0, text.Videos.Count).Select(v => Number(text, row, v)).Distinct().ToList();
        if (recorded.Count > 1)
        {
            draft.Fail(
                "nanosight.dilution-mixed",
                "One dilution for all videos was expected; these videos have different ones, so their concentrations are no replicates. Export each sample by itself.",
                $"row {row!.Number}");
            return null;
        }
        if (recorded[0] <= 0)
        {
            draft.Fail("nanosight.dilution-unsound", $"A dilution factor of \"{row!.Of(0)}\" is recorded.", $"row {row.Number}");
            return null;
        }
        return DilutionRule.Resolve(
            draft, recorded[0], appliedInFile: recorded[0] is not null, options.Dilution,
            [fileName, Sample(text), ExperimentName(text), .. text.Videos.Select(WithoutIndex)]);
    }

    /// <summary>The experiment's name, to which the program adds <c>_00</c>, <c>_01</c> … for its videos: these are no dilutions.</summary>
    private static string WithoutIndex(string video) =>
        video is [.., '_', >= '0' and <= '9', >= '0' and <= '9'] ? video[..^3] : video;

    private static List<MeasuredReplicate> Measured(FileDraft draft, NanoSightText text, NanoSightBlock block, SizeBins bins, SizeRange range)
    {
        var measured = new List<MeasuredReplicate>(text.Videos.Count);
        for (var video = 0; video < text.Videos.Count && !draft.HasError; video++)
        {
            if (Curve(draft, bins, Weighting.Number, block, video) is { } curve)
                measured.Add(Measured(text, block, video, curve, curve.Metrics(range)));
        }
        return measured;
    }

    private static SizeDistribution? Curve(FileDraft draft, SizeBins bins, Weighting weighting, NanoSightBlock block, int video)
    {
        var values = block.TakeColumn(video);
        // As bits, which compare many at a time: a negative number has the first one set, but for -0.
        var negative = MemoryMarshal.Cast<double, long>(values).IndexOfAnyInRange(long.MinValue + 1, -1);
        if (negative < 0)
            return SizeDistribution.Owning(bins, values, weighting);
        draft.Fail(
            "nanosight.negative-value",
            string.Create(CultureInfo.InvariantCulture, $"Particles per mL were expected, {values[negative]} was found."),
            $"row {block.HeaderRow + 1 + negative}, column {video + 2}");
        return null;
    }

    private static MeasuredReplicate Measured(NanoSightText text, NanoSightBlock block, int video, SizeDistribution curve, SizeMetrics? metrics)
    {
        double? Figure(string key) => block.Figures.TryGetValue(key, out var row) ? Number(text, row, video) : null;
        var reported = new ReportedFigures
        {
            ConcentrationPerMl = Number(text, text.Row(Results, "Concentration (Particles"), video),
            MeanNm = Figure("Mean"),
            ModeNm = Figure("Mode"),
            SdNm = Figure("SD"),
            D10Nm = Figure("D10"),
            D50Nm = Figure("D50"),
            D90Nm = Figure("D90"),
        };
        return new MeasuredReplicate(text.Videos[video], curve, metrics, curve.IsEmpty ? ReportedFigures.None : reported)
        {
            Tracks = Whole(Figure("Valid Tracks")),
            CompletedTracks = Whole(Number(text, text.Row(Results, "Completed tracks"), video)),
            EmptyReason = curve.IsEmpty ? NanoSightFindings.WhyEmpty(text, video) : null,
        };
    }

    private static int? Whole(double? number) => number is >= 0 and <= int.MaxValue ? (int)Math.Round(number.Value) : null;

    private static List<ExtraDistribution> ExtraDistributions(FileDraft draft, NanoSightText text)
    {
        var extra = new List<ExtraDistribution>();
        foreach (var block in text.Blocks.Where(b => b.Weighting is "Surface Area" or "Volume"))
        {
            var weighting = block.Weighting == "Volume" ? Weighting.Volume : Weighting.SurfaceArea;
            if (NanoSightChecks.BinsOf(draft, block) is not { } bins)
                continue;
            for (var video = 0; video < text.Videos.Count; video++)
            {
                if (Curve(draft, bins, weighting, block, video) is { } curve)
                    extra.Add(new ExtraDistribution(text.Videos[video], curve));
            }
        }
        return extra;
    }

    private static DateTime? CapturedAt(string text) =>
        DateTime.TryParseExact(
            text, ["HH:mm:ss  dd/MM/yyyy", "HH:mm:ss dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static SetUp SetUpOf(NanoSightText text) => new()
    {
        Instrument = "NanoSight",
        Software = Software(text),
        SoftwareMajor = NanoSightSoftware.Major(text.CreatedWith),
        Laser = Joined(text.Row("Conditions", "Laser Type"), text),
        CameraLevel = Joined(text.Row("Conditions", "Camera Level"), text),
        Threshold = Joined(text.Row("Settings", "Detection Threshold"), text),
        Weighting = "number",
    };

    private static List<MetadataEntry> MetadataOf(NanoSightText text) =>
        [.. text.Rows.Where(r => r.Section is "Experiment Details" or "Conditions" or "Settings" or Results or "Information" or "Concentration Warnings")
            .Select(r => new MetadataEntry(r.Key, r.Section == "Experiment Details" ? string.Join(", ", r.Cells) : Joined(r, text) ?? ""))
            .Where(m => m.Text.Length > 0)];

    private static string? Joined(NanoSightRow? row, NanoSightText text) =>
        row is null ? null : NullIfEmpty(string.Join("; ", Distinct(row, text.Videos.Count)));

    /// <summary>The words of a row, each once: mostly one.</summary>
    private static List<string> Distinct(NanoSightRow row, int videos)
    {
        var words = new List<string>(1);
        foreach (var cell in row.Cells.AsSpan(0, Math.Min(videos, row.Cells.Length)))
        {
            if (cell.Length > 0 && !words.Contains(cell))
                words.Add(cell);
        }
        return words;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
