using LabQc.Instruments;
using LabQc.Measurements;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Measurements;

/// <summary>Something that was noticed about a file.</summary>
/// <param name="Tone">ok, warn, fail or none.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="Words">What.</param>
/// <param name="Where">Its place in the file; null where the whole file is meant.</param>
internal sealed record RunFinding(string Tone, string Icon, string Words, string? Where);

/// <summary>One waiting file, as the page shows it before it is taken.</summary>
internal sealed record RunView
{
    public required FilePreview Preview { get; init; }

    /// <summary>Counts the files of the page from 1; for ids.</summary>
    public required int Number { get; init; }

    /// <summary>Software, replicates, size.</summary>
    public required string About { get; init; }

    /// <summary>ok, warn, fail or none, and the words beside the mark.</summary>
    public required string Tone { get; init; }

    public required string Words { get; init; }

    public required IReadOnlyList<RunFigures> Figures { get; init; }

    public required IReadOnlyList<RunFinding> Findings { get; init; }

    /// <summary>Which file this one is the position table of; null where it stands for itself.</summary>
    public string? TableOf { get; init; }

    /// <summary>Files that would be taken with it, as one measurement.</summary>
    public required int InMeasurement { get; init; }

    public string Sha256 => Preview.File.Sha256;

    public StagedOptions Options => Preview.Options;

    /// <summary>Whether a person has to say how far the sample was diluted before its concentration is a result. Beads are judged by size.</summary>
    public bool AsksDilution => Preview.NeedsDilution && !Options.IsBeadCheck;

    /// <summary>Whether it goes with all ready files.</summary>
    public bool IsReady => Preview.IsReady && !AsksDilution && !Preview.IsFailedRun;

    /// <summary>Whether only the concentration would be no result.</summary>
    public bool CanGoWithoutDilution => Preview.IsReady && AsksDilution;

    public bool CanBeKeptAsFailed => Preview.IsReady && Preview.IsFailedRun;

    /// <summary>Whether it is a table that only a column mapping can read.</summary>
    public bool AsksMapping => Options.Mapping is not null || Preview.Entries.Any(e => e.Format == InstrumentFormats.MappedTable)
        || (Preview.Refusal is not null && Preview.Entries.All(e => e.Format == InstrumentFormats.Unknown));

    /// <summary>What is still to be said, in words. A measurement is named once its lot or instrument is.</summary>
    public IReadOnlyList<string> Asked =>
        [.. Preview.Problems.Where(p => p.Where != "measurement" || Preview.Problems.Count == 1).Select(p => p.Message)];

    /// <summary>Whether something is still to be said among the details.</summary>
    public bool IsOpened => Preview.Problems.Any(p => p.Where is "instrument" or "purpose") || Preview.Problems is [{ Where: "measurement" }];

    public bool IsZetaView => Preview.Entries.Any(e => e.Format == InstrumentFormats.ZetaViewSize);

    public string TakeWords => InMeasurement > 1 ? $"Take {Options.Measurement}, {InMeasurement} files" : "Take";

    /// <summary>The sketch of the first sample that was measured.</summary>
    public IHtmlContent Sketch() => RunSketch.Of(Preview.Entries.FirstOrDefault(e => e.AveragedCurve is not null)?.AveragedCurve, $"hatch-{Number}");

    /// <summary>The name under which a field of this file is sent.</summary>
    public string Field(string name) => $"Files[{Sha256}].{name}";

    /// <summary>All waiting files.</summary>
    public static IReadOnlyList<RunView> Of(IReadOnlyList<FilePreview> previews)
    {
        var names = previews.ToDictionary(p => p.File.Sha256, p => p.File.FileName, StringComparer.Ordinal);
        return [.. previews.Select((preview, i) => Of(preview, i + 1, names, previews.Count(other => IsTakenWith(preview, other))))];
    }

    /// <summary>Whether two files are parts of one measurement, and both can be taken.</summary>
    public static bool IsTakenWith(FilePreview one, FilePreview other) =>
        other.IsReady && other.IsFailedRun == one.IsFailedRun && other.Options.Measurement == one.Options.Measurement
        && other.Options.IsBeadCheck == one.Options.IsBeadCheck
        && (one.Options.IsBeadCheck ? other.Options.Instrument == one.Options.Instrument : other.Options.Lot == one.Options.Lot);

    private static RunView Of(FilePreview preview, int number, Dictionary<string, string> names, int inMeasurement)
    {
        var asks = preview.NeedsDilution && !preview.Options.IsBeadCheck;
        var (tone, words) = Standing(preview, asks);
        return new RunView
        {
            Preview = preview,
            Number = number,
            About = AboutOf(preview),
            Tone = tone,
            Words = words,
            Figures = [.. preview.Entries.Where(e => e.Status is FileStatus.Read or FileStatus.FailedRun).Select(RunFigures.Of)],
            Findings = [.. DilutionOf(preview), .. preview.Entries.SelectMany(e => e.Findings).Where(f => f.Message != preview.Refusal).Select(Finding)],
            TableOf = preview.PartOf is { } owner ? names.GetValueOrDefault(owner) : null,
            InMeasurement = inMeasurement,
        };
    }

    private static (string Tone, string Words) Standing(FilePreview preview, bool asksDilution) => preview switch
    {
        { StandsAs: { } standing } => ("none", $"Stands already as {standing}"),
        { Refusal: not null } => ("fail", "Cannot be taken"),
        { PartOf: not null } => ("ok", "Goes with its measurement"),
        { Problems.Count: > 0 } => ("warn", !preview.LotIsKnown ? "No such lot" : preview.Problems.Any(p => p.Where == "lot") ? "Lot unknown" : preview.Problems.Any(p => p.Where == "instrument") ? "Instrument unknown" : "Not complete"),
        { IsFailedRun: true } => ("fail", "Failed run"),
        _ when asksDilution => ("warn", "Dilution unknown"),
        { IsCompanion: true } => ("ok", "Ready to be kept beside the lot"),
        _ => ("ok", "Ready"),
    };

    private static string AboutOf(FilePreview preview)
    {
        var replicates = preview.Entries.Sum(e => e.Replicates.Count);
        var software = preview.Entries.Select(e => e.Software).FirstOrDefault(s => !string.IsNullOrEmpty(s));
        return string.Join(" · ", new[]
        {
            software,
            preview.Entries.Count > 1 ? $"{preview.Entries.Count} samples" : null,
            replicates == 0 ? null : $"{replicates} {(replicates == 1 ? "replicate" : "replicates")}",
            preview.Entries.Select(e => e.CapturedText).FirstOrDefault(t => !string.IsNullOrEmpty(t)) is { } measured ? $"measured {measured}" : null,
            Batches.Figures.Bytes(preview.File.Size),
        }.OfType<string>());
    }

    private static IEnumerable<RunFinding> DilutionOf(FilePreview preview) => preview.Entries
        .Where(e => e.Status == FileStatus.Read && e.Dilution.Factor is not null)
        .Take(1)
        .Select(e => new RunFinding("ok", "v-ok", $"Dilution {NumberView.Set(e.Dilution.Factor!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))} {(e.Dilution.Source == DilutionSource.File ? "from the file" : "as you said")}{(e.Dilution.AppliedInFile ? ", already applied in it" : "")}", null));

    private static RunFinding Finding(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => new("fail", "v-fail", finding.Message, finding.Where),
        FindingSeverity.Warning => new("warn", "i-warn", finding.Message, finding.Where),
        _ => new("none", "i-info", finding.Message, finding.Where),
    };
}
