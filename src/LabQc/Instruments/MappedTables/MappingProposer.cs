using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>
/// Looks at a file and proposes a mapping: the longest run of rows that are numbers, its header, the first column that
/// increases as sizes, the others as replicates, and what their names say.
/// </summary>
public static class MappingProposer
{
    private static readonly string[] NoReplicates = ["average", "mean", "standard error", "std", "st.dev", "stdev", "error", "cumul", "undersize", "percentile"];

    /// <summary>Proposes a mapping under a name, version 1.</summary>
    public static MappingProposal Propose(ReadOnlyMemory<byte> file, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var text = TextBytes.Normalise(file).Span;
        var table = TableSearch.Longest(text);
        if (table is null)
            return new MappingProposal(null, ["No table was found: at least five rows of two or more numbers were expected."]);
        var size = SizeColumn(table);
        if (size < 0)
            return new MappingProposal(null, [$"The table from line {table.FirstRow} on has no column whose numbers increase from row to row, as sizes do."]);
        return Of(table, size, name);
    }

    private static MappingProposal Of(FoundTable table, int size, string name)
    {
        var notes = new List<string>();
        var header = table.HeaderOf(size);
        var values = ValueColumns(table, size, notes);
        if (values.Count == 0)
            return new MappingProposal(null, [.. notes, "No column is left for values."]);
        var words = string.Join(" ", values.Select(table.HeaderOf)).ToLowerInvariant();
        var mapping = new TableMapping
        {
            Name = name,
            Version = 1,
            Delimiter = table.Delimiter,
            DecimalMark = table.DecimalMark,
            HeaderRow = table.HeaderRow,
            FirstRow = table.FirstRow == table.HeaderRow + 1 ? null : table.FirstRow,
            Size = Column(table, size),
            SizePlace = Place(header, notes),
            SizeUnit = Unit(header, table.Column(size), notes),
            Spacing = Spacing(table.Column(size)),
            Values = [.. values.Select(v => Column(table, v))],
            Meaning = Meaning(words, notes),
            Weighting = WeightingOf(words + " " + header.ToLowerInvariant(), notes),
        };
        notes.Add("Whether the values are already multiplied by the dilution cannot be seen: dilution_applied is set to false.");
        return new MappingProposal(mapping, notes);
    }

    private static MappedColumn Column(FoundTable table, int column) =>
        new(column + 1, table.HeaderOf(column) is { Length: > 0 } header ? header : null);

    private static int SizeColumn(FoundTable table)
    {
        var increasing = Enumerable.Range(0, table.Columns).Where(c => Increases(table.Column(c))).ToList();
        var named = increasing.FindIndex(c => Says(table.HeaderOf(c), "size", "diam", "nm", "bin"));
        return increasing.Count == 0 ? -1 : increasing[Math.Max(0, named)];
    }

    private static bool Increases(IReadOnlyList<double> column) =>
        column[0] >= 0 && column.Zip(column.Skip(1)).All(pair => pair.Second > pair.First);

    private static List<int> ValueColumns(FoundTable table, int size, List<string> notes)
    {
        var candidates = Enumerable.Range(0, table.Columns).Where(c => c != size && table.Column(c).All(v => v >= 0)).ToList();
        var left = candidates.Where(c => Says(table.HeaderOf(c), NoReplicates)).ToList();
        if (left.Count > 0 && left.Count < candidates.Count)
        {
            notes.Add($"Not taken for replicates by their names: {string.Join(", ", left.Select(c => $"\"{table.HeaderOf(c)}\""))}.");
            candidates.RemoveAll(left.Contains);
        }
        if (candidates.Count > 1)
            notes.Add($"{candidates.Count} columns are taken for replicates: remove those that are none.");
        return candidates;
    }

    private static SizePlace Place(string header, List<string> notes)
    {
        if (Says(header, "lower", "from", "min", "start"))
            return SizePlace.LowerEdge;
        if (Says(header, "upper", "up to", "max", "end", "undersize"))
            return SizePlace.UpperEdge;
        if (!Says(header, "centre", "center", "mid", "mean"))
            notes.Add("The sizes are taken for the centres of their bins; the header does not say so.");
        return SizePlace.Centre;
    }

    private static SizeUnit Unit(string header, IReadOnlyList<double> sizes, List<string> notes)
    {
        if (Says(header, "µm", "μm", "(um", "micron"))
            return SizeUnit.Um;
        if (Says(header, "nm"))
            return SizeUnit.Nm;
        var unit = sizes[^1] < 20 ? SizeUnit.Um : SizeUnit.Nm;
        notes.Add($"The header names no unit: {(unit == SizeUnit.Um ? "µm" : "nm")} is guessed from the largest size.");
        return unit;
    }

    private static BinSpacing Spacing(IReadOnlyList<double> sizes)
    {
        if (sizes[0] <= 0)
            return BinSpacing.Linear;
        var steps = sizes.Zip(sizes.Skip(1), (a, b) => b - a).ToList();
        var ratios = sizes.Zip(sizes.Skip(1), (a, b) => b / a).ToList();
        return ratios.Max() / ratios.Min() < steps.Max() / steps.Min() ? BinSpacing.Logarithmic : BinSpacing.Linear;
    }

    private static ValueMeaning Meaning(string words, List<string> notes)
    {
        if (Says(words, "/nm", "per nm", "density"))
            return ValueMeaning.DensityPerNm;
        if (Says(words, "/ml", "/ ml", "per ml", "cm-3", "/cm", "ml-1", "concentration"))
            return ValueMeaning.ParticlesPerMl;
        if (Says(words, "%", "percent"))
            return ValueMeaning.Percent;
        if (!Says(words, "count", "number", "particles"))
            notes.Add("The header does not say what the values are: count is guessed.");
        return ValueMeaning.Count;
    }

    private static Weighting WeightingOf(string words, List<string> notes)
    {
        if (Says(words, "intensit"))
            return Weighting.Intensity;
        if (Says(words, "volume"))
            return Weighting.Volume;
        if (Says(words, "surface"))
            return Weighting.SurfaceArea;
        notes.Add("The values are taken to be weighted by number.");
        return Weighting.Number;
    }

    private static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
