using SkiaSharp;

namespace LabQc.Charts.Drawing;

internal sealed partial class Sheet
{
    public void Fill(Box box, SKColor colour)
    {
        if (box.Width <= 0 || box.Height <= 0)
            return;
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawRect((float)box.Left, (float)box.Top, (float)box.Width, (float)box.Height, paint);
    }

    public void Frame(Box box, SKColor colour, double width)
    {
        using var paint = Stroke(colour, width);
        Canvas.DrawRect((float)box.Left, (float)box.Top, (float)box.Width, (float)box.Height, paint);
    }

    public void Line(double x1, double y1, double x2, double y2, SKColor colour, double width)
    {
        using var paint = Stroke(colour, width);
        Canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
    }

    /// <summary>
    /// A dashed line as one path of plain pieces: Skia writes a dash pattern into an SVG as the outline of every dash.
    /// </summary>
    public void Dashes(IReadOnlyList<(double X, double Y)> points, SKColor colour, double width, double dash, double gap)
    {
        using var whole = PathOf(points);
        using var measure = new SKPathMeasure(whole);
        using var pieces = new SKPath();
        for (var at = 0.0; at < measure.Length; at += dash + gap)
            measure.GetSegment((float)at, (float)Math.Min(at + dash, measure.Length), pieces, true);
        using var paint = Stroke(colour, width);
        Canvas.DrawPath(pieces, paint);
    }

    public void Dashes(double x1, double y1, double x2, double y2, SKColor colour, double width, double dash, double gap) =>
        Dashes([(x1, y1), (x2, y2)], colour, width, dash, gap);

    /// <summary>A computed control limit: dashed 9-4.</summary>
    public void ControlLimit(double left, double right, double y) => Dashes(left, y, right, y, Palette.Data, 1.5, 9, 4);

    public void Polyline(IReadOnlyList<(double X, double Y)> points, SKColor colour, double width)
    {
        using var path = PathOf(points);
        using var paint = Stroke(colour, width);
        Canvas.DrawPath(path, paint);
    }

    /// <summary>45° hatching, cut to the box and drawn as one path: a bitmap shader would vanish in an SVG.</summary>
    public void Hatch(Box box, double step = 6)
    {
        if (box.Width <= 0)
            return;
        using var path = new SKPath();
        // The line x - left + y - top = d crosses the box for 0 < d < width + height, from its lower left to its upper right.
        for (var d = step; d < box.Width + box.Height; d += step)
        {
            var low = Math.Min(d, box.Height);
            var high = Math.Min(d, box.Width);
            path.MoveTo((float)(box.Left + d - low), (float)(box.Top + low));
            path.LineTo((float)(box.Left + high), (float)(box.Top + d - high));
        }
        using var paint = Stroke(Palette.Hatch, 1);
        Canvas.DrawPath(path, paint);
    }

    /// <summary>A horizontal specification limit: solid, with teeth on the forbidden side.</summary>
    public void Fence(double left, double right, double y, bool forbiddenAbove)
    {
        Line(left, y, right, y, Palette.Ink, 2.2);
        using var path = new SKPath();
        var up = forbiddenAbove ? -1 : 1;
        for (var x = left + 1; x + 6 <= right; x += 9)
        {
            path.MoveTo((float)x, (float)(y + up * 6));
            path.LineTo((float)(x + 6), (float)y);
        }
        using var paint = Stroke(Palette.Ink, 1.3);
        Canvas.DrawPath(path, paint);
    }

    /// <summary>A vertical specification limit, its teeth to the forbidden side.</summary>
    public void FenceUpright(double x, double top, double bottom, bool forbiddenLeft)
    {
        Line(x, top, x, bottom, Palette.Ink, 2.2);
        using var path = new SKPath();
        var side = forbiddenLeft ? -1 : 1;
        for (var y = top + 2; y + 6 <= bottom; y += 9)
        {
            path.MoveTo((float)(x + side * 6), (float)(forbiddenLeft ? y : y + 6));
            path.LineTo((float)x, (float)(forbiddenLeft ? y + 6 : y));
        }
        using var paint = Stroke(Palette.Ink, 1.3);
        Canvas.DrawPath(path, paint);
    }

    /// <summary>A horizontal bar with end caps: an interval, or a range.</summary>
    public void Interval(double left, double right, double y, SKColor colour, double width, double cap)
    {
        Line(left, y, right, y, colour, width);
        Line(left, y - cap / 2, left, y + cap / 2, colour, Math.Min(width, 2));
        Line(right, y - cap / 2, right, y + cap / 2, colour, Math.Min(width, 2));
    }

    /// <summary>A filled outline.</summary>
    public void Shade(IReadOnlyList<(double X, double Y)> outline, SKColor colour)
    {
        using var path = PathOf(outline);
        path.Close();
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawPath(path, paint);
    }

    /// <summary>An arrow with an open head at its end.</summary>
    public void Arrow(double x1, double y1, double x2, double y2, SKColor colour, double width)
    {
        Line(x1, y1, x2, y2, colour, width);
        var angle = Math.Atan2(y2 - y1, x2 - x1);
        foreach (var side in new[] { -0.45, 0.45 })
            Line(x2, y2, x2 - 8 * Math.Cos(angle + side), y2 - 8 * Math.Sin(angle + side), colour, width);
    }

    /// <summary>Draws something cut to a box.</summary>
    public void Within(Box box, Action draw)
    {
        Canvas.Save();
        Canvas.ClipRect(new SKRect((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom));
        draw();
        Canvas.Restore();
    }

    internal static SKPaint Stroke(SKColor colour, double width) => new()
    {
        Color = colour,
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)width,
        StrokeJoin = SKStrokeJoin.Round,
    };

    private static SKPath PathOf(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new SKPath();
        for (var i = 0; i < points.Count; i++)
        {
            if (i == 0)
                path.MoveTo((float)points[i].X, (float)points[i].Y);
            else
                path.LineTo((float)points[i].X, (float)points[i].Y);
        }
        return path;
    }
}
