using System.Globalization;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Instruments;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>Reads uploaded files without storing anything of them in the record, and proposes what each of them is.</summary>
public sealed partial class ImportPreviews(LabWork work)
{
    private const string PositionTableEnd = "_11pos";
    private readonly StagedFileStore _staged = new(work);
    private readonly MeasurementStore _measurements = new(work);
    private readonly SavedMappings _mappings = new(work, new StagedFileStore(work));
    private readonly IReadOnlyList<string> _lots = new LotNumberStore(work).All();
    private readonly IReadOnlyList<Instrument> _instruments = new InstrumentStore(work).InForce();

    /// <summary>Previews of the person's waiting files, read together: files of one lot share a proposed measurement.</summary>
    public IReadOnlyList<FilePreview> All() => Of(_staged.List());

    /// <summary>Previews of some waiting files.</summary>
    public IReadOnlyList<FilePreview> Of(IReadOnlyList<StagedFile> files) =>
        Named(Paired([.. files.Select(f => Read(f, files))]));

    private FilePreview Read(StagedFile file, IReadOnlyList<StagedFile> together)
    {
        var options = file.Options with { Purpose = file.Options.Purpose ?? "sample", PositionTable = file.Options.PositionTable ?? PositionTableOf(file, together) };
        var (entries, refusal) = Entries(file, options);
        var measured = entries.FirstOrDefault(e => e.Status is FileStatus.Read or FileStatus.FailedRun) ?? (entries.Count > 0 ? entries[0] : null);
        var instrument = options.Instrument is null && measured is not null ? InstrumentMatch.Of(measured, _instruments) : null;
        var lot = options.Lot is null && !options.IsBeadCheck ? LotNameMatch.Of([file.FileName, .. entries.Select(e => e.Sample).OfType<string>()], _lots) : null;
        return new FilePreview
        {
            File = file,
            Entries = entries,
            Options = options with { Lot = options.Lot ?? lot?.Lot, Instrument = options.Instrument ?? instrument?.Instrument },
            LotReason = lot?.Reason ?? "",
            LotIsKnown = options.IsBeadCheck || options.Lot is null || _lots.Contains(options.Lot, StringComparer.Ordinal),
            InstrumentReason = instrument?.Reason ?? "",
            StandsAs = _measurements.MeasurementOf(file.Sha256),
            Refusal = refusal ?? entries.FirstOrDefault(e => e.Status == FileStatus.Refused)?.Problem,
            NeedsDilution = FilePreview.LacksDilution(entries),
        };
    }

    private (IReadOnlyList<InstrumentFile> Entries, string? Refusal) Entries(StagedFile file, StagedOptions options)
    {
        try
        {
            return (InstrumentReader.Read(_staged.Content(file.Sha256), file.FileName, new ReadOptions
            {
                Dilution = options.Dilution is { } text && ImportManifest.ParseDilution(text) is { } factor ? new StatedDilution(factor, DilutionSource.Operator) : null,
                PositionTable = options.PositionTable is { } table && _staged.Find(table) is { } positions ? new NamedBytes(positions.FileName, _staged.Content(table)) : null,
                Mapping = options.Mapping is { } named ? _mappings.Saved(named) : null,
            }), null);
        }
        catch (RefusalException refused)
        {
            return ([], refused.Message);
        }
    }

    /// <summary>The position table that a ZetaView writes beside its file, by its name.</summary>
    private static string? PositionTableOf(StagedFile file, IReadOnlyList<StagedFile> together) =>
        together.FirstOrDefault(t => Path.GetFileNameWithoutExtension(t.FileName) == Path.GetFileNameWithoutExtension(file.FileName) + PositionTableEnd)?.Sha256;

    /// <summary>Says of position tables whose they are; they are taken with that file.</summary>
    private static List<FilePreview> Paired(List<FilePreview> previews)
    {
        var owners = previews.Where(p => p.Options.PositionTable is not null)
            .GroupBy(p => p.Options.PositionTable!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().File.Sha256, StringComparer.Ordinal);
        return [.. previews.Select(p => p with { PartOf = owners.GetValueOrDefault(p.File.Sha256) })];
    }

    /// <summary>
    /// Proposes names of measurements: the next one of the lot (or of a bead check's instrument), the same for all files of one
    /// purpose and format that were uploaded together.
    /// </summary>
    private List<FilePreview> Named(List<FilePreview> previews)
    {
        var given = previews.Select(p => (Owner: OwnerOf(p), p.Options.Measurement)).Where(p => p.Measurement is not null).ToHashSet();
        var named = new Dictionary<(string?, string?, string), string>();
        return [.. previews.Select(preview =>
        {
            if (preview.PartOf is not null || preview.Options.Measurement is not null || OwnerOf(preview) is not { } owner)
                return preview;
            var group = (owner, preview.Options.Purpose, FormatOf(preview));
            if (!named.TryGetValue(group, out var name))
            {
                name = NextName(preview, owner, given.Where(g => g.Owner == owner).Select(g => g.Measurement!));
                named[group] = name;
                given.Add((owner, name));
            }
            return preview with { Options = preview.Options with { Measurement = name } };
        })];
    }

    private static string? OwnerOf(FilePreview preview) => preview.Options.IsBeadCheck ? preview.Options.Instrument : preview.Options.Lot;

    private static string FormatOf(FilePreview preview) =>
        preview.Entries.FirstOrDefault(e => e.Status != FileStatus.Companion)?.Format ?? "";

    private string NextName(FilePreview preview, string owner, IEnumerable<string> given)
    {
        var letter = preview.Options.Purpose switch { "blank" => "B", "bead-check" => "BEADS", _ => "M" };
        var standing = preview.Options.IsBeadCheck ? _measurements.BeadChecks(owner) : _measurements.OfLot(owner);
        var highest = standing.Select(m => m.Row.Name).Concat(given).Select(n => NumberOf(n, letter)).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{letter}{highest + 1}");
    }

    private static int NumberOf(string name, string letter) =>
        Numbered().Match(name) is { Success: true } found && found.Groups["letter"].Value == letter
            ? int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex("^(?<letter>[A-Z]+)(?<number>[0-9]{1,6})$")]
    private static partial Regex Numbered();
}
