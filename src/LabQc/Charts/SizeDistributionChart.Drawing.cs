using LabQc.Charts.Drawing;

namespace LabQc.Charts;

public sealed partial class SizeDistributionChart
{
    private static readonly Box Area = new(76, 98, 876, 424);

    private const double BracketRow = 16;

    private const double FirstRow = 43;

    private const double RowStep = 22;

    private protected override void Draw(Sheet sheet)
    {
        var mean = _curves.Densities(_data.MeanCurve);
        var replicates = _data.Replicates.Select(r => (r.Included, Densities: _curves.Densities(r.Values))).ToList();
        var labels = new DiameterLabels(sheet, Diameters(), Area.Left);
        var strip = FirstRow + RowStep * Math.Max(0, labels.Rows - 1) + 20;
        var tallest = Tallest(mean, replicates);
        var exponent = Exponent(tallest);
        var unit = Math.Pow(10, exponent);
        var panel = new Panel(sheet, Area, _x, Scale.Linear(0, tallest / unit * Area.Height / (Area.Height - strip), 6));

        Ground(sheet, panel);
        foreach (var (_, densities) in replicates.Where(r => r.Included && Included > 1))
            panel.Curve(Points(densities, unit), sheet.Palette.Reference, 1.1, 0.9);
        DrawMean(sheet, panel, Points(mean, unit));
        panel.Render();
        panel.XTitle("Hydrodynamic diameter (nm)");
        sheet.YTitle(YTitle(exponent), 81);
        foreach (var (_, densities) in replicates.Where(r => !r.Included))
            DrawExcluded(sheet, panel, Points(densities, unit));
        Bracket(sheet, panel);
        foreach (var label in labels.All)
            Upright(sheet, panel, label, _curves.HeightAt(label.Nm, mean) / unit);
        var highest = replicates.Select(r => r.Densities).Append(mean).Max(d => HighestBlind(d));
        BlindLabel(sheet, panel, Area.Top + strip + 8, panel.YInside(highest / unit));
        Key(sheet);
        if (Included == 0)
            sheet.TextOnGround("no replicate could be used", Area.CentreX, Area.Top + BracketRow, Anchor.Middle, sheet.Bold(13, sheet.Palette.Muted));
    }

    private IEnumerable<(string Text, double Nm, double X)> Diameters()
    {
        foreach (var (name, d) in new[] { ("D10", _data.D10), ("D50", _data.D50), ("D90", _data.D90) })
        {
            if (!double.IsFinite(d.Value) || d.Value < _x.From || d.Value > _x.To || Included == 0)
                continue;
            var spread = d.Sd is { } sd && double.IsFinite(sd) ? " ± " + Nm(sd) : "";
            yield return ($"{name}  {Nm(d.Value)}{spread} nm", d.Value, Area.Left + Area.Width * _x.Fraction(d.Value));
        }
    }

