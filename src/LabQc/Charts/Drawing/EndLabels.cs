using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// Names of lines in the right margin, each at the height of its line. What would touch is pushed apart,
/// and a short leader goes from each to its line.
/// </summary>
internal sealed class EndLabels(Sheet sheet, Box area)
{
    private const double Step = 15;

    private readonly List<(string Text, double Y, TextStyle Style)> _wanted = [];

    public void Add(string text, double y, SKColor colour, bool bold = true) =>
        _wanted.Add((text, y, new TextStyle(12.5, bold, colour)));

    public void Draw()
    {
        var labels = _wanted.OrderBy(l => l.Y).ToList();
        var places = Spread(labels.Select(l => l.Y).ToList(), area.Top - 2, area.Bottom + 2);
        for (var i = 0; i < labels.Count; i++)
        {
            var (text, y, style) = labels[i];
            if (Math.Abs(places[i] - y) > 3)
                sheet.Line(area.Right + 1, y, area.Right + 8, places[i], style.Colour, 0.8);
            sheet.Text(sheet.Shortened(text, sheet.Width - area.Right - 14, style), area.Right + 10, places[i], Anchor.Start, style);
        }
    }

    /// <summary>
    /// Heights at least a step apart and as near to the wanted ones as blocks of touching labels allow:
    /// each block is centred on the mean of what its members want.
    /// </summary>
    internal static IReadOnlyList<double> Spread(IReadOnlyList<double> wanted, double top, double bottom)
    {
        var blocks = new List<(double Centre, int Count)>();
        foreach (var y in wanted)
        {
            blocks.Add((Math.Clamp(y, top, Math.Max(top, bottom)), 1));
            while (blocks.Count > 1 && Top(blocks[^1]) < Top(blocks[^2]) + Step * blocks[^2].Count)
                Merge(blocks, top, bottom);
        }
        return blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => Top(b) + i * Step)).ToList();
    }

    private static double Top((double Centre, int Count) block) => block.Centre - Step * (block.Count - 1) / 2;

    private static void Merge(List<(double Centre, int Count)> blocks, double top, double bottom)
    {
        var (a, b) = (blocks[^2], blocks[^1]);
        var count = a.Count + b.Count;
        var half = Step * (count - 1) / 2;
        var centre = (a.Centre * a.Count + b.Centre * b.Count) / count;
        blocks.RemoveRange(blocks.Count - 2, 2);
        blocks.Add((Math.Clamp(centre, top + half, Math.Max(top + half, bottom - half)), count));
    }
}
