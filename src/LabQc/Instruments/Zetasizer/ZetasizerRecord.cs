using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Instruments;

/// <summary>One measurement of a Zetasizer: its rows in all tables of the file.</summary>
internal sealed partial class ZetasizerRecord
{
    private readonly List<(ZetasizerColumns Columns, string[] Cells, int Row)> _rows = [];

    public required string Name { get; init; }

    /// <summary>The sample's name without the number of the sub-run behind it.</summary>
    public string Sample => SubRun().Match(Name) is { Success: true } m ? m.Groups["sample"].Value : Name;

    /// <summary>The number of the sub-run; null if the name has none.</summary>
    public int? Run => SubRun().Match(Name) is { Success: true } m && int.TryParse(m.Groups["run"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null;

    public int Row => _rows[0].Row;

    /// <summary>A zeta potential, not a size.</summary>
    public required bool IsZeta { get; init; }

    public void Add(ZetasizerColumns columns, string[] cells, int row) => _rows.Add((columns, cells, row));

    public bool Has(string array) => _rows.Exists(r => r.Columns.Has(array));

    public string? SizeUnit => _rows.Select(r => r.Columns.SizeUnit).FirstOrDefault(u => u is not null);

    /// <summary>A single value, from whichever table has it.</summary>
    public string? Text(params string[] names) =>
        _rows.Select(r => r.Columns.Text(r.Cells, names)).FirstOrDefault(t => t is not null);

    /// <summary>An array, from the first table that has it.</summary>
    public IReadOnlyList<string> Array(string name) =>
        _rows.Where(r => r.Columns.Has(name)).Select(r => r.Columns.Array(r.Cells, name)).FirstOrDefault() ?? [];

    public IEnumerable<MetadataEntry> Metadata() =>
        _rows.SelectMany(r => r.Columns.Metadata(r.Cells)).DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<sample>.*\S)\s+(?<run>\d{1,4})$")]
    private static partial Regex SubRun();
}