    /// <summary>The tallest curve; an excluded one counts up to twice the others, and is cut there.</summary>
    private static double Tallest(IReadOnlyList<double> mean, List<(bool Included, IReadOnlyList<double> Densities)> replicates)
    {
        static double Top(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var included = Math.Max(Top(mean), Top(replicates.Where(r => r.Included).SelectMany(r => r.Densities)));
        var excluded = Top(replicates.Where(r => !r.Included).SelectMany(r => r.Densities));
        var tallest = included > 0 ? Math.Max(included, Math.Min(excluded, 2 * included)) : excluded;
        return tallest > 0 ? tallest : 1;
    }

    /// <summary>The power of ten in the axis title: the largest tick then lies between 3 and 30.</summary>
    private static int Exponent(double tallest)
    {
        var exponent = (int)Math.Floor(Math.Log10(tallest / 3));
        return exponent is >= -1 and <= 2 ? 0 : exponent;
    }

    private string YTitle(int exponent)
    {
        var per = _data.Logarithmic ? "" : " per nm";
        var quantity = _data.Logarithmic ? $"{_data.Quantity} per decade of diameter" : $"{_data.Quantity} density";
        var power = exponent == 0 ? "" : NumberText.TenTo(exponent) + " ";
        return $"{quantity}{(_data.AsMeasured ? ", as measured" : "")} ({power}{_data.Unit}{per})";
    }

    private List<(double X, double Y)> Points(IReadOnlyList<double> densities, double unit)
    {
        var points = InSteps ? _curves.Steps(densities) : _curves.Line(densities);
        return points.Where(p => p.X >= _x.From - 1e-9).Select(p => (p.X, p.Y / unit)).ToList();
    }

    private void Ground(Sheet sheet, Panel panel)
    {
        sheet.Fill(new Box(panel.XInside(_data.Range.Lower), Area.Top, panel.XInside(_data.Range.Upper), Area.Bottom), sheet.Palette.Band);
        if (_data.WorkingRange is not { } working)
            return;
        sheet.Hatch(new Box(Area.Left, Area.Top, panel.XInside(working.Lower), Area.Bottom));
        sheet.Hatch(new Box(panel.XInside(working.Upper), Area.Top, Area.Right, Area.Bottom));
    }

    private void DrawMean(Sheet sheet, Panel panel, IReadOnlyList<(double X, double Y)> points)
    {
        if (InSteps)
            panel.Shade(points.Where(p => p.X <= _x.To), sheet.Palette.PaleData, 0.45);
        panel.Curve(points, sheet.Palette.Data, InSteps ? 1.8 : 2.8);
    }

    private static void DrawExcluded(Sheet sheet, Panel panel, IReadOnlyList<(double X, double Y)> points)
    {
        // Along the axis the dashes would only hide the axis.
        var piece = new List<(double X, double Y)>();
        foreach (var (x, y) in points)
        {
            var isSeen = double.IsFinite(y) && x >= panel.XScale.From && x <= panel.XScale.To && panel.Y(y) < Area.Bottom - 1;
            if (isSeen)
                piece.Add((panel.X(x), panel.YInside(y)));
            else if (piece.Count > 1)
                sheet.Dashes(piece, sheet.Palette.Excluded, 1.4, 9, 4);
            if (!isSeen)
                piece.Clear();
        }
        if (piece.Count > 1)
            sheet.Dashes(piece, sheet.Palette.Excluded, 1.4, 9, 4);
    }

    private void Bracket(Sheet sheet, Panel panel)
    {
        if (!double.IsFinite(_data.PercentInRange.Value) || Included == 0)
            return;
        var (left, right, y) = (panel.XInside(_data.Range.Lower), panel.XInside(_data.Range.Upper), Area.Top + BracketRow);
        var spread = _data.PercentInRange.Sd is { } sd && double.IsFinite(sd) ? " ± " + NumberText.Fixed(sd, 1) : "";
        var text = $"{NumberText.Shortest(_data.Range.Lower)}–{NumberText.Shortest(_data.Range.Upper)} nm: {NumberText.Fixed(_data.PercentInRange.Value, 1)}{spread}{NumberText.Thin}%";
        var style = sheet.Bold(13, sheet.Palette.Data);
        sheet.Interval(left, right, y, sheet.Palette.Data, 1.6, 10);
        if (sheet.TextWidth(text, style) + 30 <= right - left)
            sheet.TextOnGround(text, (left + right) / 2, y, Anchor.Middle, style, sheet.Palette.Band.WithAlpha(255));
        else
            sheet.TextOnGround(text, right + 10, y, Anchor.Start, style);
    }

    private void Upright(Sheet sheet, Panel panel, DiameterLabels.Placed label, double height)
    {
        var (x, y, ink) = (label.X, Area.Top + FirstRow + RowStep * label.Row, sheet.Palette.Ink);
        sheet.Line(x, y - 8, x, y + 8, ink, 1.3);
        sheet.Dashes(x, y + 8, x, Area.Bottom, ink, 1.3, 4, 3);
        sheet.TextOnGround(label.Text, label.From, y, Anchor.Start, sheet.Bold(13));
        if (InSteps || !double.IsFinite(height))
            return;
        sheet.Disc(x, panel.Y(height), 10, sheet.Palette.Paper);
        sheet.Disc(x, panel.Y(height), 7, ink);
    }

    private double HighestBlind(IReadOnlyList<double> densities) =>
        HatchedBelow is { } blind
            ? _curves.Line(densities).Where(p => p.X <= blind * 1.02 && double.IsFinite(p.Y)).Select(p => p.Y).DefaultIfEmpty(0).Max()
            : 0;

    /// <summary>Says in the hatched part what it means, where no curve is in the way; else beside the axis title of x.</summary>
    private void BlindLabel(Sheet sheet, Panel panel, double top, double bottom)
    {
        if (HatchedBelow is not { } blind)
            return;
        var lines = new[] { "few particles", "seen below", NumberText.Shortest(blind) + " nm" };
        var style = sheet.Plain(12, sheet.Palette.Muted);
        var (left, right) = (Area.Left, panel.X(blind));
        if (right - left < lines.Max(l => sheet.TextWidth(l, style)) + 8 || bottom - top < 54)
        {
            sheet.Text($"hatched: few particles seen below {lines[2]}", Area.Left, Area.Bottom + 37, Anchor.Start, style);
            return;
        }
        for (var i = 0; i < lines.Length; i++)
            sheet.TextOnGround(lines[i], (left + right) / 2, top + 8 + 16 * i, Anchor.Middle, style);
    }

    /// <summary>Replicates and their mean cannot be named at their lines; the key stands above the panel, where no curve can reach.</summary>
    private void Key(Sheet sheet)
    {
        var entries = new List<(string Text, Action<double, double> Sample)>();
        var palette = sheet.Palette;
        if (Included > 1)
        {
            entries.Add(("mean of " + NumberText.Count(Included) + " replicates", (x, y) => sheet.Line(x, y, x + 26, y, palette.Data, 2.8)));
            entries.Add(("single replicate", (x, y) => sheet.Line(x, y, x + 26, y, palette.Reference, 1)));
        }
        if (_data.Replicates.Any(r => !r.Included))
            entries.Add(("excluded", (x, y) => sheet.Dashes(x, y, x + 26, y, palette.Excluded, 1.4, 9, 4)));
        var right = Area.Right;
        foreach (var (text, sample) in entries.AsEnumerable().Reverse())
        {
            var label = sheet.Text(text, right, 81, Anchor.End, sheet.Plain(13, palette.Muted));
            sample(label.Box.Left - 33, 81);
            right = label.Box.Left - 33 - 20;
        }
    }
}
