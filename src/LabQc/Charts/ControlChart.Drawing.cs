using LabQc.Charts.Drawing;

namespace LabQc.Charts;

public sealed partial class ControlChart
{
    private static readonly Box Upper = new(68, 98, 748, 402);

    private static readonly Box Lower = new(68, 442, 748, 546);

    private const double Lane = 20;

    /// <summary>How far the hatching of a specification limit reaches.</summary>
    private const double Hatch = 6;

    private bool AreMany => _data.Points.Count > LotSeries.Many;

    private Scale Lots => Scale.Lots([.. _data.Points.Select(p => p.Lot)]);

    private protected override void Draw(Sheet sheet)
    {
        DrawIndividuals(sheet);
        DrawRanges(sheet);
        if (AreMany)
            Key(sheet);
    }

    /// <summary>Where a phase ends, one dotted line goes through both panels; drawn before the names, so that it crosses none.</summary>
    private void PhaseChanges(Sheet sheet, double top, double bottom)
    {
        foreach (var phase in _data.Phases.Skip(1))
        {
            var x = Upper.Left + Upper.Width * Lots.Fraction(phase.First + 0.5);
            sheet.Dashes(x, top, x, bottom, sheet.Palette.Muted, 1.2, 2, 3);
        }
    }

    private void DrawIndividuals(Sheet sheet)
    {
        var limits = _data.Phases.Where(p => p.HasLimits).SelectMany(p => new[] { p.At(-3), p.At(3) });
        var y = new ControlScale(_values.Concat(limits), [_data.LowerSpecification, _data.UpperSpecification], Lane / Upper.Height);
        var panel = new Panel(sheet, Upper, Lots, y.Scale) { XLabels = false, GridAcross = false };
        var series = new LotSeries(sheet, panel, _data.Points);
        foreach (var phase in _data.Phases)
        {
            var (left, right) = Ends(panel, phase);
            if (phase.HasLimits)
                Zones(sheet, panel, series, phase, left, right);
            series.Line(_values, phase.First, phase.Last, AreMany ? 1 : 1.2);
            PhaseName(sheet, phase, left, right);
        }
        PhaseChanges(sheet, Upper.Top, Lower.Top);
        Fences(sheet, panel, series, y);
        panel.Render();
        sheet.YTitle(_data.Unit.Length == 0 ? _data.ShortName : $"{_data.ShortName} ({_data.Unit})", 81);
        series.Points(_values, 6.5);
        Flags(sheet, panel, series);
        series.Violations(_values, _data.Violations.Where(v => v.Rule != "MR").ToList());
        EndNames(sheet, panel, y);
        if (_data.Points.Count == 0)
            sheet.Text("no lot yet", Upper.CentreX, Upper.CentreY, Anchor.Middle, sheet.Bold(13, sheet.Palette.Muted));
    }

    private void DrawRanges(Sheet sheet)
    {
        var palette = sheet.Palette;
        var limits = _data.Phases.Where(p => p.HasLimits).Select(p => p.UpperRange);
        var top = _ranges.Concat(limits).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var panel = new Panel(sheet, Lower, Lots, Scale.FromZero(top * 1.15, 4)) { GridAcross = false };
        var series = new LotSeries(sheet, panel, _data.Points);
        foreach (var phase in _data.Phases)
        {
            var (left, right) = Ends(panel, phase);
            if (phase.HasLimits)
            {
                sheet.Fill(new Box(left, panel.Y(phase.UpperRange), right, Lower.Bottom), palette.Zone1);
                sheet.Line(left, panel.Y(phase.MeanRange), right, panel.Y(phase.MeanRange), palette.Data, 1.3);
                sheet.ControlLimit(left, right, panel.Y(phase.UpperRange));
            }
            series.Line(_ranges, phase.First, phase.Last, AreMany ? 1 : 1.2);
        }
        PhaseChanges(sheet, Lower.Top, Lower.Bottom);
        panel.Render();
        panel.XTitle("Lot, in order of isolation");
        sheet.YTitle(_data.Unit.Length == 0 ? "Moving range" : $"Moving range ({_data.Unit})", Lower.Top - 17);
        series.Points(_ranges, 5.5);
        series.Violations(_ranges, _data.Violations.Where(v => v.Rule == "MR").ToList());
        if (Current is not { HasLimits: true } current)
            return;
        var names = new EndLabels(sheet, Lower);
        names.Add("UCL " + Value(current.UpperRange), panel.Y(current.UpperRange), palette.Data);
        names.Add("mean " + Value(current.MeanRange), panel.Y(current.MeanRange), palette.Data);
        names.Draw();
    }

    private static (double Left, double Right) Ends(Panel panel, ControlPhase phase) =>
        (panel.XInside(phase.First + 0.5), panel.XInside(phase.Last + 1.5));

    private static void Zones(Sheet sheet, Panel panel, LotSeries series, ControlPhase phase, double left, double right)
    {
        var palette = sheet.Palette;
        foreach (var (sigmas, colour) in new[] { (3, palette.Zone3), (2, palette.Zone2), (1, palette.Zone1) })
            sheet.Fill(new Box(left, panel.Y(phase.At(sigmas)), right, panel.Y(phase.At(-sigmas))), colour);
        sheet.Line(left, panel.Y(phase.Centre), right, panel.Y(phase.Centre), palette.Data, 1.3);
        sheet.ControlLimit(left, right, panel.Y(phase.At(3)));
        sheet.ControlLimit(left, right, panel.Y(phase.At(-3)));
        foreach (var sigmas in new[] { 3, -3 })
            series.Names.AvoidLine([(left, panel.Y(phase.At(sigmas))), (right, panel.Y(phase.At(sigmas)))]);
        series.Names.AvoidZone(new Box(left, panel.Y(phase.At(3)), right, panel.Y(phase.At(-3))));
    }

