using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// One lot's cumulative size distribution over the envelope of its reference set, and its distance beside the set's own distances.
/// Cumulative, because the envelope of quantile functions is then exact and the distance is an area that can be seen.
/// </summary>
public sealed class EnvelopeChart : Chart
{
    private static readonly Box Left = new(76, 98, 608, 448);

    private static readonly Box Right = new(690, 98, 862, 448);

    private static readonly double[] Named = [0.1, 0.25, 0.5, 0.75, 0.9];

    private readonly EnvelopeChartData _data;

    /// <exception cref="ArgumentException">A quantile function has not one diameter a level.</exception>
    public EnvelopeChart(EnvelopeChartData data)
    {
        foreach (var curve in new[] { data.LotNm, data.LowerNm, data.MedianNm, data.UpperNm, data.MeanNm })
        {
            if (curve.Count != data.Levels.Count)
                throw new ArgumentException($"Each quantile function must have one diameter for each of the {data.Levels.Count} levels.", nameof(data));
        }
        _data = data;
    }

    public override string Title => $"Lot {_data.Lot} against {_data.ReferenceSet} of {NumberText.Counted(_data.Lots, "lot")}";

    public override string Conclusion =>
        !double.IsFinite(_data.DistanceNm) ? "The distance to the set was not computed."
        : $"{Sentence(VerdictInWords)}: the curve lies {Nm(_data.DistanceNm)} nm from the set’s mean curve; "
            + (_data.LimitNm is { } limit ? $"the limit is {Nm(limit)} nm." : "the set is too small for a limit.");

    public override string AltText => NumberText.Plain(
        $"Cumulative size distribution of lot {_data.Lot} over the median and the 5 to 95 % envelope of {NumberText.Counted(_data.Lots, "lot")} of {_data.ReferenceSet}. "
        + $"The lot {EnvelopeInWords}. "
        + (double.IsFinite(_data.DistanceNm)
            ? $"Wasserstein distance {Nm(_data.DistanceNm)} nm {(_data.LimitNm is { } limit ? $"against a limit of {Nm(limit)} nm" : "without a limit")}: {VerdictInWords}."
            : "The Wasserstein distance was not computed."));

    public override string Footnote =>
        "Envelope: 5–95\u2009% and median of the lots’ quantile functions · distance: Wasserstein-1 to the mean quantile function, lots of the set each left out in turn";

    internal override double Height => 540;

    private string VerdictInWords => _data.Verdict switch
    {
        TrendVerdict.InTrend => "in trend",
        TrendVerdict.OutOfTrend => "out of trend",
        _ => "not judged",
    };

    /// <summary>Where the lot's curve is outside the envelope: above, below or between two diameters.</summary>
    private string EnvelopeInWords
    {
        get
        {
            var outside = Enumerable.Range(0, _data.Levels.Count)
                .Where(i => _data.LotNm[i] < _data.LowerNm[i] || _data.LotNm[i] > _data.UpperNm[i])
                .ToList();
            if (_data.Lots == 0)
                return "has no envelope to be compared with";
            if (outside.Count == 0)
                return "stays inside the envelope";
            var (from, to) = (Nm(_data.LotNm[outside[0]]), Nm(_data.LotNm[outside[^1]]));
            var whole = outside.Count == outside[^1] - outside[0] + 1;
            if (whole && outside.Count == _data.Levels.Count)
                return "is outside the envelope everywhere";
            if (whole && outside[^1] == _data.Levels.Count - 1)
                return $"leaves the envelope above {from} nm";
            if (whole && outside[0] == 0)
                return $"leaves the envelope below {to} nm";
            return $"leaves the envelope {(whole ? "" : "in places ")}between {from} and {to} nm";
        }
    }

    private protected override void Draw(Sheet sheet)
    {
        DrawCurves(sheet);
        DrawDistances(sheet);
    }

