using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// Hotelling's T² of all lots, and what each attribute has to do with one of them:
/// a lot may be odd in its combination though no attribute is.
/// </summary>
public sealed class HotellingChart : Chart
{
    private static readonly Box Left = new(76, 98, 480, 386);

    private static readonly Box Right = new(634, 98, 868, 386);

    private readonly HotellingChartData _data;
    private readonly IReadOnlyList<AttributeContribution> _contributions;

    /// <exception cref="ArgumentException">The chosen lot is none of the lots.</exception>
    public HotellingChart(HotellingChartData data)
    {
        if (data.Points.Count > 0 && (data.Chosen < 0 || data.Chosen >= data.Points.Count))
            throw new ArgumentException($"There is no lot {data.Chosen} among {data.Points.Count}.", nameof(data));
        _data = data;
        _contributions = [.. data.Contributions.Where(c => double.IsFinite(c.Drop)).OrderByDescending(c => c.Drop)];
    }

    public override string Title => $"{AttributesInWords} together: Hotelling’s T²";

    public override string Conclusion
    {
        get
        {
            if (_data.NotComputed.Length > 0 || !IsKnown)
                return $"Not computed: {(_data.NotComputed.Length > 0 ? _data.NotComputed : "an attribute is missing")}.";
            var limit = _data.Limit is { } l ? $"T² {Value(T2)}, limit {Value(l)}" : $"T² {Value(T2)}, no limit";
            var verdict = _data.Verdict switch
            {
                TrendVerdict.OutOfTrend => "out of trend",
                TrendVerdict.InTrend => "in trend",
                _ => "not judged",
            };
            return $"Lot {Lot} is {verdict} ({limit})" + (Leading.Count == 0 ? "." : $": {string.Join(", ", Leading.Select(c => $"{c.Attribute} {Side(c)}"))}.");
        }
    }

    public override string AltText => NumberText.Plain(
        $"Hotelling’s T squared of {NumberText.Counted(_data.Points.Count, "lot")} over {NumberText.Counted(_contributions.Count, "attribute")}. "
        + (_data.NotComputed.Length > 0 || !IsKnown
            ? $"It was not computed{(_data.NotComputed.Length > 0 ? ": " + _data.NotComputed : "")}."
            : $"Lot {Lot} has {Value(T2)} {(_data.Limit is { } limit ? $"against a limit of {Value(limit)}" : "without a limit")}"
                + (Leading.Count == 0 ? "." : $"; {string.Join(", ", Leading.Select(c => $"without {c.Attribute} ({Side(c)}) it would be {Value(T2 - c.Drop)}"))}.")));

    public override string Footnote =>
        $"Set: {_data.Basis}"
        + (_data.Limit is null ? "" : $" · limit: {NumberText.Percent(100 * _data.Confidence, 2)} prediction for one further lot")
        + " · bars: T² minus T² without the attribute, which do not add up to T²; the word says on which side of the set it lies";

    internal override double Height => 476;

    private bool IsKnown => _data.Points.Count > 0 && double.IsFinite(T2);

    private double T2 => _data.Points[_data.Chosen].Value;

    private string Lot => _data.Points[_data.Chosen].Lot;

    /// <summary>The largest first, until they make three quarters of the sum of all.</summary>
    private List<AttributeContribution> Leading
    {
        get
        {
            var total = _contributions.Sum(c => c.Drop);
            var leading = new List<AttributeContribution>();
            foreach (var contribution in _contributions)
            {
                if (total <= 0 || leading.Sum(c => c.Drop) >= 0.75 * total)
                    break;
                leading.Add(contribution);
            }
            return leading;
        }
    }

    private string AttributesInWords => _contributions.Count switch
    {
        0 => "Several attributes",
        1 => "One attribute",
        2 => "Two attributes",
        3 => "Three attributes",
        4 => "Four attributes",
        var n => $"{NumberText.Count(n)} attributes",
    };

    private protected override void Draw(Sheet sheet)
    {
        DrawLots(sheet);
        DrawContributions(sheet);
    }

    private static string Value(double value) => NumberText.Fixed(value, 1);

    private static string Side(AttributeContribution contribution) => contribution.IsHigher ? "higher" : "lower";

