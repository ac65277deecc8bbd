namespace LabQc.Charts.Drawing;

/// <summary>Lots in order along the x axis of a panel: their line and points, the marks of violations and their names.</summary>
internal sealed class LotSeries(Sheet sheet, Panel panel, IReadOnlyList<ControlPoint> points)
{
    /// <summary>Above this many lots ordinary points are not drawn.</summary>
    public const int Many = 100;

    /// <summary>Of many lots only the violations of the latest are named in full.</summary>
    private const int NamedOfMany = 40;

    private readonly PointLabels _names = new(sheet, panel.Area.Grown(-2));

    private bool AreMany => points.Count > Many;

    /// <summary>The names of the points, for what else must not be covered by them.</summary>
    public PointLabels Names => _names;

    public double X(int index) => panel.X(index + 1);

    /// <summary>A line through the values from one lot to another; a missing value breaks it.</summary>
    public void Line(IReadOnlyList<double> values, int first, int last, double width = 1.2)
    {
        var part = Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => (X: i + 1.0, Y: values[i])).ToList();
        panel.Curve(part, sheet.Palette.Ink, width, 0.85);
        _names.AvoidLine(part.Where(p => double.IsFinite(p.Y)).Select(p => (panel.X(p.X), panel.YInside(p.Y))).ToList());
    }

    /// <summary>The points; those of rejected lots are open.</summary>
    public void Points(IReadOnlyList<double> values, double across)
    {
        for (var i = 0; i < values.Count && !AreMany; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;
            var (x, y) = (X(i), panel.YInside(values[i]));
            sheet.Disc(x, y, across, sheet.Palette.Ink);
            if (points[i].Rejected)
                sheet.Disc(x, y, across - 2.6, sheet.Palette.Paper);
            _names.AvoidMark(Box.Around(x, y, 4, 4));
        }
    }

    /// <summary>True if no point lies in the box.</summary>
    public bool IsClear(Box box, IReadOnlyList<double> values) =>
        !values.Where((value, i) => double.IsFinite(value) && box.Grown(5).Overlaps(Box.Around(X(i), panel.YInside(value), 1, 1))).Any();

    /// <summary>Marks every violation, and names the first of each run of the same rule.</summary>
    public void Violations(IReadOnlyList<double> values, IReadOnlyList<ControlViolation> violations)
    {
        var known = violations
            .Where(v => v.Index >= 0 && v.Index < values.Count && double.IsFinite(values[v.Index]))
            .GroupBy(v => v.Index)
            .OrderBy(g => g.Key)
            .Select(g => (Index: g.Key, Rules: g.Select(v => RuleSign.Of(v.Rule)).OrderBy(s => s.Severity).ToList()))
            .ToList();
        foreach (var (index, rules) in known)
        {
            sheet.Violation(rules[0].Shape, X(index), panel.YInside(values[index]), rules[0].Colour(sheet.Palette), AreMany);
            _names.AvoidMark(Box.Around(X(index), panel.YInside(values[index]), 7, 7));
        }
        foreach (var (index, rules) in known)
        {
            var before = known.Where(k => k.Index == index - 1).SelectMany(k => k.Rules).ToList();
            var begun = rules.Where(r => r.IsBeyondLimit || !before.Contains(r)).ToList();
            if (begun.Count > 0)
                Name(index, values[index], begun);
        }
    }

    private void Name(int index, double value, List<RuleSign> rules)
    {
        var (x, y) = (X(index), panel.YInside(value));
        var style = sheet.Bold(12.5, rules[0].Colour(sheet.Palette));
        if (AreMany && index < points.Count - NamedOfMany)
        {
            // The panel of ranges has one limit, so its square says all.
            if (rules[0].Short == "MR")
                return;
            _names.Place(string.Join(", ", rules.Select(r => r.Short)), x, y, style, [(1, 0), (-1, 0), (0, -1), (0, 1)]);
            return;
        }
        if (rules[0].IsWarning)
        {
            _names.Place(rules[0].Short, x, y, style with { Bold = false });
            return;
        }
        var what = rules.Count == 1 ? rules[0].Text : string.Join(", ", rules.Select(r => r.Name));
        if (!_names.Place($"{points[index].Lot} · {what}", x, y, style))
            _names.Place(string.Join(", ", rules.Select(r => r.Short)), x, y, style);
    }
}
