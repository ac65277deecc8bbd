using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// One lot's size distribution for a row of a table, 160 × 36 px and without words: 0 to 400 nm in every row, each curve to its own
/// maximum, over the curve of its reference set.
/// </summary>
public sealed class MiniSizeChart : Chart
{
    private const double ShownNm = 400;

    private readonly MiniSizeData _data;

    /// <exception cref="ArgumentException">A curve has not one value a class.</exception>
    public MiniSizeChart(MiniSizeData data)
    {
        var classes = Math.Max(0, data.EdgesNm.Count - 1);
        if (data.Values.Count != classes || data.Reference.Count > 0 && data.Reference.Count != classes)
            throw new ArgumentException($"Each curve must have one value for each of the {classes} classes.", nameof(data));
        _data = data;
    }

    public override string Title => "Size distribution";

    public override string Conclusion => AltText;

    public override string AltText => double.IsFinite(_data.D50Nm)
        ? NumberText.Plain($"Size distribution, median {NumberText.Fixed(_data.D50Nm, 1)} nm.")
        : "Size distribution, not measured.";

    public override string Footnote => "";

    internal override double Width => 160;

    internal override double Height => 36;

    private protected override double HeadHeight => 0;

    private protected override void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Fill(new Box(X(_data.Range.Lower), 1, X(_data.Range.Upper), 31), palette.Band);
        sheet.Line(0, 31, 160, 31, palette.Muted, 1);
        Curve(sheet, _data.Reference, palette.Reference, 1);
        Curve(sheet, _data.Values, _data.IsOutOfTrend ? palette.Trend : palette.Data, 1.8);
        if (double.IsFinite(_data.D50Nm))
            sheet.Line(X(_data.D50Nm), 28, X(_data.D50Nm), 36, palette.Ink, 2);
    }

    private static double X(double nm) => Math.Clamp(nm / ShownNm, 0, 1) * 160;

    private void Curve(Sheet sheet, IReadOnlyList<double> values, SkiaSharp.SKColor colour, double width)
    {
        var curves = new SizeCurves(_data.EdgesNm, logarithmic: false);
        var points = curves.Line(curves.Densities(values)).Where(p => p.X <= ShownNm && double.IsFinite(p.Y)).ToList();
        var top = points.Select(p => p.Y).DefaultIfEmpty(0).Max();
        if (points.Count < 2 || !(top > 0))
            return;
        var pixels = points.Select(p => (X(p.X), 31 - 28 * p.Y / top)).ToList();
        sheet.Polyline(Thinning.Of(pixels, 0.1), colour, width);
    }
}
