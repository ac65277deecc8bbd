using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>What an isolation method gives and costs: yield and purity of all lots on logarithmic axes that share the methods' rows.</summary>
public sealed class MethodsChart : Chart
{
    private const double Top = 98;

    private const int EnoughForBox = 8;

    private readonly MethodsChartData _data;

    public MethodsChart(MethodsChartData data) => _data = data;

    public override string Title => "Yield and purity by isolation method";

    public override string Conclusion
    {
        get
        {
            var words = Comparison;
            return _data.PurityLimit is null || Count == 0 ? words + "." : $"{words}; {BelowInWords}.";
        }
    }

    public override string AltText
    {
        get
        {
            var methods = _data.Methods.Where(m => m.Lots.Count > 0)
                .Select(m => $"{m.Name}: median yield {NumberText.Power(m.Yield.Median)} particles/mL, purity {NumberText.Power(m.Purity.Median)} particles/µg");
            var text = $"Yield and purity of {NumberText.Counted(Count, "lot")} by isolation method on logarithmic axes. ";
            text += Count == 0 ? "There is no lot yet." : string.Join("; ", methods) + ".";
            return NumberText.Plain(_data.PurityLimit is { } limit && Count > 0
                ? $"{text} {(Below == 0 ? "No lot" : NumberText.Counted(Below, "lot"))} {(Below <= 1 ? "lies" : "lie")} below the purity limit of {NumberText.Power(limit)}."
                : text);
        }
    }

