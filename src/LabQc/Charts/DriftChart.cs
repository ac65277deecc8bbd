using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// EWMA and CUSUM of one attribute: small lasting shifts that single points do not show.
/// The first signal of each is named; a line through both panels stands at the estimated onset.
/// </summary>
public sealed class DriftChart : Chart
{
    private static readonly Box Upper = new(76, 98, 748, 318);

    private static readonly Box Lower = new(76, 364, 748, 546);

    private readonly DriftChartData _data;

    /// <exception cref="ArgumentException">A series has not one value a lot, or an index is none of a lot.</exception>
    public DriftChart(DriftChartData data)
    {
        foreach (var series in new[] { data.Ewma, data.EwmaLower, data.EwmaUpper, data.CusumUpper, data.CusumLower })
        {
            if (series.Count != data.Points.Count)
                throw new ArgumentException($"Each series must have one value for each of the {data.Points.Count} lots.", nameof(data));
        }
        foreach (var index in new[] { data.EwmaSignal, data.CusumSignal, data.Onset })
        {
            if (index < 0 || index >= data.Points.Count)
                throw new ArgumentException($"There is no lot {index}.", nameof(data));
        }
        _data = data;
    }

    public override string Title => $"{_data.Attribute}: EWMA and CUSUM";

    public override string Conclusion =>
        !HasLimits ? "No limits: fewer than 8 lots to take them from."
        : !IsSignal ? $"No signal: {NumberText.Counted(_data.Points.Count, "lot")} without a lasting shift; {SinglesInWords}."
        : $"{Direction} shift{(_data.Onset is { } onset ? $", begun about lot {Lot(onset)}" : "")}: {SignalsInWords("signals")}; {SinglesInWords}.";

    public override string AltText => NumberText.Plain(
        $"EWMA and CUSUM charts of {_data.Attribute} for {NumberText.Counted(_data.Points.Count, "lot")}. "
        + (!HasLimits ? "There are no limits: fewer than 8 lots to take them from."
            : !IsSignal ? "No signal."
            : $"{Direction} shift {(_data.Onset is { } onset ? $"begins about lot {Lot(onset)}" : "is seen")}; {SignalsInWords("signals")}."));

    public override string Footnote =>
        $"EWMA λ = {NumberText.Shortest(_data.Lambda)}, L = {NumberText.Shortest(_data.Width)} · CUSUM k = {NumberText.Shortest(_data.K)}σ, h = {NumberText.Shortest(_data.H)}σ"
        + (HasLimits ? $" · centre {Value(_data.Centre)} and σ {NumberText.Power(_data.Sigma)} frozen from {_data.Basis}" : "")
        + (_data.Points.Any(p => p.Rejected) ? " · filled circle: rejected lot" : "");

    internal override double Height => 632;

    private bool HasLimits => double.IsFinite(_data.Centre) && _data.Sigma > 0;

    private bool IsSignal => _data.EwmaSignal is not null || _data.CusumSignal is not null;

    /// <summary>To which side the first signal points.</summary>
    private bool IsUpward =>
        _data.EwmaSignal is { } e && !(_data.CusumSignal < e) ? _data.Ewma[e] > _data.Centre
        : _data.CusumSignal is { } c && SignalSum(c) > 0;

    private string Direction => IsUpward ? "An upward" : "A downward";

    private string SinglesInWords
    {
        get
        {
            var beyond = _data.Points.Count(p => Math.Abs(p.Value - _data.Centre) > 3 * _data.Sigma);
            return beyond == 0 ? "no single lot was beyond 3σ" : $"{NumberText.Counted(beyond, "single lot")} beyond 3σ";
        }
    }

    private Scale Lots => Scale.Lots([.. _data.Points.Select(p => p.Lot)]);

    private protected override void Draw(Sheet sheet)
    {
        DrawEwma(sheet);
        DrawCusum(sheet);
    }

    /// <summary>A dotted line at the estimated onset, drawn before the names, so that it crosses none.</summary>
    private void OnsetLine(Sheet sheet, double top, double bottom)
    {
        if (_data.Onset is not { } onset || !IsSignal)
            return;
        var x = Upper.Left + Upper.Width * Lots.Fraction(onset + 0.5);
        sheet.Dashes(x, top, x, bottom, sheet.Palette.Muted, 1.2, 2, 3);
        if (top > Upper.Top)
            return;
        var text = $"estimated onset: {Lot(onset)}";
        var style = sheet.Plain(13, sheet.Palette.Muted);
        var right = x + 8 + sheet.TextWidth(text, style) < Upper.Right;
        sheet.TextOnGround(text, right ? x + 7 : x - 7, Upper.Top + 10, right ? Anchor.Start : Anchor.End, style);
    }

