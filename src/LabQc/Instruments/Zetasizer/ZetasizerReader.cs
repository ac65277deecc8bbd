using System.Globalization;
using LabQc.SizeDistributions;
using LabQc.Statistics;

namespace LabQc.Instruments;

/// <summary>
/// Reads size tables of Malvern's Zetasizer (dynamic light scattering): one answer per sample, its sub-runs as replicates.
/// Light scattering measures intensities and counts nothing: there is no concentration and there are no tracks.
/// </summary>
internal static class ZetasizerReader
{
    public const string Name = "zetasizer-size-table 1";

    private static readonly (string Array, Weighting Weighting)[] Weightings =
        [("Intensities", Weighting.Intensity), ("Volumes", Weighting.Volume), ("Numbers", Weighting.Number)];

    public static IReadOnlyList<InstrumentFile> Read(ReadOnlySpan<byte> bytes, string fileName, ReadOptions options)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetasizerSizeTable, Name);
        var records = ZetasizerParser.Parse(bytes, draft, options.Limits);
        if (!draft.HasError && records.Count == 0)
            draft.Fail("zetasizer.no-rows", "At least one row under the header was expected; the file ends there.", "row 1");
        if (draft.HasError)
            return [draft.Refuse()];
        var files = records.Where(r => !r.IsZeta).GroupBy(r => r.Sample, StringComparer.Ordinal)
            .Select(g => ReadSample([.. g], fileName, options)).ToList();
        var zeta = records.Where(r => r.IsZeta).ToList();
        if (zeta.Count > 0)
            files.Add(Zeta(zeta, fileName));
        return files;
    }

    private static InstrumentFile ReadSample(List<ZetasizerRecord> records, string fileName, ReadOptions options)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetasizerSizeTable, Name);
        var chosen = Array.FindIndex(Weightings, w => records.TrueForAll(r => r.Has("Sizes") && r.Has(w.Array)));
        if (chosen < 0)
            draft.Fail("zetasizer.no-distribution", $"Columns Sizes[…] and Intensities[…] were expected for \"{records[0].Sample}\": choose an export template with the whole distribution.", $"row {records[0].Row}");
        var measured = chosen < 0 ? [] : Measured(draft, records, Weightings[chosen].Array, Weightings[chosen].Weighting, options.Range);
        if (measured.Select(m => m.Curve.Bins).Distinct().Count() > 1)
            draft.Fail("zetasizer.sizes-differ", $"The runs of \"{records[0].Sample}\" have different size classes: they are no replicates.");
        var extra = draft.HasError ? [] : Weightings.Skip(chosen + 1).SelectMany(w => Extra(draft, records, w.Array, w.Weighting)).ToList();
        if (draft.HasError)
            return draft.Refuse() with { Sample = records[0].Sample, Software = Software(records[0]) };
        Tell(draft, records, measured, Weightings[chosen].Weighting);
        var dilution = options.Dilution is { } stated ? new Dilution(stated.Factor, stated.Source, false, null) : Dilution.Unknown;
        return MeasurementAssembly.Complete(draft, measured, dilution, hasConcentration: false, options.Range) with
        {
            Sample = records[0].Sample,
            Software = Software(records[0]),
            Operator = records[0].Text("SOP User Name", "Operator"),
            CapturedText = records[0].Text("Measurement Date and Time"),
            Captured = CapturedAt(records[0].Text("Measurement Date and Time")),
            SetUp = SetUpOf(records[0], Weightings[chosen].Weighting),
            Metadata = [.. records[0].Metadata()],
            ExtraDistributions = extra,
        };
    }

    private static List<MeasuredReplicate> Measured(
        FileDraft draft, List<ZetasizerRecord> records, string array, Weighting weighting, SizeRange range)
    {
        var measured = new List<MeasuredReplicate>();
        foreach (var record in records)
        {
            if (Curve(draft, record, array, weighting) is not { } curve)
                continue;
            var reported = new ReportedFigures { MeanNm = Number(record.Text($"{weighting} Mean (d.nm)")) };
            measured.Add(new MeasuredReplicate(record.Name, curve, curve.Metrics(range), reported) { EmptyReason = "no distribution: all classes are 0 percent" });
        }
        return measured;
    }

    private static IEnumerable<ExtraDistribution> Extra(FileDraft draft, List<ZetasizerRecord> records, string array, Weighting weighting)
    {
        foreach (var record in records.Where(r => r.Has(array)))
        {
            if (Curve(draft, record, array, weighting) is { } curve)
                yield return new ExtraDistribution(record.Name, curve);
        }
    }

    private static SizeDistribution? Curve(FileDraft draft, ZetasizerRecord record, string array, Weighting weighting)
    {
        var (sizes, shares) = (Numbers(record.Array("Sizes")), Numbers(record.Array(array)));
        var where = $"row {record.Row}";
        if (sizes is null || shares is null || sizes.Length != shares.Length)
        {
            draft.Fail("zetasizer.not-a-number", $"As many sizes as {array.ToLowerInvariant()}, all of them numbers, were expected for \"{record.Name}\": cells are empty or no numbers, or the row is cut off.", where);
            return null;
        }
        if (record.SizeUnit is not (null or "d.nm" or "nm" or "r.nm"))
        {
            draft.Fail("zetasizer.unit", $"Sizes in nm of diameter were expected, found \"{record.SizeUnit}\".", where);
            return null;
        }
        if (record.SizeUnit == "r.nm")
            sizes = [.. sizes.Select(s => 2 * s)];
        try
        {
            return new SizeDistribution(SizeBins.OfCentres(sizes, BinCentre.Geometric), shares, weighting);
        }
        catch (ArgumentException unsound)
        {
            draft.Fail("zetasizer.table-unsound", $"\"{record.Name}\", {array}: {unsound.Message}", where);
            return null;
        }
    }

    private static void Tell(FileDraft draft, List<ZetasizerRecord> records, List<MeasuredReplicate> measured, Weighting weighting)
    {
        draft.Info("zetasizer.no-concentration", $"Light scattering counts no particles: there is no concentration, and percentages are of {Word(weighting)}, not comparable with those of counted particles.");
        foreach (var run in measured.Where(m => !m.Curve.IsEmpty && Math.Abs(m.Curve.Total - 100) > 1))
            draft.Warn("zetasizer.sum", string.Create(CultureInfo.InvariantCulture, $"{run.Name}: the classes add up to {run.Curve.Total:0.0} percent; 100 were expected."));
        foreach (var run in measured.Where(m => m.Curve.IsEmpty))
            draft.Warn("zetasizer.empty-run", $"{run.Name}: {run.EmptyReason}. It is left out.");
        if (measured.TrueForAll(m => m.Curve.IsEmpty))
            draft.Fail("zetasizer.failed-run", "No run holds a distribution: a failed run, no result.");
        var runs = records.Select(r => r.Run).OfType<int>().ToList();
        if (runs.Count > 1 && runs[0] != 1)
            draft.Warn("zetasizer.runs", $"The runs of \"{records[0].Sample}\" are numbered {string.Join(", ", runs)}: check that they are runs of one sample.");
        TellOfAverages(draft, records);
    }

    private static void TellOfAverages(FileDraft draft, List<ZetasizerRecord> records)
    {
        var z = records.Select(r => Number(r.Text("Z-Average (d.nm)", "Z-Ave (d.nm)"))).OfType<double>().ToList();
        var pdi = records.Where(r => r.Text("PdI") is not null).Select(r => Number(r.Text("PdI"))).OfType<double>().ToList();
        if (z.Count > 0)
            draft.Info("zetasizer.z-average", string.Create(CultureInfo.InvariantCulture, $"Z-average {z.Average():0.0} nm{(pdi.Count > 0 ? $", polydispersity index {pdi.Average().ToString("0.000", CultureInfo.InvariantCulture)}" : "")} (means of {z.Count} runs, as reported)."));
    }

    private static InstrumentFile Zeta(List<ZetasizerRecord> records, string fileName)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetasizerZetaTable, "zetasizer-zeta-table 1");
        var potentials = records.Select(r => r.Text("Zeta Potential (mV)")).Where(p => p is not null).ToList();
        draft.Info("zetasizer.zeta-table", $"{records.Count} zeta potential measurements{(potentials.Count > 0 ? $" ({string.Join(", ", potentials)} mV)" : "")}: kept, no size measurement.");
        return draft.Finish(FileStatus.Companion) with { Sample = records[0].Sample, Software = Software(records[0]) };
    }

    private static SetUp SetUpOf(ZetasizerRecord record, Weighting weighting) => new()
    {
        Instrument = "Zetasizer",
        SerialNumber = record.Text("Serial Number"),
        Software = Software(record),
        SoftwareMajor = Software(record) is { } software ? software[..(software.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? dot : software.Length)] : null,
        Weighting = Word(weighting),
    };

    private static string? Software(ZetasizerRecord record) => record.Text("S/W Version") is { } version ? $"Zetasizer {version}" : null;

    private static string Word(Weighting weighting) => weighting.ToString().ToLowerInvariant();

    private static double[]? Numbers(IReadOnlyList<string> cells)
    {
        var numbers = cells.Select(Number).ToList();
        return numbers.Count < 2 || numbers.Contains(null) ? null : [.. numbers.Select(n => n!.Value)];
    }

    private static double? Number(string? cell) =>
        InstrumentNumber.Parse(cell, cell?.Contains(',', StringComparison.Ordinal) == true ? ',' : '.');

    private static DateTime? CapturedAt(string? text) =>
        DateTime.TryParseExact(
            text, ["dddd, d MMMM yyyy HH:mm:ss", "d MMMM yyyy HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
