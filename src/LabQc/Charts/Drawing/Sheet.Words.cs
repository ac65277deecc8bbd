using SkiaSharp;

namespace LabQc.Charts.Drawing;

internal sealed partial class Sheet
{
    /// <summary>Width of a text in pixels, superscripts and thin spaces included.</summary>
    public double TextWidth(string text, TextStyle style) =>
        TextRun.Of(text).Sum(run => Advance(run, style));

    /// <summary>The box of a text, before it is written.</summary>
    public Box Measure(string text, double x, double y, Anchor anchor, TextStyle style)
    {
        var width = TextWidth(text, style);
        var left = x - (anchor == Anchor.Start ? 0 : anchor == Anchor.Middle ? width / 2 : width);
        return new Box(left, y - 0.42 * style.Size, left + width, y + 0.56 * style.Size);
    }

    /// <summary>Writes a line of text.</summary>
    /// <param name="text">With Unicode superscripts and thin spaces.</param>
    /// <param name="x">Where its start, middle or end stands.</param>
    /// <param name="y">The middle of its capitals.</param>
    /// <param name="anchor">What x names.</param>
    /// <param name="style">Size, weight, colour.</param>
    public Label Text(string text, double x, double y, Anchor anchor, TextStyle style)
    {
        var box = Measure(text, x, y, anchor, style);
        var label = new Label(text, box.Left, y + 0.36 * style.Size, style, box);
        if (text.Length > 0)
            _labels.Add(label);
        return label;
    }

    /// <summary>Writes a line of text on a rectangle of the ground's colour, so that what lies under it does not run through it.</summary>
    public Label TextOnGround(string text, double x, double y, Anchor anchor, TextStyle style, SKColor? ground = null)
    {
        var box = Measure(text, x, y, anchor, style);
        Fill(new Box(box.Left - 3, box.Top - 2, box.Right + 3, box.Bottom + 1), (ground ?? Palette.Paper).WithAlpha(220));
        return Text(text, x, y, anchor, style);
    }

    /// <summary>True if no label written so far touches the box.</summary>
    public bool IsFree(Box box) => _labels.TrueForAll(label => !label.Box.Overlaps(box));

    /// <summary>The runs of a label with their left ends.</summary>
    public IEnumerable<(TextRun Run, double X)> Runs(Label label)
    {
        var x = label.X;
        foreach (var run in TextRun.Of(label.Text))
        {
            if (run.Place != RunPlace.Space)
                yield return (run, x);
            x += Advance(run, label.Style);
        }
    }

    /// <summary>Draws the text that was kept; an SVG writes it as text instead.</summary>
    public void DrawText()
    {
        foreach (var label in _labels)
        {
            foreach (var (run, x) in Runs(label))
                DrawRun(run, x, label);
        }
    }

    private void DrawRun(TextRun run, double x, Label label)
    {
        using var font = Fonts.Font(run.Size(label.Style.Size), label.Style.Bold);
        using var paint = new SKPaint { Color = label.Style.Colour, IsAntialias = true };
        Canvas.DrawText(run.Text, (float)x, (float)(label.Baseline + run.Drop(label.Style.Size)), font, paint);
    }

    private double Advance(TextRun run, TextStyle style) =>
        run.Place == RunPlace.Space
            ? TextRun.ThinSpace * style.Size * run.Text.Length
            : Fonts.Width(run.Text, run.Size(style.Size), style.Bold);
}