    private string Lot(int index) => _data.Points[index].Lot;

    private string Value(double value) => NumberText.Fixed(value, _data.Decimals);

    private string SignalsInWords(string verb) =>
        (_data.EwmaSignal, _data.CusumSignal) switch
        {
            ({ } e, { } c) => $"the EWMA {verb} at {Lot(e)}, the CUSUM at {Lot(c)}",
            ({ } e, null) => $"the EWMA {verb} at {Lot(e)}, the CUSUM does not",
            (null, { } c) => $"the CUSUM {verb} at {Lot(c)}, the EWMA does not",
            _ => "neither signals",
        };

    private void DrawEwma(Sheet sheet)
    {
        var palette = sheet.Palette;
        var all = _data.Points.Select(p => p.Value).Concat(_data.Ewma).Concat(_data.EwmaLower).Concat(_data.EwmaUpper);
        var fitted = Scale.Around(all, 0.04, 6);
        // Room above the highest value for the name of the onset.
        var panel = new Panel(sheet, Upper, Lots, Scale.Linear(fitted.From, fitted.To + 0.12 * (fitted.To - fitted.From), 6)) { XLabels = false, GridAcross = false };
        var names = new PointLabels(sheet, Upper.Grown(-2));
        var (lower, upper) = (Stairs(panel, _data.EwmaLower), Stairs(panel, _data.EwmaUpper));
        if (HasLimits && lower.Count > 1)
        {
            sheet.Shade([.. lower, .. upper.AsEnumerable().Reverse()], palette.Band);
            names.AvoidZone(new Box(Upper.Left, upper[^1].Y, Upper.Right, lower[^1].Y));
            names.AvoidLine(lower);
            names.AvoidLine(upper);
            sheet.Dashes(lower, palette.Data, 1.5, 9, 4);
            sheet.Dashes(upper, palette.Data, 1.5, 9, 4);
            sheet.Line(Upper.Left, panel.Y(_data.Centre), Upper.Right, panel.Y(_data.Centre), palette.Data, 1.3);
        }
        Singles(sheet, panel, names);
        panel.Curve(_data.Ewma.Select((v, i) => (i + 1.0, v)).ToList(), palette.Ink, 2.4);
        panel.Render();
        OnsetLine(sheet, Upper.Top, Lower.Top);
        sheet.YTitle($"EWMA of {_data.AxisName}", 81);
        sheet.Text("circles: single lots · line: EWMA", Upper.Right, 81, Anchor.End, sheet.Plain(12, palette.Muted));
        names.AvoidZone(new Box(Upper.Left, Upper.Top, Upper.Right, Upper.Top + 20));
        names.AvoidLine(_data.Ewma.Select((v, i) => (panel.X(i + 1), panel.Y(v))).Where(p => double.IsFinite(p.Item2)).ToList());
        Signal(sheet, panel, names, _data.EwmaSignal, i => _data.Ewma[i], i => $"{Lot(i)} · EWMA {(_data.Ewma[i] > _data.Centre ? "above" : "below")} its limit");
        if (_data.Points.Count == 0 || !HasLimits)
            return;
        var ends = new EndLabels(sheet, Upper);
        ends.Add("UCL " + Value(_data.EwmaUpper[^1]), panel.Y(_data.EwmaUpper[^1]), palette.Data);
        ends.Add("centre " + Value(_data.Centre), panel.Y(_data.Centre), palette.Data);
        ends.Add("LCL " + Value(_data.EwmaLower[^1]), panel.Y(_data.EwmaLower[^1]), palette.Data);
        ends.Draw();
    }