    private static void PhaseName(Sheet sheet, ControlPhase phase, double left, double right)
    {
        var style = sheet.Plain(13, sheet.Palette.Muted);
        var text = phase.Name + (phase.BaseLots < 8 ? " · no limits, fewer than 8 lots" : phase.BaseLots < 20 ? ", provisional" : "");
        var room = Math.Max(right, left) - left - 10;
        if (room > 24)
            sheet.Text(sheet.Shortened(text, room, style), left + 6, Upper.Top + 9, Anchor.Start, style);
    }

    private void Fences(Sheet sheet, Panel panel, LotSeries series, ControlScale y)
    {
        if (_data.LowerSpecification is { } lower && y.Shown[0])
            Fence(sheet, series, panel.Y(lower), forbiddenAbove: false);
        if (_data.UpperSpecification is { } upper && y.Shown[1])
            Fence(sheet, series, panel.Y(upper), forbiddenAbove: true);
    }

    private static void Fence(Sheet sheet, LotSeries series, double y, bool forbiddenAbove)
    {
        sheet.Fence(Upper.Left, Upper.Right, y, forbiddenAbove);
        foreach (var along in new[] { y, y + (forbiddenAbove ? -Hatch : Hatch) })
            series.Names.AvoidLine([(Upper.Left, along), (Upper.Right, along)]);
    }

    private void EndNames(Sheet sheet, Panel panel, ControlScale y)
    {
        var palette = sheet.Palette;
        var names = new EndLabels(sheet, Upper);
        if (_data.UpperSpecification is { } upper)
            names.Add($"USL {NumberText.Shortest(upper)}{(y.Shown[1] ? "" : ", above")}", y.Shown[1] ? panel.Y(upper) : Upper.Top, palette.Ink);
        if (_data.LowerSpecification is { } lower)
            names.Add($"LSL {NumberText.Shortest(lower)}{(y.Shown[0] ? "" : ", below")}", y.Shown[0] ? panel.Y(lower) : Upper.Bottom, palette.Ink);
        if (Current is { HasLimits: true } phase)
        {
            names.Add("UCL " + Value(phase.At(3)), panel.Y(phase.At(3)), palette.Data);
            names.Add("centre " + Value(phase.Centre), panel.Y(phase.Centre), palette.Data);
            names.Add("LCL " + Value(phase.At(-3)), panel.Y(phase.At(-3)), palette.Data);
            // The inner zones are named only where there is room for them.
            if (panel.Y(phase.Centre) - panel.Y(phase.At(1)) >= 9)
            {
                foreach (var (sigmas, text) in new[] { (2, "+2σ"), (1, "+1σ"), (-1, "−1σ"), (-2, "−2σ") })
                    names.Add(text, panel.Y(phase.At(sigmas)), palette.Muted, bold: false);
            }
        }
        names.Draw();
    }

    /// <summary>A flag with the comment's letter above its point.</summary>
    private void Flags(Sheet sheet, Panel panel, LotSeries series)
    {
        foreach (var comment in _data.Comments.Where(c => c.Index >= 0 && c.Index < _values.Length && double.IsFinite(_values[c.Index])))
        {
            var (x, y) = (series.X(comment.Index), panel.YInside(_values[comment.Index]));
            var (above, below) = (new Box(x, y - 36, x + 17, y - 21), new Box(x, y + 21, x + 17, y + 36));
            var flag = series.IsClear(above, _values) && above.Top > Upper.Top + Lane ? above : below;
            if (!sheet.IsFree(flag) || flag.Bottom > Upper.Bottom)
                continue;
            sheet.Line(x, y, x, flag == above ? flag.Top : flag.Bottom, sheet.Palette.Note, 1.2);
            sheet.Fill(flag, sheet.Palette.Note);
            sheet.Text(comment.Letter, flag.CentreX, flag.CentreY, Anchor.Middle, sheet.Bold(12, sheet.Palette.Paper));
            series.Names.AvoidMark(flag.Grown(2));
        }
    }

    /// <summary>Of many lots the older violations carry only their rule's number, so the shapes are explained above the panel.</summary>
    private void Key(Sheet sheet)
    {
        var signs = _data.Violations.Where(v => v.Rule != "MR").Select(v => RuleSign.Of(v.Rule)).Distinct().OrderBy(s => s.Severity).Reverse();
        var right = sheet.Width - Sheet.Margin;
        foreach (var sign in signs)
        {
            var style = sheet.Plain(12, sheet.Palette.Muted);
            var box = sheet.Measure(sign.Text, right, 81, Anchor.End, style);
            if (!sheet.IsFree(box with { Left = box.Left - 20, Right = box.Right + 10 }))
                return;
            sheet.Text(sign.Text, right, 81, Anchor.End, style);
            sheet.Shape(sign.Shape, box.Left - 10, 81, 4, sign.Colour(sheet.Palette));
            right = box.Left - 30;
        }
    }
}
