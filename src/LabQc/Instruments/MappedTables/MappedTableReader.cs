using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>Reads a table by a mapping that a person wrote.</summary>
internal static class MappedTableReader
{
    public const string Name = "mapped-table 1";

    public static InstrumentFile Read(ReadOnlySpan<byte> text, string fileName, TableMapping mapping, ReadOptions options)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.MappedTable, Name);
        foreach (var problem in TableMappingCheck.Problems(mapping))
            draft.Fail("mapped-table.mapping-unsound", $"{mapping.Reference}, {problem}");
        if (draft.HasError)
            return draft.Refuse();
        var rows = MappedRows.Read(text, mapping, draft, options.Limits);
        var bins = draft.HasError ? null : BinsOf(rows, mapping, draft);
        var dilution = bins is null ? null : DilutionOf(draft, mapping, options);
        if (bins is null || dilution is null)
            return draft.Refuse();
        Tell(draft, mapping, bins);
        var measured = mapping.Values.Select((column, i) => Measured(rows, column, i, bins, mapping, options.Range)).ToList();
        if (measured.TrueForAll(m => m.Curve.IsEmpty))
            draft.Fail("mapped-table.failed-run", "All values are 0: a failed run, no result.", $"row {rows.FirstRow}");
        return MeasurementAssembly.Complete(draft, measured, dilution, HasConcentration(mapping), options.Range) with
        {
            Software = mapping.Instrument,
            SetUp = new SetUp { Instrument = mapping.Instrument ?? mapping.Name, Software = mapping.Reference, SoftwareMajor = mapping.Reference, Weighting = Word(mapping.Weighting) },
            Metadata = [new MetadataEntry("Mapping", mapping.Reference)],
        };
    }

    private static bool HasConcentration(TableMapping mapping) => mapping.Meaning is ValueMeaning.ParticlesPerMl or ValueMeaning.DensityPerNm;

    private static Dilution? DilutionOf(FileDraft draft, TableMapping mapping, ReadOptions options)
    {
        if (!mapping.DilutionApplied && HasConcentration(mapping))
            return DilutionRule.Resolve(draft, null, appliedInFile: false, options.Dilution, [draft.FileName]);
        var applied = mapping.DilutionApplied;
        return options.Dilution is { } stated
            ? new Dilution(stated.Factor, stated.Source, applied, null)
            : new Dilution(null, applied ? DilutionSource.File : DilutionSource.Unknown, applied, null);
    }

    private static MeasuredReplicate Measured(
        MappedRows rows, MappedColumn column, int index, SizeBins bins, TableMapping mapping, SizeRange range)
    {
        var values = rows.Values[index].ToArray();
        if (mapping.Meaning == ValueMeaning.DensityPerNm)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] *= bins.Edges[i + 1] - bins.Edges[i];
        }
        var curve = new SizeDistribution(bins, values, mapping.Weighting);
        var name = column.Name ?? (column.Number <= rows.Header.Length ? rows.Header[column.Number - 1] : "");
        return new MeasuredReplicate(name.Length > 0 ? name : $"column {column.Number}", curve, curve.Metrics(range), ReportedFigures.None)
        {
            Tracks = mapping.Meaning == ValueMeaning.Count && curve.Total <= int.MaxValue ? (int)Math.Round(curve.Total) : null,
            EmptyReason = $"column {column.Number} holds no value above 0",
        };
    }

    private static SizeBins? BinsOf(MappedRows rows, TableMapping mapping, FileDraft draft)
    {
        var factor = mapping.SizeUnit == SizeUnit.Um ? 1000 : 1;
        var sizes = rows.Sizes.Select(s => s * factor).ToArray();
        try
        {
            return mapping.SizePlace == SizePlace.Centre
                ? SizeBins.OfCentres(sizes, mapping.Centre)
                : SizeBins.OfEdges(WithOuterEdge(sizes, mapping), mapping.Centre);
        }
        catch (ArgumentException unsound)
        {
            draft.Fail("mapped-table.sizes-unsound", $"Increasing sizes were expected: {unsound.Message}", $"row {rows.FirstRow}, column {mapping.Size.Number}");
            return null;
        }
    }

    /// <summary>The edge that the table does not tell: one step, or one ratio, beyond the last (or before the first).</summary>
    private static double[] WithOuterEdge(double[] sizes, TableMapping mapping)
    {
        var logarithmic = mapping.Spacing == BinSpacing.Logarithmic;
        if (mapping.SizePlace == SizePlace.LowerEdge)
            return [.. sizes, logarithmic ? sizes[^1] * (sizes[^1] / sizes[^2]) : 2 * sizes[^1] - sizes[^2]];
        return [logarithmic ? sizes[0] * (sizes[0] / sizes[1]) : Math.Max(0, 2 * sizes[0] - sizes[1]), .. sizes];
    }

    private static void Tell(FileDraft draft, TableMapping mapping, SizeBins bins)
    {
        draft.Info("mapped-table.mapping", string.Create(CultureInfo.InvariantCulture, $"Read by the mapping {mapping.Reference}: {bins.Count} bins from {bins.Edges[0]:0.##} to {bins.Edges[^1]:0.##} nm, {Word(mapping.Weighting)}-weighted, {mapping.Values.Count} replicate(s)."));
        if (!HasConcentration(mapping))
            draft.Info("mapped-table.no-concentration", "The values are no concentrations: size is judged, concentration is not.");
    }

    private static string Word(Weighting weighting) => weighting == Weighting.SurfaceArea ? "surface-area" : weighting.ToString().ToLowerInvariant();
}
