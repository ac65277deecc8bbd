using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Measurements;

/// <summary>A file on its way into the registry.</summary>
internal sealed record OpenedFile
{
    public required ManifestRow Row { get; init; }
    public required string FileName { get; init; }
    public byte[] Content { get; init; } = [];
    public string Sha256 { get; init; } = "";
    public NamedBytes? PositionTable { get; init; }
    public TableMapping? Mapping { get; init; }
    /// <summary>All that was read of it.</summary>
    public IReadOnlyList<InstrumentFile> Entries { get; init; } = [];
    /// <summary>The distributions of each entry's replicates in their packed form: ready when the registry is to be written.</summary>
    private IReadOnlyList<IReadOnlyList<byte[]?>> Packed { get; init; } = [];
    /// <summary>The entries that belong to the lot.</summary>
    public IReadOnlyList<ReadEntry> Chosen { get; init; } = [];
    public string? Problem { get; init; }

    /// <summary>Whether it holds no size distribution, but belongs to a measurement.</summary>
    public bool IsCompanion => Entries.Count > 0 && Entries.All(e => e.Status == FileStatus.Companion);

    /// <summary>
    /// Opens a file and reads it, unless a column mapping is to read it, which the registry keeps. What stands in the way is its
    /// problem. Touches no registry but where the files themselves are kept in one, see <see cref="IFileSource.IsApart"/>.
    /// </summary>
    public static OpenedFile Open(ManifestRow row, IFileSource source)
    {
        var opened = new OpenedFile { Row = row, FileName = Path.GetFileName(row.File) };
        try
        {
            var file = source.Read(row.File);
            var positions = row.PositionTable is { } name && source.Read(name) is var table ? new NamedBytes(table.Name, table.Content) : null;
            opened = opened with { FileName = file.Name, Content = file.Content, Sha256 = RawFileStore.Sha256Of(file.Content), PositionTable = positions };
        }
        catch (IOException unreadable)
        {
            return opened with { Problem = unreadable.Message };
        }
        catch (UnauthorizedAccessException forbidden)
        {
            return opened with { Problem = forbidden.Message };
        }
        return row.Mapping is null ? opened.Read(null) : opened;
    }

    /// <summary>Reads the bytes by the rules of their format, or of a column mapping.</summary>
    public OpenedFile Read(TableMapping? mapping)
    {
        var entries = InstrumentReader.Read(Content, FileName, new ReadOptions
        {
            Dilution = Row.Dilution is { } factor ? new StatedDilution(factor, DilutionSource.Operator) : null,
            PositionTable = PositionTable,
            Mapping = mapping,
        });
        return this with
        {
            Mapping = mapping,
            Entries = entries,
            Packed = [.. entries.Select(e => (IReadOnlyList<byte[]?>)[.. e.Replicates.Select(r => r.Distribution is { } d ? DistributionCodec.Encode(d) : null)])],
        };
    }

    public OpenedFile Choose(Func<InstrumentFile, bool> isChosen) => this with
    {
        Chosen = [.. Entries.Select((entry, i) => new ReadEntry(i, entry, Packed[i])).Where(e => isChosen(e.File))],
    };

    public IntakeResult Result(IntakeOutcome outcome, string? problem) => new()
    {
        Row = Row,
        Outcome = outcome,
        Entries = Entries,
        Problem = problem,
    };
}

/// <summary>Which samples of a file belong to a lot.</summary>
internal static class SampleChoice
{
    /// <summary>
    /// The file's one sample, with a warning where its name does not fit the lot; of several samples the one that is named
    /// after the lot.
    /// </summary>
    public static OpenedFile OfLot(OpenedFile opened, string lot)
    {
        var samples = opened.Entries.Where(e => e.Status != FileStatus.Companion).ToList();
        if (samples.Count <= 1)
            return (opened with { Entries = [.. opened.Entries.Select(e => Warned(e, lot))] }).Choose(e => e.Status != FileStatus.Companion);
        var own = samples.Where(s => Fits(s.Sample, lot)).ToList();
        return own.Count == 1
            ? opened.Choose(own.Contains)
            : opened with
            {
                Problem = $"it holds {samples.Count} samples ({string.Join(", ", samples.Select(s => s.Sample ?? "without a name"))}), and {(own.Count == 0 ? "none is" : "more than one is")} named after lot {lot}; export the lot's sample alone",
            };
    }

    private static InstrumentFile Warned(InstrumentFile entry, string lot) =>
        entry.Status == FileStatus.Companion || string.IsNullOrWhiteSpace(entry.Sample) || Fits(entry.Sample, lot)
            ? entry
            : entry with
            {
                Findings =
                [
                    .. entry.Findings,
                    new Finding(FindingSeverity.Warning, "import.sample-name",
                        $"The sample in the file is called \"{entry.Sample}\", which does not fit lot {lot}. Check that it is the right file.", null),
                ],
            };

    private static bool Fits(string? sample, string lot) =>
        sample is not null && Letters(sample).Contains(Letters(lot), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