    private static string Nm(double value) => NumberText.Fixed(value, 1);

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private void DrawCurves(Sheet sheet)
    {
        var palette = sheet.Palette;
        var panel = new Panel(sheet, Left, Diameters(), Percentages());
        var (lot, median) = (Pixels(panel, _data.LotNm), Pixels(panel, _data.MedianNm));
        var (lower, upper) = (Pixels(panel, _data.LowerNm), Pixels(panel, _data.UpperNm));
        sheet.Within(Left, () =>
        {
            sheet.Shade([.. lower, .. upper.AsEnumerable().Reverse()], palette.Zone3);
            sheet.Shade([.. lot, .. Pixels(panel, _data.MeanNm).AsEnumerable().Reverse()], palette.TrendTint.WithAlpha(200));
            sheet.Polyline(lower, palette.Reference, 1);
            sheet.Polyline(upper, palette.Reference, 1);
            sheet.Dashes(median, palette.Reference, 1.8, 7, 5);
        });
        panel.Curve(_data.Levels.Select((p, i) => (_data.LotNm[i], 100 * p)).ToList(), palette.Data, 2.8);
        panel.Render();
        panel.XTitle("Hydrodynamic diameter (nm)");
        sheet.YTitle("Particles smaller than the diameter (%)", 81);
        if (new[] { lot, lower, median, upper }.Any(curve => curve.Count == 0))
        {
            sheet.Text(lot.Count == 0 ? "no curve" : "no other lot in the set", Left.CentreX, Left.CentreY, Anchor.Middle, sheet.Bold(13, palette.Muted));
            return;
        }
        NameCurves(sheet, lot, lower, median, upper);
    }

    private void NameCurves(
        Sheet sheet, IReadOnlyList<(double X, double Y)> lot, IReadOnlyList<(double X, double Y)> lower, IReadOnlyList<(double X, double Y)> median, IReadOnlyList<(double X, double Y)> upper)
    {
        var palette = sheet.Palette;
        var names = new PointLabels(sheet, Left.Grown(-3));
        foreach (var curve in new[] { lot, lower, median, upper })
            names.AvoidLine(curve);
        Departure(sheet, names, lot, median);
        names.Place("this lot", At(lot, 0.66).X, At(lot, 0.66).Y, sheet.Bold(13, palette.Data), [(1, 1), (1, 0), (-1, -1)]);
        names.Place("median of the set", At(median, 0.36).X, At(median, 0.36).Y, sheet.Plain(13, palette.Muted), [(-1, -1), (-1, 0), (1, 1)]);
        names.Place("5–95\u2009% of the set", At(upper, 0.16).X, At(upper, 0.16).Y, sheet.Plain(13, palette.Muted), [(1, 1), (1, 0), (-1, -1)]);
        // Below a cumulative curve's end there is always room.
        sheet.TextOnGround("tinted area: the distance from the set’s mean", Left.Right - 4, Left.Bottom - 22, Anchor.End, sheet.Plain(13, palette.Muted));
    }

    /// <summary>An arrow from the median to the lot at the named level where they are furthest apart.</summary>
    private void Departure(Sheet sheet, PointLabels names, IReadOnlyList<(double X, double Y)> lot, IReadOnlyList<(double X, double Y)> median)
    {
        var level = Named.MaxBy(p => Math.Abs(At(lot, p).X - At(median, p).X));
        var (from, to) = (At(median, level), At(lot, level));
        if (!(Math.Abs(to.X - from.X) >= 14) || to.X > Left.Right || from.X > Left.Right)
            return;
        var colour = _data.Verdict == TrendVerdict.OutOfTrend ? sheet.Palette.Trend : sheet.Palette.Ink;
        sheet.Arrow(from.X, from.Y, to.X, to.Y, colour, 1.6);
        names.AvoidMark(new Box(Math.Min(from.X, to.X), from.Y - 5, Math.Max(from.X, to.X), from.Y + 5));
        var i = IndexOf(level);
        var apart = _data.LotNm[i] - _data.MedianNm[i];
        var text = $"D{NumberText.Fixed(100 * level, 0)}: {Nm(Math.Abs(apart))} nm {(apart > 0 ? "above" : "below")} the median";
        names.Place(text, to.X, to.Y, sheet.Bold(13, colour), apart > 0 ? [(1, 1), (1, 0), (0, 1)] : [(-1, -1), (-1, 0), (0, -1)]);
    }