    private void DrawLots(Sheet sheet)
    {
        var palette = sheet.Palette;
        var values = _data.Points.Select(p => p.Value).ToList();
        var top = values.Append(_data.Limit ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var panel = new Panel(sheet, Left, Scale.Lots([.. _data.Points.Select(p => p.Lot)]), Scale.FromZero(top * 1.12, 7));
        var series = new LotSeries(sheet, panel, _data.Points);
        if (_data.Limit is { } limit)
        {
            sheet.Fill(new Box(Left.Left, panel.Y(limit), Left.Right, Left.Bottom), palette.Band);
            sheet.ControlLimit(Left.Left, Left.Right, panel.Y(limit));
            series.Names.AvoidLine([(Left.Left, panel.Y(limit)), (Left.Right, panel.Y(limit))]);
        }
        series.Line(values, 0, values.Count - 1);
        panel.Render();
        panel.XTitle("Lot, in order of isolation");
        sheet.YTitle("T²", 81);
        series.Points(values, 6.5);
        if (_data.Limit is { } l)
            sheet.TextOnGround($"UCL {Value(l)} ({NumberText.Percent(100 * _data.Confidence, 2)})", Left.Left + 8, panel.Y(l) - 12, Anchor.Start, sheet.Bold(12.5, palette.Data));
        if (_data.Limit is { } ucl)
            series.Violations(values, values.Select((v, i) => (v, i)).Where(p => p.v > ucl && p.i != _data.Chosen).Select(p => new ControlViolation(p.i, "T2")).ToList());
        if (!IsKnown)
        {
            sheet.Text(_data.Points.Count == 0 ? "no lot yet" : "not computed", Left.CentreX, Left.Top + 16, Anchor.Middle, sheet.Bold(13, palette.Muted));
            return;
        }
        var (x, y) = (series.X(_data.Chosen), panel.YInside(T2));
        var colour = _data.Verdict == TrendVerdict.OutOfTrend ? palette.Trend : palette.Data;
        if (_data.Verdict == TrendVerdict.OutOfTrend)
            sheet.Violation(MarkShape.Square, x, y, colour, false);
        else
            sheet.RingedDisc(x, y, colour);
        series.Names.AvoidMark(Box.Around(x, y, 8, 8));
        series.Names.Place($"{Lot} · T² {Value(T2)}", x, y, sheet.Bold(12.5, colour), [(-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0)]);
    }

    private void DrawContributions(Sheet sheet)
    {
        var palette = sheet.Palette;
        var count = _contributions.Count;
        sheet.YTitle(_data.Points.Count == 0 ? "Contributions" : $"Contributions of lot {Lot}", 81, 530);
        var x = Scale.FromZero(_contributions.Select(c => c.Drop).DefaultIfEmpty(1).Max() * 1.25, 4);
        // The first attribute stands at the top.
        var panel = new Panel(sheet, Right, x, new Scale(Math.Max(count, 1) + 0.5, 0.5, false, [])) { GridAcross = false, GridUpright = true, YLabels = false };
        var leading = Leading;
        var alarm = _data.Verdict == TrendVerdict.OutOfTrend ? palette.Trend : palette.Data;
        panel.Render();
        panel.XTitle("Contribution to T²");
        for (var i = 0; i < count; i++)
        {
            var contribution = _contributions[i];
            var isLeading = leading.Contains(contribution);
            var y = panel.Y(i + 1);
            var half = Math.Min(14, Right.Height / count * 0.3);
            sheet.Fill(new Box(Right.Left + 0.6, y - half, panel.X(contribution.Drop), y + half), isLeading ? alarm : palette.Reference);
            var name = isLeading ? sheet.Bold(13) : sheet.Plain(13);
            sheet.Text(sheet.Shortened(contribution.Attribute, Right.Left - 506, name), Right.Left - 8, y, Anchor.End, name);
            var words = $"{Value(contribution.Drop)}  {Side(contribution)}";
            var style = isLeading ? sheet.Bold(12.5, alarm) : sheet.Plain(12.5, palette.Muted);
            if (panel.X(contribution.Drop) + 7 + sheet.TextWidth(words, style) <= sheet.Width - Sheet.Margin)
                sheet.TextOnGround(words, panel.X(contribution.Drop) + 7, y, Anchor.Start, style);
            else
                sheet.Text(words, panel.X(contribution.Drop) - 8, y, Anchor.End, style with { Colour = palette.Paper });
        }
        if (count == 0)
            sheet.Text("not computed", Right.CentreX, Right.CentreY, Anchor.Middle, sheet.Bold(13, palette.Muted));
    }
}
