using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// Whether a process would meet its limits lot after lot: the lots' histogram between its fences,
/// and the index with its interval against what is required. The interval decides, not the index.
/// </summary>
public sealed class CapabilityChart : Chart
{
    private static readonly Box Upper = new(76, 98, 876, 360);

    private static readonly Box Lower = new(76, 436, 876, 478);

    private readonly CapabilityChartData _data;

    public CapabilityChart(CapabilityChartData data) => _data = data;

    public override string Title => $"{_data.Attribute}: capability over {NumberText.Counted(Finite.Count, "lot")}";

    public override string Conclusion
    {
        get
        {
            if (!double.IsFinite(_data.Ppk))
                return "The index was not computed.";
            return _data.PpkInterval is { } interval
                ? $"Pₚₖ {Index(_data.Ppk)} (95{NumberText.Thin}% interval {NumberText.Interval(interval.Lower, interval.Upper, 2)}): {CapableInWords}."
                : $"Pₚₖ {Index(_data.Ppk)} without an interval; {CapableInWords}.";
        }
    }

    public override string AltText => NumberText.Plain(
        $"Histogram of {_data.Attribute} for {NumberText.Counted(Finite.Count, "lot")}{LimitsInWords}; mean {Value(_data.Mean)}, SD {Value(_data.Sd)}. "
        + (double.IsFinite(_data.Ppk)
            ? $"Ppk {Index(_data.Ppk)}{(_data.PpkInterval is { } i ? $", 95 % interval {NumberText.Interval(i.Lower, i.Upper, 2)}" : "")}, against {Index(_data.Required)}: {CapableInWords}."
            : "Ppk was not computed."));