    private void DrawDistances(Sheet sheet)
    {
        var palette = sheet.Palette;
        var all = _data.DistancesNm.Append(_data.DistanceNm).Append(_data.LimitNm ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var panel = new Panel(sheet, Right, new Scale(0, 1, false, []), Scale.FromZero(all * 1.12, 7)) { XLabels = false };
        panel.Render();
        sheet.YTitle("Distance to the mean (nm)", 81, 650);
        var style = sheet.Plain(13, palette.Muted);
        sheet.Text(NumberText.Counted(_data.Lots, "lot"), panel.X(0.3), Right.Bottom + 14, Anchor.Middle, style);
        sheet.Text("this lot", panel.X(0.78), Right.Bottom + 14, Anchor.Middle, style);
        if (_data.LimitNm is { } limit)
        {
            sheet.ControlLimit(Right.Left, Right.Right, panel.Y(limit));
            var below = _data.DistanceNm > limit || Math.Abs(panel.Y(limit) - panel.Y(_data.DistanceNm)) > 40;
            sheet.TextOnGround($"limit {Nm(limit)}", Right.Right, panel.Y(limit) + (below ? 13 : -13), Anchor.End, sheet.Bold(12.5, palette.Data));
        }
        var across = _data.DistancesNm.Count > 100 ? 4.5 : 7;
        foreach (var (x, y) in Swarm(_data.DistancesNm.Where(double.IsFinite).Select(panel.Y), panel.X(0.3), across + 2))
            sheet.Ring(x, y, across, palette.Reference, 1.4);
        if (!double.IsFinite(_data.DistanceNm))
            return;
        var colour = _data.Verdict == TrendVerdict.OutOfTrend ? palette.Trend : palette.Data;
        sheet.RingedDisc(panel.X(0.78), panel.Y(_data.DistanceNm), colour);
        var text = $"this lot {Nm(_data.DistanceNm)}";
        var above = sheet.Measure(text, panel.X(0.78), panel.Y(_data.DistanceNm) - 18, Anchor.Middle, sheet.Bold(13, colour));
        sheet.TextOnGround(text, Math.Min(panel.X(0.78), Right.Right - above.Width / 2), panel.Y(_data.DistanceNm) + (sheet.IsFree(above) ? -18 : 18), Anchor.Middle, sheet.Bold(13, colour));
    }

    /// <summary>Points side by side where they would touch, in fixed steps: the same at every drawing.</summary>
    private static List<(double X, double Y)> Swarm(IEnumerable<double> heights, double centre, double step)
    {
        const double Reach = 44;
        var placed = new List<(double X, double Y)>();
        foreach (var y in heights.Order())
        {
            var x = Enumerable.Range(0, 2 * (int)(Reach / step) + 1)
                .Select(i => centre + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * step)
                .FirstOrDefault(x => !placed.Exists(p => Math.Abs(p.X - x) < step - 1 && Math.Abs(p.Y - y) < step - 1), centre);
            placed.Add((x, y));
        }
        return placed;
    }

    private static Scale Percentages() =>
        new(0, 100, false, [.. Enumerable.Range(0, 5).Select(i => new Tick(25 * i, NumberText.Count(25 * i), true))]);

    private Scale Diameters()
    {
        var seen = new[] { _data.LowerNm, _data.UpperNm, _data.LotNm }
            .SelectMany(curve => curve.Where((_, i) => _data.Levels[i] is >= 0.002 and <= 0.99))
            .ToList();
        return Scale.Around(seen, 0.02, 8, minor: true);
    }

    /// <summary>The curve in pixels; empty where a part of it is not known.</summary>
    private List<(double X, double Y)> Pixels(Panel panel, IReadOnlyList<double> nm) =>
        nm.All(double.IsFinite) ? nm.Select((d, i) => (panel.X(d), panel.Y(100 * _data.Levels[i]))).ToList() : [];

    private (double X, double Y) At(IReadOnlyList<(double X, double Y)> pixels, double level) =>
        pixels[Math.Clamp(IndexOf(level), 0, pixels.Count - 1)];

    private int IndexOf(double level) =>
        Enumerable.Range(0, _data.Levels.Count).MinBy(i => Math.Abs(_data.Levels[i] - level));
}
