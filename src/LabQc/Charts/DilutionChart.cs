using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// Undiluted concentration against dilution: a sample that was measured in the instrument's range gives the same at each,
/// within a band around the median.
/// </summary>
public sealed class DilutionChart : Chart
{
    private static readonly Box Area = new(76, 98, 736, 400);

    private readonly DilutionChartData _data;
    private readonly List<DilutionPoint> _known;

    public DilutionChart(DilutionChartData data)
    {
        _data = data;
        _known = data.Dilutions.Where(d => double.IsFinite(d.PerMl) && d.Factor > 0).OrderBy(d => d.Factor).ToList();
    }

    public override string Title => $"Lot {_data.Lot}: dilution series";

    public override string Conclusion =>
        !HasMedian ? "There is no concentration to compare."
        : $"Median {NumberText.Power(_data.MedianPerMl)} particles/mL; {OutsideInWords}: {VerdictInWords}.";

    public override string AltText => NumberText.Plain(
        $"Undiluted concentration of lot {_data.Lot} at {NumberText.Counted(_known.Count, "dilution")}"
        + (_known.Count > 1 ? $" from {Factor(_known[0])} to {Factor(_known[^1])}. " : ". ")
        + (HasMedian ? $"Median {NumberText.Power(_data.MedianPerMl)} particles/mL; {OutsideInWords}: {VerdictInWords}." : "There is no concentration to compare."));

    public override string Footnote
    {
        get
        {
            var failed = _data.Dilutions.Where(d => !double.IsFinite(d.PerMl)).Select(Factor).ToList();
            var parts = new[]
            {
                _data.Origin,
                "disc: mean of a dilution, small circles: its replicates",
                $"band: ±{Tolerance} of the median",
                failed.Count > 0 ? "failed run: " + string.Join(", ", failed) : "",
            };
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => 490;

    private bool HasMedian => _known.Count > 0 && _data.MedianPerMl > 0 && double.IsFinite(_data.MedianPerMl);

    private string Tolerance => NumberText.Shortest(_data.TolerancePercent) + NumberText.Thin + "%";

    private string OutsideInWords
    {
        get
        {
            var outside = _known.Where(IsOutside).ToList();
            return outside.Count switch
            {
                0 => $"{(_known.Count == 1 ? "the dilution lies" : "all dilutions lie")} within ±{Tolerance}",
                1 => $"dilution {Factor(outside[0])} is {Departure(outside[0])}",
                var n => $"{NumberText.Count(n)} of {NumberText.Count(_known.Count)} dilutions lie outside ±{Tolerance}",
            };
        }
    }

    private string VerdictInWords => _data.Agrees switch
    {
        true => "the series agrees",
        false => "concentration, yield and purity are inconclusive",
        _ => "fewer than three dilutions decide nothing",
    };

    private protected override void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var highest = _known.SelectMany(d => d.Replicates.Append(d.PerMl)).Append(_data.MedianPerMl * (1 + _data.TolerancePercent / 100)).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var exponent = highest > 1e4 ? (int)Math.Floor(Math.Log10(highest / 3)) : 0;
        var unit = Math.Pow(10, exponent);
        var panel = new Panel(sheet, Area, Factors(), Scale.FromZero(highest / unit * 1.12, 7));
        if (HasMedian)
            Band(sheet, panel, unit);
        panel.Render();
        panel.XTitle("Dilution factor");
        sheet.YTitle($"Undiluted concentration ({(exponent == 0 ? "" : NumberText.TenTo(exponent) + " ")}particles/mL)", 81);
        var names = new PointLabels(sheet, Area.Grown(-2));
        foreach (var dilution in _known)
            Dilution(sheet, panel, names, dilution, unit);
        foreach (var dilution in _known.Where(d => HasMedian && IsOutside(d)))
            names.Place($"{Factor(dilution)}: {Departure(dilution)}", panel.X(dilution.Factor), panel.Y(dilution.PerMl / unit), sheet.Bold(12.5, palette.Beyond), [(-1, 0), (1, 0), (0, -1), (-1, -1), (1, -1)]);
        if (_known.Count == 0)
            sheet.Text("no dilution was measured", Area.CentreX, Area.CentreY, Anchor.Middle, sheet.Bold(13, palette.Muted));
    }

    private static string Factor(DilutionPoint dilution) => NumberText.Shortest(dilution.Factor);

    private bool IsOutside(DilutionPoint dilution) =>
        Math.Abs(dilution.PerMl - _data.MedianPerMl) > _data.TolerancePercent / 100 * _data.MedianPerMl;

    private string Departure(DilutionPoint dilution)
    {
        var percent = 100 * (dilution.PerMl / _data.MedianPerMl - 1);
        return $"{NumberText.Percent(Math.Abs(percent), 0)} {(percent > 0 ? "above" : "below")} the median";
    }

    /// <summary>A logarithmic axis whose ticks are the dilutions themselves.</summary>
    private Scale Factors()
    {
        var factors = _known.Select(d => d.Factor).Distinct().ToList();
        var (low, high) = factors.Count == 0 ? (100, 10_000) : (factors[0], factors[^1]);
        return new Scale(low / 2, high * 2, true, [.. factors.Select(f => new Tick(f, NumberText.Shortest(f), true))]);
    }

    private void Band(Sheet sheet, Panel panel, double unit)
    {
        var (middle, reach) = (_data.MedianPerMl / unit, _data.MedianPerMl / unit * _data.TolerancePercent / 100);
        sheet.Fill(new Box(Area.Left, panel.Y(middle + reach), Area.Right, panel.Y(middle - reach)), sheet.Palette.Band);
        sheet.Line(Area.Left, panel.Y(middle), Area.Right, panel.Y(middle), sheet.Palette.Data, 1.3);
        sheet.Fence(Area.Left, Area.Right, panel.Y(middle + reach), forbiddenAbove: true);
        sheet.Fence(Area.Left, Area.Right, panel.Y(middle - reach), forbiddenAbove: false);
        var ends = new EndLabels(sheet, Area);
        ends.Add("+" + Tolerance, panel.Y(middle + reach), sheet.Palette.Ink);
        ends.Add("median " + NumberText.Power(_data.MedianPerMl), panel.Y(middle), sheet.Palette.Data);
        ends.Add("−" + Tolerance, panel.Y(middle - reach), sheet.Palette.Ink);
        ends.Draw();
    }

    private void Dilution(Sheet sheet, Panel panel, PointLabels names, DilutionPoint dilution, double unit)
    {
        var (x, y) = (panel.X(dilution.Factor), panel.Y(dilution.PerMl / unit));
        var known = dilution.Replicates.Where(double.IsFinite).Order().ToList();
        for (var i = 0; i < known.Count; i++)
        {
            var at = x + 14 + 7 * (i % 3);
            sheet.Ring(at, panel.YInside(known[i] / unit), 5.5, sheet.Palette.Reference, 1.3);
            names.AvoidMark(Box.Around(at, panel.YInside(known[i] / unit), 4, 4));
        }
        if (HasMedian && IsOutside(dilution))
            sheet.Violation(MarkShape.Square, x, y, sheet.Palette.Beyond, false);
        else
            sheet.Disc(x, y, 9, sheet.Palette.Ink);
        names.AvoidMark(Box.Around(x, y, 7, 7));
    }
}