    private void DrawCusum(Sheet sheet)
    {
        var palette = sheet.Palette;
        var reach = _data.CusumUpper.Append(_data.H).Where(double.IsFinite).Max() * 1.1;
        var depth = _data.CusumLower.Append(_data.H).Where(double.IsFinite).Max() * 1.1;
        var panel = new Panel(sheet, Lower, Lots, Scale.Around([-depth, reach], 0, 7)) { GridAcross = false };
        var names = new PointLabels(sheet, Lower.Grown(-2));
        sheet.Fill(new Box(Lower.Left, panel.Y(_data.H), Lower.Right, panel.Y(-_data.H)), palette.Band);
        sheet.Line(Lower.Left, panel.Y(0), Lower.Right, panel.Y(0), palette.Reference, 1.2);
        sheet.ControlLimit(Lower.Left, Lower.Right, panel.Y(_data.H));
        sheet.ControlLimit(Lower.Left, Lower.Right, panel.Y(-_data.H));
        // The sum that signals is the one to be seen.
        var (up, down) = IsSignal && !IsUpward ? (palette.Reference, palette.Ink) : (palette.Ink, palette.Reference);
        panel.Curve(_data.CusumUpper.Select((v, i) => (i + 1.0, v)).ToList(), up, 2.2);
        panel.Curve(_data.CusumLower.Select((v, i) => (i + 1.0, -v)).ToList(), down, 2.2);
        panel.Render();
        OnsetLine(sheet, Lower.Top, Lower.Bottom);
        panel.XTitle("Lot, in order of isolation");
        sheet.YTitle("CUSUM (σ)", Lower.Top - 17);
        foreach (var (series, sign) in new[] { (_data.CusumUpper, 1), (_data.CusumLower, -1) })
            names.AvoidLine(series.Select((v, i) => (panel.X(i + 1), panel.Y(sign * v))).Where(p => double.IsFinite(p.Item2)).ToList());
        Signal(sheet, panel, names, _data.CusumSignal, SignalSum, i => $"{Lot(i)} · {(SignalSum(i) > 0 ? "upper" : "lower")} CUSUM beyond h");
        var ends = new EndLabels(sheet, Lower);
        ends.Add($"h = +{NumberText.Shortest(_data.H)}σ", panel.Y(_data.H), palette.Data);
        ends.Add($"h = −{NumberText.Shortest(_data.H)}σ", panel.Y(-_data.H), palette.Data);
        if (_data.Points.Count > 0)
        {
            ends.Add("upper sum", panel.YInside(Last(_data.CusumUpper)), up == palette.Ink ? palette.Ink : palette.Muted, bold: up == palette.Ink);
            ends.Add("lower sum", panel.YInside(-Last(_data.CusumLower)), down == palette.Ink ? palette.Ink : palette.Muted, bold: down == palette.Ink);
        }
        ends.Draw();
    }

    private double SignalSum(int index) =>
        _data.CusumUpper[index] >= _data.CusumLower[index] ? _data.CusumUpper[index] : -_data.CusumLower[index];

    private static double Last(IReadOnlyList<double> values) => double.IsFinite(values[^1]) ? values[^1] : 0;

    private void Singles(Sheet sheet, Panel panel, PointLabels names)
    {
        for (var i = 0; i < _data.Points.Count; i++)
        {
            var point = _data.Points[i];
            if (!double.IsFinite(point.Value))
                continue;
            var (x, y, across) = (panel.X(i + 1), panel.Y(point.Value), _data.Points.Count > LotSeries.Many ? 3.5 : 6);
            if (point.Rejected)
                sheet.Disc(x, y, across, sheet.Palette.Reference);
            sheet.Ring(x, y, across, sheet.Palette.Reference, 1.3);
            names.AvoidMark(Box.Around(x, y, 4, 4));
        }
    }

    private static void Signal(Sheet sheet, Panel panel, PointLabels names, int? index, Func<int, double> value, Func<int, string> text)
    {
        if (index is not { } i || !double.IsFinite(value(i)))
            return;
        var (x, y) = (panel.X(i + 1), panel.YInside(value(i)));
        sheet.Violation(MarkShape.Square, x, y, sheet.Palette.Trend, false);
        names.AvoidMark(Box.Around(x, y, 7, 7));
        names.Place(text(i), x, y, sheet.Bold(12.5, sheet.Palette.Trend));
    }

    /// <summary>Limits as they truly widen at the start: constant around each lot.</summary>
    private static List<(double X, double Y)> Stairs(Panel panel, IReadOnlyList<double> values)
    {
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            points.Add((panel.X(i + 0.5), panel.Y(values[i])));
            points.Add((panel.X(i + 1.5), panel.Y(values[i])));
        }
        return points;
    }
}
