using LabQc.Charts.Drawing;
using SkiaSharp;

namespace LabQc.Charts;

/// <summary>
/// A picture of results that others computed: it draws numbers and says them, it never judges.
/// The same chart with the same fonts and look gives the same bytes at every rendering and in every process.
/// </summary>
/// <remarks>
/// Texts hold superscripts as Unicode characters (10¹¹) and thin spaces; on the picture both are drawn, since common fonts lack them.
/// A chart may be rendered from several threads.
/// </remarks>
public abstract class Chart
{
    private protected Chart()
    {
    }

    /// <summary>What the picture shows, with lot or attribute.</summary>
    public abstract string Title { get; }

    /// <summary>One sentence with the number that decides.</summary>
    public abstract string Conclusion { get; }

    /// <summary>One to four sentences for who cannot see the picture: what it shows, and its conclusion. Plain text.</summary>
    public abstract string AltText { get; }

    /// <summary>What bands and lines mean: instrument, n, estimator.</summary>
    public abstract string Footnote { get; }

    internal virtual double Width => 900;

    internal abstract double Height { get; }

    /// <summary>Height of title and conclusion, which a bare picture leaves out.</summary>
    private protected virtual double HeadHeight => 64;

    /// <summary>The picture as a scalable drawing whose title and description are <see cref="Title"/> and <see cref="AltText"/>.</summary>
    public string Svg(ChartFonts fonts, ChartLook? look = null)
    {
        look = Checked(look);
        using var stream = new MemoryStream();
        Sheet sheet;
        using (var canvas = SKSvgCanvas.Create(SKRect.Create((float)Width, (float)Height), stream))
            sheet = Drawn(canvas, fonts, look);
        return SvgDocument.From(stream.ToArray(), sheet, Title, AltText, look);
    }

    /// <summary>The picture in pixels, with at most 256 colours.</summary>
    /// <param name="fonts">What text is drawn with.</param>
    /// <param name="look">Theme and whether title and conclusion are drawn.</param>
    /// <param name="scale">Pixels per unit: 1 for a screen, 2 for paper.</param>
    public byte[] Png(ChartFonts fonts, ChartLook? look = null, int scale = 1)
    {
        look = Checked(look);
        var top = look.Bare ? HeadHeight : 0;
        using var bitmap = new SKBitmap(new SKImageInfo(
            (int)Width * scale, (int)(Height - top) * scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(scale);
            canvas.Translate(0, (float)-top);
            DrawOn(canvas, fonts, look);
        }
        return PngDocument.From(bitmap);
    }

    /// <summary>Draws the whole picture on a canvas, such as a page of a report.</summary>
    internal void DrawOn(SKCanvas canvas, ChartFonts fonts, ChartLook look) => Drawn(canvas, fonts, look).DrawText();

    /// <summary>The chart drawn once for its text boxes, for those who check that none overlaps.</summary>
    internal Sheet Drawn(SKCanvas canvas, ChartFonts fonts, ChartLook look)
    {
        var top = look.Bare ? HeadHeight : 0;
        var sheet = new Sheet(canvas, fonts, Palette.Of(look.Theme), new Box(0, top, Width, Height));
        sheet.Ground();
        if (!look.Bare && HeadHeight > 0)
            sheet.TitleBlock(Title, Conclusion);
        if (HeadHeight > 0)
            sheet.Footnote(Footnote);
        Draw(sheet);
        return sheet;
    }

    private protected abstract void Draw(Sheet sheet);

    private static ChartLook Checked(ChartLook? look)
    {
        look ??= ChartLook.Standard;
        look.Check();
        return look;
    }
}
