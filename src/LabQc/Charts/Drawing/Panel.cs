using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// A data area with its two axes. ScottPlot draws grid, frame, ticks and series into it; zones and hatching go on the sheet before,
/// marks and labels after <see cref="Render"/>. The area is fixed, so value and pixel are related by a straight line.
/// </summary>
internal sealed class Panel
{
    private const double TickLabelSize = 13;

    private readonly Sheet _sheet;
    private readonly List<Action<Plot>> _series = [];

    public Panel(Sheet sheet, Box area, Scale x, Scale y)
    {
        _sheet = sheet;
        Area = area;
        XScale = x;
        YScale = y;
    }

    public Box Area { get; }

    public Scale XScale { get; }

    public Scale YScale { get; }

    /// <summary>Grid lines only along the axis that is read.</summary>
    public bool GridAcross { get; init; } = true;

    public bool GridUpright { get; init; }

    /// <summary>Whether the x axis names its ticks: in stacked panels only the lowest does.</summary>
    public bool XLabels { get; init; } = true;

    public bool YLabels { get; init; } = true;

    public bool YLine { get; init; } = true;

    public bool XLine { get; init; } = true;

    public double X(double value) => Area.Left + Area.Width * XScale.Fraction(value);

    public double Y(double value) => Area.Bottom - Area.Height * YScale.Fraction(value);

    /// <summary>Y of a value, kept inside the area.</summary>
    public double YInside(double value) => Math.Clamp(Y(value), Area.Top, Area.Bottom);

    public double XInside(double value) => Math.Clamp(X(value), Area.Left, Area.Right);

    /// <summary>Lines between points in order; a point that is not finite, or cannot stand on a logarithmic axis, breaks the line.</summary>
    public void Curve(IReadOnlyList<(double X, double Y)> points, SKColor colour, double width, double opacity = 1)
    {
        foreach (var piece in Pieces(points))
        {
            var xs = piece.Select(p => XScale.Position(p.X)).ToArray();
            var ys = piece.Select(p => YScale.Position(p.Y)).ToArray();
            _series.Add(plot =>
            {
                var line = plot.Add.ScatterLine(xs, ys);
                line.LineWidth = (float)width;
                line.Color = Of(colour, opacity);
            });
        }
    }

    /// <summary>A filled outline.</summary>
    public void Shade(IEnumerable<(double X, double Y)> outline, SKColor colour, double opacity = 1)
    {
        var corners = outline.Select(p => new Coordinates(XScale.Position(p.X), YScale.Position(p.Y))).ToArray();
        if (corners.Length < 3)
            return;
        _series.Add(plot =>
        {
            var polygon = plot.Add.Polygon(corners);
            polygon.FillColor = Of(colour, opacity);
            polygon.LineWidth = 0;
        });
    }

    /// <summary>A bar from zero: upright around x, or lying around y.</summary>
    public void Bar(double position, double length, double size, SKColor colour, bool lying = false)
    {
        var bar = new Bar
        {
            Position = position,
            Value = length,
            Size = size,
            FillColor = Of(colour, 1),
            LineWidth = 0,
            Orientation = lying ? Orientation.Horizontal : Orientation.Vertical,
        };
        _series.Add(plot => plot.Add.Bars(new List<Bar> { bar }));
    }

    /// <summary>Draws grid, frame, ticks and series, and writes the labels of the ticks.</summary>
    public void Render()
    {
        using var plot = new Plot();
        Prepare(plot);
        Dress(plot.Axes.Bottom, XScale, XLine);
        Dress(plot.Axes.Left, YScale, YLine);
        Hide(plot.Axes.Top);
        Hide(plot.Axes.Right);
        foreach (var add in _series)
            add(plot);
        var figure = new PixelRect(0, (float)_sheet.Width, (float)_sheet.Height, 0);
        // The first rendering of a plot draws everything twice, as its limits count as changed: it goes nowhere.
        using (var nowhere = new SKNoDrawCanvas((int)_sheet.Width, (int)_sheet.Height))
            plot.Render(nowhere, figure);
        plot.Render(_sheet.Canvas, figure);
        if (XLabels)
            WriteXLabels();
        if (YLabels)
            WriteYLabels();
    }

