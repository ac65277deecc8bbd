using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>The last 20 lots of an attribute for a row of a table, 160 × 36 px and without words.</summary>
public sealed class MiniControlChart : Chart
{
    private const int Shown = 20;

    private const double Edge = 4.3;

    private readonly MiniControlData _data;
    private readonly List<double> _last;

    public MiniControlChart(MiniControlData data)
    {
        _data = data;
        _last = data.Sigmas.TakeLast(Shown).ToList();
    }

    public override string Title => $"{_data.Attribute}, last lots";

    public override string Conclusion => AltText;

    public override string AltText => _last.Count == 0
        ? $"{_data.Attribute}: no lot yet."
        : $"{_data.Attribute} of the last {NumberText.Counted(_last.Count, "lot")}: "
            + (_data.LastBreaks.Length > 0 ? $"last lot beyond {_data.LastBreaks}."
                : _last.Exists(z => Math.Abs(z) > 3) ? "last lot within limits."
                : "all within limits.");

    public override string Footnote => "";

    internal override double Width => 160;

    internal override double Height => 36;

    private protected override double HeadHeight => 0;

    private protected override void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Fill(new Box(0, Y(3), 160, Y(-3)), palette.Zone2);
        sheet.Line(0, Y(0), 160, Y(0), palette.Data, 1);
        foreach (var limit in new[] { _data.LowerSpecification, _data.UpperSpecification }.OfType<double>())
            sheet.Line(0, Y(limit), 160, Y(limit), palette.Ink, 1.6);
        var points = _last.Select((z, i) => (X: 154 - 8.0 * (_last.Count - 1 - i), Z: z)).Where(p => double.IsFinite(p.Z)).Select(p => (p.X, Y: Y(p.Z))).ToList();
        if (points.Count > 1)
            sheet.Polyline(points, palette.Ink, 1.1);
        if (points.Count == 0)
            return;
        var (x, y) = points[^1];
        if (_data.LastBreaks.Length > 0)
        {
            sheet.Shape(MarkShape.Square, x, y, 5.5, palette.Paper);
            sheet.Shape(MarkShape.Square, x, y, 4, palette.Beyond);
            return;
        }
        sheet.Disc(x, y, 7.5, palette.Paper);
        sheet.Disc(x, y, 5, palette.Ink);
    }

    private static double Y(double sigmas) => 18 - Math.Clamp(sigmas, -Edge, Edge) / Edge * 14;
}