    public override string Footnote
    {
        get
        {
            var parts = new List<string> { $"n = {NumberText.Count(Finite.Count)}, {_data.Population}", "overall SD (n − 1)" };
            parts.Add(_data.IsNormal ? "normal curve fitted" : "not normal: no curve, index from quantiles");
            parts.Add(_data.Normality);
            if (_data.PerMillionOutside is { } outside && double.IsFinite(outside))
                parts.Add($"expected outside the limits: {NumberText.Fixed(outside, outside < 10 ? 1 : 0)} per million");
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => 540;

    private List<double> Finite => _data.Values.Where(double.IsFinite).ToList();

    private string Unit => _data.Unit.Length == 0 ? "" : " " + _data.Unit;

    private string CapableInWords =>
        _data.PpkInterval is not { } interval ? "capability is not shown without one"
        : interval.Lower >= _data.Required ? $"capable, the whole interval reaches {Index(_data.Required)}"
        : interval.Upper < _data.Required ? $"not capable, the whole interval lies below {Index(_data.Required)}"
        : $"not yet shown to be capable, since the interval includes {Index(_data.Required)}";

    private string LimitsInWords => (_data.LowerSpecification, _data.UpperSpecification) switch
    {
        ({ } lower, { } upper) => $" with specification limits {NumberText.Shortest(lower)} and {NumberText.Shortest(upper)}{Unit}",
        ({ } lower, null) => $" with a lower specification limit of {NumberText.Shortest(lower)}{Unit}",
        (null, { } upper) => $" with an upper specification limit of {NumberText.Shortest(upper)}{Unit}",
        _ => " without specification limits",
    };

    private protected override void Draw(Sheet sheet)
    {
        DrawHistogram(sheet);
        DrawIndex(sheet);
    }

    private static string Index(double value) => NumberText.Fixed(value, 2);

    private string Value(double value) => NumberText.Fixed(value, _data.Decimals);

    private void DrawHistogram(Sheet sheet)
    {
        var palette = sheet.Palette;
        var values = Finite;
        var hasSpread = double.IsFinite(_data.Mean) && double.IsFinite(_data.Sd) && _data.Sd > 0;
        var x = Scale.Around(Extent(values, hasSpread), 0.03, 8, minor: true);
        var width = ClassWidth(values, x);
        var classes = values.GroupBy(v => (long)Math.Floor(v / width + 1e-9)).OrderBy(g => g.Key).ToList();
        var peak = hasSpread ? values.Count * width / (_data.Sd * Math.Sqrt(2 * Math.PI)) : 0;
        var tallest = Math.Max(classes.Select(c => c.Count()).DefaultIfEmpty(1).Max(), _data.IsNormal ? peak : 0);
        // Above the bars: a row for the names of limits and mean, and one for the bracket.
        var panel = new Panel(sheet, Upper, x, Scale.Linear(0, tallest * Upper.Height / (Upper.Height - 64), 5));
        foreach (var c in classes)
            panel.Bar((c.Key + 0.5) * width, c.Count(), width * 0.94, palette.PaleData);
        if (hasSpread && _data.IsNormal)
            panel.Curve(Bell(x, peak), palette.Ink, 2.2);
        panel.Render();
        panel.XTitle(_data.Unit.Length == 0 ? _data.ShortName : $"{_data.ShortName} ({_data.Unit})");
        sheet.YTitle($"Lots per {NumberText.Shortest(width)}{Unit}", 81);
        DrawLimits(sheet, panel);
        if (hasSpread)
            DrawMean(sheet, panel);
        if (values.Count == 0)
            sheet.Text("no lot yet", Upper.CentreX, Upper.CentreY, Anchor.Middle, sheet.Bold(13, palette.Muted));
    }

    private IEnumerable<double> Extent(List<double> values, bool hasSpread)
    {
        var all = values.Concat(new[] { _data.LowerSpecification, _data.UpperSpecification }.OfType<double>());
        return hasSpread ? all.Append(_data.Mean - 3.3 * _data.Sd).Append(_data.Mean + 3.3 * _data.Sd) : all;
    }

    /// <summary>A round width near Freedman and Diaconis' 2 IQR / ∛n (1981), at least four pixels.</summary>
    private static double ClassWidth(List<double> values, Scale x)
    {
        var sorted = values.Order().ToList();
        var quartiles = sorted.Count < 4 ? 0 : sorted[sorted.Count * 3 / 4] - sorted[sorted.Count / 4];
        var wanted = quartiles > 0 ? 2 * quartiles / Math.Cbrt(sorted.Count) : (x.To - x.From) / 40;
        wanted = 1.25 * Math.Max(wanted, (x.To - x.From) / 200);
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        return power * new[] { 1, 2, 2.5, 5 }.Last(step => step * power <= wanted * (1 + 1e-9));
    }

    private List<(double X, double Y)> Bell(Scale x, double peak) =>
        Enumerable.Range(0, 241)
            .Select(i => x.From + (x.To - x.From) * i / 240)
            .Select(v => (v, peak * Math.Exp(-0.5 * Math.Pow((v - _data.Mean) / _data.Sd, 2))))
            .ToList();

    private void DrawLimits(Sheet sheet, Panel panel)
    {
        foreach (var (limit, name, isLower) in new[] { (_data.LowerSpecification, "LSL", true), (_data.UpperSpecification, "USL", false) })
        {
            if (limit is not { } value)
                continue;
            sheet.FenceUpright(panel.X(value), Upper.Top + 22, Upper.Bottom, isLower);
            var text = $"{name} {NumberText.Shortest(value)}";
            var half = sheet.TextWidth(text, sheet.Bold(12.5)) / 2;
            sheet.Text(text, Math.Clamp(panel.X(value), Upper.Left + half + 3, Upper.Right - half), Upper.Top + 11, Anchor.Middle, sheet.Bold(12.5));
        }
    }

    private void DrawMean(Sheet sheet, Panel panel)
    {
        var (x, ink) = (panel.X(_data.Mean), sheet.Palette.Ink);
        var text = "mean " + Value(_data.Mean);
        var inRow = sheet.IsFree(sheet.Measure(text, x, Upper.Top + 11, Anchor.Middle, sheet.Bold(12.5)).Grown(5));
        sheet.Line(x, Upper.Top + (inRow ? 22 : 50), x, Upper.Bottom, ink, 1.6);
        if (inRow)
            sheet.Text(text, x, Upper.Top + 11, Anchor.Middle, sheet.Bold(12.5));
        var (left, right) = (_data.Mean - 3 * _data.Sd, _data.Mean + 3 * _data.Sd);
        sheet.Interval(panel.XInside(left), panel.XInside(right), Upper.Top + 54, sheet.Palette.Muted, 1.3, 9);
        var note = $"mean ± 3 SD: {Value(left)} to {Value(right)}";
        var style = sheet.Plain(12.5, sheet.Palette.Muted);
        var label = sheet.Measure(note, panel.XInside(right), Upper.Top + 40, Anchor.End, style);
        var crossesMean = label.Left - 6 < x;
        var at = crossesMean ? Math.Min(x + 8, Upper.Right - label.Width) : panel.XInside(right);
        sheet.TextOnGround(note, at, Upper.Top + 40, crossesMean ? Anchor.Start : Anchor.End, style);
    }

    private void DrawIndex(Sheet sheet)
    {
        var palette = sheet.Palette;
        var shown = new[] { _data.Ppk, _data.PpkInterval?.Lower ?? double.NaN, _data.PpkInterval?.Upper ?? double.NaN, _data.Required };
        var panel = new Panel(sheet, Lower, Scale.Around(shown, 0.5, 9), new Scale(0, 1, false, [])) { GridAcross = false, YLine = false, YLabels = false };
        panel.Render();
        sheet.YTitle($"Pₚₖ with its 95{NumberText.Thin}% interval", 426);
        var required = panel.X(_data.Required);
        sheet.FenceUpright(required, Lower.Top, Lower.Bottom, forbiddenLeft: true);
        var text = "required " + Index(_data.Required);
        var box = sheet.Measure(text, required, 427, Anchor.Middle, sheet.Plain(12.5));
        if (sheet.IsFree(box.Grown(6)) && sheet.Area.Holds(box))
            sheet.Text(text, required, 427, Anchor.Middle, sheet.Plain(12.5));
        else
            sheet.Text(text, sheet.Width - Sheet.Margin, 427, Anchor.End, sheet.Plain(12.5));
        if (!double.IsFinite(_data.Ppk))
            return;
        var y = Lower.CentreY + 3;
        var (left, right) = (panel.X(_data.Ppk), panel.X(_data.Ppk));
        var words = Index(_data.Ppk);
        if (_data.PpkInterval is { } interval)
        {
            (left, right) = (panel.X(interval.Lower), panel.X(interval.Upper));
            words += $"  ({NumberText.Interval(interval.Lower, interval.Upper, 2)})";
            sheet.Interval(left, right, y, palette.Data, 3, 12);
        }
        sheet.Disc(panel.X(_data.Ppk), y, 13, palette.Paper);
        sheet.Disc(panel.X(_data.Ppk), y, 10, palette.Data);
        // Right of the interval; left of it where the fence stands in the way.
        var style = sheet.Bold(13, palette.Data);
        var width = sheet.TextWidth(words, style);
        var isFree = right + 12 + width < Lower.Right && !(required > right - 4 && required < right + 24 + width);
        sheet.Text(words, isFree ? right + 12 : left - 12, y, isFree ? Anchor.Start : Anchor.End, style);
    }
}