    private void Prepare(Plot plot)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(new PixelRect((float)Area.Left, (float)Area.Right, (float)Area.Bottom, (float)Area.Top));
        plot.Axes.SetLimits(
            XScale.Position(XScale.From), XScale.Position(XScale.To), YScale.Position(YScale.From), YScale.Position(YScale.To));
        plot.Grid.MajorLineColor = Of(_sheet.Palette.Grid, 1);
        plot.Grid.MajorLineWidth = 1;
        plot.Grid.XAxisStyle.IsVisible = GridUpright;
        plot.Grid.YAxisStyle.IsVisible = GridAcross;
        // Without any series ScottPlot draws neither ticks nor grid.
        plot.Add.Line(0, 0, 0, 0).LineWidth = 0;
    }

    /// <summary>Title of the x axis, centred under its labels.</summary>
    public void XTitle(string text) =>
        _sheet.Text(text, Area.CentreX, Area.Bottom + 37, Anchor.Middle, _sheet.Bold(13));

    private void WriteXLabels()
    {
        var style = _sheet.Plain(TickLabelSize, _sheet.Palette.Muted);
        var named = XScale.Ticks.Where(t => t.Label.Length > 0).ToList();
        // The first and the last are named before those between them, which give way.
        foreach (var tick in named.Take(1).Concat(named.Skip(1).TakeLast(1)).Concat(named.Skip(1).SkipLast(1)))
        {
            var half = _sheet.TextWidth(tick.Label, style) / 2;
            var x = Math.Clamp(X(tick.Value), _sheet.Area.Left + half + 4, _sheet.Area.Right - half - 4);
            if (_sheet.IsFree(_sheet.Measure(tick.Label, x, Area.Bottom + 14, Anchor.Middle, style).Grown(4)))
                _sheet.Text(tick.Label, x, Area.Bottom + 14, Anchor.Middle, style);
        }
    }

    private void WriteYLabels()
    {
        var style = _sheet.Plain(TickLabelSize, _sheet.Palette.Muted);
        foreach (var tick in YScale.Ticks.Where(t => t.Label.Length > 0))
            _sheet.Text(tick.Label, Area.Left - 9, Y(tick.Value), Anchor.End, style);
    }

    private void Dress(IAxis axis, Scale scale, bool line)
    {
        var ticks = new NumericManual();
        foreach (var tick in scale.Ticks)
        {
            if (tick.Major)
                ticks.AddMajor(scale.Position(tick.Value), "");
            else
                ticks.AddMinor(scale.Position(tick.Value));
        }
        axis.TickGenerator = ticks;
        axis.FrameLineStyle.Width = line ? 1.2f : 0;
        axis.FrameLineStyle.Color = Of(_sheet.Palette.Axis, 1);
        foreach (var (style, length) in new[] { (axis.MajorTickStyle, 5f), (axis.MinorTickStyle, 3f) })
        {
            style.Length = line ? length : 0;
            style.Width = line ? 1 : 0;
            style.Color = Of(_sheet.Palette.Muted, 1);
        }
    }

    private static void Hide(IAxis axis)
    {
        axis.FrameLineStyle.Width = 0;
        axis.MajorTickStyle.Length = 0;
        axis.MinorTickStyle.Length = 0;
        axis.TickGenerator = new NumericManual();
    }

    private IEnumerable<List<(double X, double Y)>> Pieces(IReadOnlyList<(double X, double Y)> points)
    {
        var piece = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (double.IsFinite(XScale.Position(point.X)) && double.IsFinite(YScale.Position(point.Y)))
            {
                piece.Add(point);
                continue;
            }
            if (piece.Count > 1)
                yield return Thinned(piece);
            piece = [];
        }
        if (piece.Count > 1)
            yield return Thinned(piece);
    }

    /// <summary>The same line to a twentieth of a pixel with as few points as that takes.</summary>
    private List<(double X, double Y)> Thinned(List<(double X, double Y)> points)
    {
        var kept = Thinning.Kept(points.Select(p => (X(p.X), Y(p.Y))).ToList(), 0.05);
        return points.Where((_, i) => kept[i]).ToList();
    }

    private static Color Of(SKColor colour, double opacity) =>
        new(colour.Red, colour.Green, colour.Blue, (byte)Math.Round(opacity * 255));
}
