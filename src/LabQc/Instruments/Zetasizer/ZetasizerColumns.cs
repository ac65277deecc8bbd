using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Instruments;

/// <summary>
/// The header of a Zetasizer table: single columns by name, and arrays by name and index, whatever the order in which the
/// export template lists them.
/// </summary>
internal sealed partial class ZetasizerColumns
{
    private readonly Dictionary<string, List<int>> _single = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SortedDictionary<int, int>> _arrays = new(StringComparer.OrdinalIgnoreCase);

    public ZetasizerColumns(string[] header)
    {
        for (var column = 0; column < header.Length; column++)
        {
            if (Element().Match(header[column]) is { Success: true } element)
                AddElement(element, column);
            else if (header[column].Length > 0)
                AddSingle(header[column], column);
        }
    }

    /// <summary>Unit of <c>Sizes[…]</c> as the header writes it, such as <c>d.nm</c>; null if there are no sizes.</summary>
    public string? SizeUnit { get; private set; }

    public bool Has(string array) => _arrays.ContainsKey(array);

    /// <summary>The first cell that is not empty among the columns whose name begins so (spellings differ between templates).</summary>
    public string? Text(string[] cells, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, columns) in _single)
            {
                if (!key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                foreach (var column in columns)
                {
                    if (column < cells.Length && cells[column].Length > 0)
                        return cells[column];
                }
            }
        }
        return null;
    }

    /// <summary>The cells of an array in the order of their indices; missing ones empty.</summary>
    public IReadOnlyList<string> Array(string[] cells, string name) =>
        _arrays.TryGetValue(name, out var columns) ? [.. columns.Values.Select(c => c < cells.Length ? cells[c] : "")] : [];

    /// <summary>Single columns with their values, as metadata.</summary>
    public IEnumerable<MetadataEntry> Metadata(string[] cells) =>
        _single.Select(c => new MetadataEntry(c.Key, c.Value.Select(i => i < cells.Length ? cells[i] : "").FirstOrDefault(t => t.Length > 0) ?? ""))
            .Where(m => m.Text.Length > 0);

    private void AddElement(Match element, int column)
    {
        var name = element.Groups["name"].Value;
        if (name.Equals("Sizes", StringComparison.OrdinalIgnoreCase))
            SizeUnit ??= element.Groups["unit"].Value;
        if (!_arrays.TryGetValue(name, out var columns))
            _arrays.Add(name, columns = []);
        columns.TryAdd(int.Parse(element.Groups["index"].Value, CultureInfo.InvariantCulture), column);
    }

    private void AddSingle(string name, int column)
    {
        if (!_single.TryGetValue(name, out var columns))
            _single.Add(name, columns = []);
        columns.Add(column);
    }

    [GeneratedRegex(@"^(?<name>[^\[]+)\[(?<index>\d{1,4})\]\s*(\((?<unit>[^)]*)\))?$")]
    private static partial Regex Element();
}
