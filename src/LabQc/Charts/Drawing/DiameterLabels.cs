namespace LabQc.Charts.Drawing;

/// <summary>
/// Where the names of D10, D50 and D90 stand: in rows above the tallest curve, so that none covers data.
/// Each upright line ends at its own row; a name that would run over a later line pushes that line to a lower row.
/// </summary>
internal sealed class DiameterLabels
{
    private const double Gap = 7;

    private readonly List<Placed> _placed = [];

    /// <param name="sheet">What measures the text.</param>
    /// <param name="lines">Names and pixels of the lines, from left to right.</param>
    /// <param name="left">Left end of the panel: the first name stands left of its line where there is room.</param>
    public DiameterLabels(Sheet sheet, IEnumerable<(string Text, double Nm, double X)> lines, double left)
    {
        foreach (var (text, nm, x) in lines)
        {
            var width = sheet.TextWidth(text, sheet.Bold(13));
            var before = _placed.Count == 0 && x - Gap - width > left + 2;
            var from = before ? x - Gap - width : x + Gap;
            var row = _placed
                .Where(p => p.From - Gap < x && x < p.To + Gap || p.From - Gap < from + width && from < p.To + Gap)
                .Select(p => p.Row + 1)
                .DefaultIfEmpty(0)
                .Max();
            _placed.Add(new Placed(text, nm, x, from, from + width, before, row));
        }
    }

    public IReadOnlyList<Placed> All => _placed;

    public int Rows => _placed.Count == 0 ? 0 : _placed.Max(p => p.Row) + 1;

    /// <summary>A line at X and its name between From and To.</summary>
    internal sealed record Placed(string Text, double Nm, double X, double From, double To, bool Before, int Row);
}
