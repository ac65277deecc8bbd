using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// One picture while it is drawn. Shapes go to the canvas at once; text is kept with its boxes and comes last,
/// so that labels can be placed by measurement, tested, and written into an SVG as text.
/// </summary>
internal sealed partial class Sheet(SKCanvas canvas, ChartFonts fonts, Palette palette, Box area)
{
    public const double Margin = 24;

    private const double SmallestText = 10.5;

    private readonly List<Label> _labels = [];

    public SKCanvas Canvas => canvas;

    public ChartFonts Fonts => fonts;

    public Palette Palette => palette;

    /// <summary>What is seen: the whole sheet, or the sheet below title and conclusion.</summary>
    public Box Area => area;

    public double Width => area.Right;

    public double Height => area.Bottom;

    /// <summary>All text in drawing order.</summary>
    public IReadOnlyList<Label> Labels => _labels;

    public void Ground() => Fill(area, palette.Paper);

    public void TitleBlock(string title, string conclusion)
    {
        Lines(title, 27, new TextStyle(17, true, palette.Ink), 14);
        Lines(conclusion, 49, new TextStyle(13, false, palette.Muted), 13);
    }

    public void Footnote(string text) => Lines(text, Height - 14, new TextStyle(12, false, palette.Muted), -13);

    /// <summary>Title of a y axis: horizontal above it.</summary>
    public Label YTitle(string text, double y, double x = Margin) => Text(text, x, y, Anchor.Start, Bold(13));

    public TextStyle Plain(double size, SKColor? colour = null) => new(size, false, colour ?? palette.Ink);

    public TextStyle Bold(double size, SKColor? colour = null) => new(size, true, colour ?? palette.Ink);

    /// <summary>
    /// A text as wide as the sheet at most: scaled down to 10.5 px, then broken into two lines around its middle,
    /// the second one a step below, or the first one a step above where the step is negative.
    /// </summary>
    private void Lines(string text, double y, TextStyle style, double step)
    {
        var room = Width - 2 * Margin;
        var size = Math.Max(SmallestText, Math.Min(style.Size, style.Size * room / Math.Max(1, TextWidth(text, style))));
        var fitted = style with { Size = size };
        if (TextWidth(text, fitted) <= room + 0.5)
        {
            Text(text, Margin, y, Anchor.Start, fitted);
            return;
        }
        var (first, second) = Broken(text, room, fitted);
        Text(first, Margin, step < 0 ? y + step : y - 3, Anchor.Start, fitted);
        Text(second, Margin, step < 0 ? y : y - 3 + step, Anchor.Start, fitted);
    }

    /// <summary>
    /// As much as fits on the first line, broken at a "·" where there is one, else between words;
    /// what is too long for the second line ends in an ellipsis.
    /// </summary>
    private (string First, string Second) Broken(string text, double room, TextStyle style)
    {
        var separator = text.Contains(" · ", StringComparison.Ordinal) ? " · " : " ";
        var words = text.Split(separator);
        var count = Enumerable.Range(1, words.Length)
            .TakeWhile(n => TextWidth(string.Join(separator, words.Take(n)), style) <= room)
            .LastOrDefault();
        var first = string.Join(separator, words.Take(Math.Max(1, count)));
        var rest = string.Join(separator, words.Skip(Math.Max(1, count)));
        return (Shortened(first, room, style), Shortened(rest, room, style));
    }

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public string Shortened(string text, double room, TextStyle style)
    {
        if (TextWidth(text, style) <= room)
            return text;
        var length = text.Length;
        while (length > 0 && TextWidth(text[..length].TrimEnd() + "…", style) > room)
            length--;
        return text[..length].TrimEnd() + "…";
    }
}
