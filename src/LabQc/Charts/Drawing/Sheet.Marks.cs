using SkiaSharp;

namespace LabQc.Charts.Drawing;

internal sealed partial class Sheet
{
    /// <summary>A filled disc: an ordinary point.</summary>
    public void Disc(double x, double y, double across, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawCircle((float)x, (float)y, (float)(across / 2), paint);
    }

    /// <summary>An open circle: a single lot under a smoothed line.</summary>
    public void Ring(double x, double y, double across, SKColor colour, double width)
    {
        using var paint = Stroke(colour, width);
        Canvas.DrawCircle((float)x, (float)y, (float)(across / 2), paint);
    }

    /// <summary>This lot among others: a disc with a ring around it, on a rim of the ground's colour.</summary>
    public void RingedDisc(double x, double y, SKColor colour)
    {
        Disc(x, y, 15, Palette.Paper);
        Disc(x, y, 6.5, colour);
        Ring(x, y, 12, colour, 1.8);
    }

    /// <summary>A violation: a hollow shape with a dot in its middle; filled and smaller where there are many points.</summary>
    public void Violation(MarkShape shape, double x, double y, SKColor colour, bool many)
    {
        var radius = many ? 4.0 : 5.5;
        Shape(shape, x, y, radius + 1.5, Palette.Paper);
        if (many)
        {
            Shape(shape, x, y, radius, colour);
            return;
        }
        using var path = Outline(shape, x, y, radius);
        using var paint = Stroke(colour, 2);
        paint.StrokeJoin = SKStrokeJoin.Miter;
        Canvas.DrawPath(path, paint);
        Disc(x, y, 2.8, colour);
    }

    public void Shape(MarkShape shape, double x, double y, double radius, SKColor colour)
    {
        using var path = Outline(shape, x, y, radius);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawPath(path, paint);
    }

    private static SKPath Outline(MarkShape shape, double x, double y, double radius)
    {
        // Triangle and pentagon are drawn a little larger, so that all shapes weigh about the same.
        var (corners, first, grown) = shape switch
        {
            MarkShape.Square => (4, -45.0, 1.27),
            MarkShape.TriangleUp => (3, -90.0, 1.3),
            MarkShape.TriangleDown => (3, 90.0, 1.3),
            MarkShape.Diamond => (4, -90.0, 1.3),
            _ => (5, -90.0, 1.15),
        };
        var path = new SKPath();
        for (var i = 0; i < corners; i++)
        {
            var angle = (first + 360.0 * i / corners) * Math.PI / 180;
            var at = new SKPoint((float)(x + radius * grown * Math.Cos(angle)), (float)(y + radius * grown * Math.Sin(angle)));
            if (i == 0)
                path.MoveTo(at);
            else
                path.LineTo(at);
        }
        path.Close();
        return path;
    }
}

/// <summary>Shapes of violations: they carry the rule where colour is not seen.</summary>
internal enum MarkShape
{
    Square,
    TriangleUp,
    TriangleDown,
    Pentagon,
    Diamond,
}
