using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>Bead checks of an instrument over time with mean ± 1, 2 and 3 SD and named violations of Westgard's rules.</summary>
public sealed class BeadCheckChart : Chart
{
    private static readonly Box Area = new(68, 98, 748, 426);

    private readonly BeadCheckChartData _data;

    /// <exception cref="ArgumentException">A rule is unknown.</exception>
    public BeadCheckChart(BeadCheckChartData data)
    {
        foreach (var violation in data.Violations)
            RuleSign.Of(violation.Rule);
        _data = data;
    }

    public override string Title => $"{_data.Instrument}, {NumberText.Counted(_data.Checks.Count, "bead check")}: {_data.Bead}";

    public override string Conclusion =>
        _data.Checks.Count == 0 ? "There is no bead check yet."
        : !HasLimits ? "No limits yet: too few checks to take them from."
        : $"{LatestInWords}; {BrokenInWords}.";

    public override string AltText => NumberText.Plain(
        $"Control chart of {NumberText.Counted(_data.Checks.Count, "bead check")} of {_data.Instrument}, {_data.Bead}. "
        + (HasLimits ? $"Mean {Value(_data.Mean)}, SD {Value(_data.Sd, 1)} {_data.Unit}. " : "There are no limits yet. ")
        + (HasLimits && _data.Checks.Count > 0 ? $"{LatestInWords}; {BrokenInWords}." : ""))
        .TrimEnd();

    public override string Footnote
    {
        get
        {
            var parts = new List<string> { HasLimits ? $"mean and SD from {_data.Basis}" : "", "Westgard’s rules; 1-2s is a warning" };
            if (_data.Checks.Any(c => c.Rejected))
                parts.Add("open: check that was repeated");
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => 512;

    private bool HasLimits => double.IsFinite(_data.Mean) && _data.Sd > 0 && double.IsFinite(_data.Sd);

    private bool AreMany => _data.Checks.Count > LotSeries.Many;

    /// <summary>Rules broken by the last check decide whether the instrument may be used.</summary>
    private string LatestInWords
    {
        get
        {
            var last = _data.Checks.Count - 1;
            var rules = Rules(last);
            var value = $"The last check ({_data.Checks[last].Lot}) is {Value(_data.Checks[last].Value)} {_data.Unit}";
            return rules.Count == 0 ? value + " and breaks no rule" : $"{value} and breaks {string.Join(", ", rules.Select(r => $"{r.Name} ({r.Words})"))}";
        }
    }

    private string BrokenInWords
    {
        get
        {
            var broken = Enumerable.Range(0, _data.Checks.Count).Count(i => Rules(i).Exists(r => !r.IsWarning));
            return broken == 0 ? "no check breaks a rule" : $"{NumberText.Count(broken)} of {NumberText.Counted(_data.Checks.Count, "check")} {(broken == 1 ? "breaks" : "break")} a rule";
        }
    }

    private protected override void Draw(Sheet sheet)
    {
        var values = _data.Checks.Select(c => c.Value).ToList();
        var limits = HasLimits ? new[] { _data.Mean - 3.4 * _data.Sd, _data.Mean + 3.4 * _data.Sd } : [];
        var y = new ControlScale(values.Concat(limits), [_data.Certified, null], 0.1);
        var panel = new Panel(sheet, Area, Scale.Lots([.. _data.Checks.Select(c => c.Lot)]), y.Scale) { GridAcross = false };
        var series = new LotSeries(sheet, panel, _data.Checks);
        if (HasLimits)
            Zones(sheet, panel, series);
        if (_data.Certified is { } certified && y.Shown[0])
            sheet.Dashes(Area.Left, panel.Y(certified), Area.Right, panel.Y(certified), sheet.Palette.Muted, 1.3, 3, 3);
        series.Line(values, 0, values.Count - 1, AreMany ? 1 : 1.2);
        panel.Render();
        panel.XTitle("Bead check, in order of time");
        sheet.YTitle($"{_data.ShortName} ({_data.Unit})", 81);
        series.Points(values, 6.5);
        series.Violations(values, _data.Violations);
        EndNames(sheet, panel, y);
        if (_data.Checks.Count == 0)
            sheet.Text("no bead check yet", Area.CentreX, Area.Top + 14, Anchor.Middle, sheet.Bold(13, sheet.Palette.Muted));
    }

    private List<RuleSign> Rules(int index) =>
        _data.Violations.Where(v => v.Index == index).Select(v => RuleSign.Of(v.Rule)).OrderBy(s => s.Severity).ToList();

    private string Value(double value, int more = 0) => NumberText.Fixed(value, _data.Decimals + more);

    private double At(double sds) => _data.Mean + sds * _data.Sd;

    private void Zones(Sheet sheet, Panel panel, LotSeries series)
    {
        var palette = sheet.Palette;
        foreach (var (sds, colour) in new[] { (3, palette.Zone3), (2, palette.Zone2), (1, palette.Zone1) })
            sheet.Fill(new Box(Area.Left, panel.Y(At(sds)), Area.Right, panel.Y(At(-sds))), colour);
        sheet.Line(Area.Left, panel.Y(_data.Mean), Area.Right, panel.Y(_data.Mean), palette.Data, 1.3);
        foreach (var sds in new[] { -3, 3 })
        {
            sheet.ControlLimit(Area.Left, Area.Right, panel.Y(At(sds)));
            series.Names.AvoidLine([(Area.Left, panel.Y(At(sds))), (Area.Right, panel.Y(At(sds)))]);
        }
        series.Names.AvoidZone(new Box(Area.Left, panel.Y(At(3)), Area.Right, panel.Y(At(-3))));
    }

    private void EndNames(Sheet sheet, Panel panel, ControlScale y)
    {
        var palette = sheet.Palette;
        var names = new EndLabels(sheet, Area);
        if (HasLimits)
        {
            foreach (var sds in new[] { 3, -3 })
                names.Add($"{(sds > 0 ? "+" : "−")}3 SD  {Value(At(sds))}", panel.Y(At(sds)), palette.Data);
            foreach (var (sds, text) in new[] { (2, "+2 SD"), (1, "+1 SD"), (-1, "−1 SD"), (-2, "−2 SD") })
                names.Add(text, panel.Y(At(sds)), palette.Muted, bold: false);
            names.Add("mean " + Value(_data.Mean), panel.Y(_data.Mean), palette.Data);
        }
        if (_data.Certified is { } certified)
            names.Add($"certified {NumberText.Shortest(certified)}", y.Shown[0] ? panel.Y(certified) : panel.YInside(certified), palette.Muted, bold: false);
        names.Draw();
    }
}
