namespace LabQc.Instruments;

/// <summary>An experiment summary as text: what stands where, before anything is made of it.</summary>
internal sealed class NanoSightText
{
    /// <summary>Line 2 without <c>Created with</c>: the program that wrote the file.</summary>
    public string CreatedWith { get; set; } = "";

    public byte Delimiter { get; set; } = (byte)',';

    public byte DecimalMark { get; set; } = (byte)'.';

    /// <summary>The videos of the manifest.</summary>
    public IReadOnlyList<string> Videos { get; set; } = [];

    /// <summary>All rows of a key and its values, in the order of the file.</summary>
    public List<NanoSightRow> Rows { get; } = [];

    /// <summary>Distributions in the order of the file.</summary>
    public List<NanoSightBlock> Blocks { get; } = [];

    /// <summary>Names of the sections that occur.</summary>
    public HashSet<string> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>The first row of a section whose key begins so.</summary>
    public NanoSightRow? Row(string section, string key) =>
        Rows.FirstOrDefault(r => r.Section == section && r.Key.StartsWith(key, StringComparison.Ordinal));
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
    public required string Section { get; init; }

    public required string Weighting { get; init; }

    /// <summary>Mean, Mode, SD, D10 … by their name.</summary>
    public Dictionary<string, NanoSightRow> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Line of the table's header.</summary>
    public int HeaderRow { get; set; }

    public List<double> Centres { get; } = new(1000);

    /// <summary>Values row by row, one per video.</summary>
    public double[] Values { get; set; } = [];

    public int PercentileRows { get; set; }

    /// <summary>Copies the values of one video.</summary>
    public void Column(int video, int videos, Span<double> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = Values[i * videos + video];
    }
}