    public override string Footnote
    {
        get
        {
            var parts = new List<string> { "Box: quartiles and median", "whiskers: 5th to 95th percentile", "every lot is drawn" };
            if (_data.Methods.Any(m => m.Lots.Count is > 0 and < EnoughForBox))
                parts.Add("fewer than 8 lots: no box");
            if (_data.ThisLot.Length > 0)
                parts.Add($"ringed: this lot, {_data.ThisLot}");
            var without = _data.Methods.SelectMany(m => m.Lots).Count(l => !(l.Yield > 0) || !(l.Purity > 0));
            if (without > 0)
                parts.Add($"{NumberText.Counted(without, "lot")} with a value missing");
            parts.Add(_data.Test);
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => Bottom + 106;

    private int Count => _data.Methods.Sum(m => m.Lots.Count);

    private int Below => _data.Methods.SelectMany(m => m.Lots).Count(l => l.Purity < _data.PurityLimit);

    private double Row => _data.Methods.Count <= 3 ? 98 : 84;

    private double Bottom => Top + Row * Math.Max(2, _data.Methods.Count);

    private string BelowInWords => Below == 0
        ? "no lot falls below the purity limit"
        : $"{NumberText.Count(Below)} of {NumberText.Counted(Count, "lot")} {(Below == 1 ? "falls" : "fall")} below the purity limit";

    /// <summary>The method of the highest yield against the method of the highest purity.</summary>
    private string Comparison
    {
        get
        {
            var known = _data.Methods.Where(m => m.Lots.Count > 0 && m.Yield.Median > 0 && m.Purity.Median > 0).ToList();
            if (known.Count == 0)
                return "There is no lot with yield and purity yet";
            var (most, purest) = (known.MaxBy(m => m.Yield.Median)!, known.MaxBy(m => m.Purity.Median)!);
            if (known.Count == 1)
                return $"{most.Name}: median {NumberText.Power(most.Yield.Median)} particles/mL at {NumberText.Power(most.Purity.Median)} particles/µg protein";
            return most == purest
                ? $"{most.Name} gives most particles and the highest purity"
                : $"{most.Name} gives {Times(most.Yield.Median / purest.Yield.Median)} times the particles of {Inner(purest.Name)} at {Times(purest.Purity.Median / most.Purity.Median)} times lower purity";
        }
    }

    private protected override void Draw(Sheet sheet)
    {
        if (_data.PurityLimit is { } limit)
            sheet.Text($"limit {NumberText.Power(limit, 2)}", LimitX(limit), 86, Anchor.Middle, sheet.Bold(12.5));
        DrawPanel(sheet, new Box(160, Top, 490, Bottom), "Yield (particles/mL)", lot => lot.Yield, method => method.Yield, null);
        DrawPanel(sheet, new Box(536, Top, 866, Bottom), "Purity (particles/µg protein)", lot => lot.Purity, method => method.Purity, _data.PurityLimit);
        for (var i = 0; i < _data.Methods.Count; i++)
            MethodName(sheet, _data.Methods[i], Top + Row * (i + 0.5));
        if (_data.Methods.Count == 0)
            sheet.Text("no lot yet", 325, (Top + Bottom) / 2, Anchor.Middle, sheet.Bold(13, sheet.Palette.Muted));
    }

    private static string Times(double factor) => NumberText.Fixed(factor, factor < 3 ? 1 : 0);

    /// <summary>A method's name inside a sentence.</summary>
    private static string Inner(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private double LimitX(double limit) => 536 + 330 * Axis(lot => lot.Purity, limit).Fraction(limit);

    private Scale Axis(Func<MethodLot, double> value, double? limit) =>
        Scale.Decades(_data.Methods.SelectMany(m => m.Lots).Select(value).Append(limit ?? double.NaN));

    private void DrawPanel(
        Sheet sheet, Box area, string title, Func<MethodLot, double> value, Func<MethodLots, Percentiles> percentiles, double? limit)
    {
        var x = Axis(value, limit);
        var panel = new Panel(sheet, area, x, new Scale(0, 1, false, [])) { GridAcross = false, GridUpright = true, YLabels = false, YLine = area.Left < 300 };
        panel.Render();
        panel.XTitle(title);
        for (var i = 0; i < _data.Methods.Count; i++)
        {
            var method = _data.Methods[i];
            var middle = Top + Row * (i + 0.5);
            if (method.Lots.Count >= EnoughForBox)
                DrawBox(sheet, panel, percentiles(method), middle - 11);
            DrawLots(sheet, panel, method, value, middle + 27);
            if (percentiles(method).Median > 0)
                MedianText(sheet, panel, percentiles(method).Median, middle - 38, limit);
        }
        if (limit is { } fence)
            sheet.FenceUpright(panel.X(fence), area.Top, area.Bottom, forbiddenLeft: true);
    }

    private static void DrawBox(Sheet sheet, Panel panel, Percentiles p, double y)
    {
        if (!(p.P5 > 0))
            return;
        var ink = sheet.Palette.Ink;
        sheet.Interval(panel.X(p.P5), panel.X(p.P95), y, ink, 1.4, 12);
        var box = new Box(panel.X(p.P25), y - 14, panel.X(p.P75), y + 14);
        sheet.Fill(box, sheet.Palette.Zone2);
        sheet.Frame(box, ink, 1.4);
        sheet.Line(panel.X(p.Median), box.Top, panel.X(p.Median), box.Bottom, ink, 3);
    }

    /// <summary>Below the box, not on it, at a few heights in turn by the order of the values.</summary>
    private void DrawLots(Sheet sheet, Panel panel, MethodLots method, Func<MethodLot, double> value, double y)
    {
        var known = method.Lots.Where(l => value(l) > 0 && double.IsFinite(value(l))).OrderBy(value).ToList();
        var (rows, step, across) = known.Count > 100 ? (7, 2.2, 3.2) : (3, 6.0, 6.5);
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Lot != _data.ThisLot)
                sheet.Disc(panel.X(value(known[i])), y + (i * 2 % rows - rows / 2) * step, across, sheet.Palette.Data.WithAlpha(200));
        }
        var own = known.FindIndex(l => l.Lot == _data.ThisLot);
        if (own >= 0)
            sheet.RingedDisc(panel.X(value(known[own])), y, sheet.Palette.Ink);
    }

    /// <summary>Above the box's median; beside the limit where it would stand on it.</summary>
    private static void MedianText(Sheet sheet, Panel panel, double median, double y, double? limit)
    {
        var (text, style) = (NumberText.Power(median, 2), sheet.Bold(12.5));
        var half = sheet.TextWidth(text, style) / 2;
        var x = panel.X(median);
        if (limit is { } fence && Math.Abs(x - panel.X(fence)) < half + 12)
            x = panel.X(fence) + (median >= fence ? half + 8 : -half - 12);
        sheet.TextOnGround(text, Math.Clamp(x, panel.Area.Left + half + 4, panel.Area.Right - half - 4), y, Anchor.Middle, style);
    }

    private static void MethodName(Sheet sheet, MethodLots method, double middle)
    {
        const double Room = 128;
        var bold = sheet.Bold(13);
        var words = method.Name.Split(' ');
        var first = words.Length;
        while (first > 1 && sheet.TextWidth(string.Join(' ', words.Take(first)), bold) > Room)
            first--;
        var lines = new List<(string Text, TextStyle Style)> { (string.Join(' ', words.Take(first)), bold) };
        if (first < words.Length)
            lines.Add((string.Join(' ', words.Skip(first)), bold));
        lines.Add((NumberText.Counted(method.Lots.Count, "lot"), sheet.Plain(13, sheet.Palette.Muted)));
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, style) = lines[i];
            var fitted = style with { Size = Math.Clamp(style.Size * Room / Math.Max(1, sheet.TextWidth(text, style)), 10.5, style.Size) };
            sheet.Text(sheet.Shortened(text, Room + 0.5, fitted), Sheet.Margin, middle - 8 * (lines.Count - 1) + 16 * i, Anchor.Start, fitted);
        }
    }
}
