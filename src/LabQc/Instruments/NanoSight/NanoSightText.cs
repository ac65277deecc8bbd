namespace LabQc.Instruments;

/// <summary>An experiment summary as text: what stands where, before anything is made of it.</summary>
internal sealed class NanoSightText
{
    private readonly List<NanoSightRow> _rows = new(100);
    private readonly Dictionary<string, List<NanoSightRow>> _bySection = new(StringComparer.Ordinal);

    /// <summary>Line 2 without <c>Created with</c>: the program that wrote the file.</summary>
    public string CreatedWith { get; set; } = "";

    public byte Delimiter { get; set; } = (byte)',';

    public byte DecimalMark { get; set; } = (byte)'.';

    /// <summary>The videos of the manifest.</summary>
    public IReadOnlyList<string> Videos { get; set; } = [];

    /// <summary>All rows of a key and its values, in the order of the file.</summary>
    public IReadOnlyList<NanoSightRow> Rows => _rows;

    /// <summary>Distributions in the order of the file.</summary>
    public List<NanoSightBlock> Blocks { get; } = [];

    /// <summary>Names of the sections that occur.</summary>
    public HashSet<string> Sections { get; } = new(StringComparer.Ordinal);

    public void Add(NanoSightRow row)
    {
        _rows.Add(row);
        if (!_bySection.TryGetValue(row.Section, out var section))
            _bySection.Add(row.Section, section = new List<NanoSightRow>(20));
        section.Add(row);
    }

    /// <summary>The first row of a section whose key begins so.</summary>
    public NanoSightRow? Row(string section, string key)
    {
        if (!_bySection.TryGetValue(section, out var rows))
            return null;
        foreach (var row in rows)
        {
            if (row.Key.StartsWith(key, StringComparison.Ordinal))
                return row;
        }
        return null;
    }

    /// <summary>The rows of a section.</summary>
    public IReadOnlyList<NanoSightRow> Section(string section) => _bySection.TryGetValue(section, out var rows) ? rows : [];
}

/// <summary>A row of a key and its values.</summary>
/// <param name="Section">Without brackets.</param>
/// <param name="Key">First cell.</param>
/// <param name="Cells">The others.</param>
/// <param name="Number">Line in the file, from 1.</param>
internal sealed record NanoSightRow(string Section, string Key, string[] Cells, int Number)
{
    /// <summary>The cell of a video, counted from 0; empty where the row is short.</summary>
    public string Of(int video) => video < Cells.Length ? Cells[video] : "";
}

/// <summary>One distribution table with its reported figures.</summary>
internal sealed class NanoSightBlock
{
    private const int UsualBins = 1000;
    private double[][] _columns = [];

    public required string Section { get; init; }

    public required string Weighting { get; init; }

    /// <summary>Mean, Mode, SD, D10 … by their name.</summary>
    public Dictionary<string, NanoSightRow> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Line of the table's header.</summary>
    public int HeaderRow { get; set; }

    public List<double> Centres { get; } = new(UsualBins);

    public int PercentileRows { get; set; }

    /// <summary>Adds a bin: its centre, and a value per video.</summary>
    public void Add(double centre, ReadOnlySpan<double> values)
    {
        if (_columns.Length == 0)
            _columns = [.. Enumerable.Range(0, values.Length).Select(_ => GC.AllocateUninitializedArray<double>(UsualBins))];
        var (columns, bin) = (_columns, Centres.Count);
        for (var video = 0; video < values.Length && video < columns.Length; video++)
        {
            if (bin >= columns[video].Length)
                Array.Resize(ref columns[video], checked(2 * bin));
            columns[video][bin] = values[video];
        }
        Centres.Add(centre);
    }

    /// <summary>The values of one video, an array that nothing else holds on to: ask once.</summary>
    public double[] TakeColumn(int video)
    {
        Array.Resize(ref _columns[video], Centres.Count);
        return _columns[video];
    }
}
