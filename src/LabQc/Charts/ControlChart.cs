using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// Individuals and moving ranges of one attribute over all lots, with the frozen limits of each phase, its zones,
/// the specification as fences, and every violation by shape and name.
/// </summary>
public sealed partial class ControlChart : Chart
{
    private readonly ControlChartData _data;
    private readonly double[] _values;
    private readonly double[] _ranges;

    /// <exception cref="ArgumentException">A phase reaches beyond the lots, or a rule is unknown.</exception>
    public ControlChart(ControlChartData data)
    {
        foreach (var phase in data.Phases)
        {
            if (phase.First < 0 || phase.Last >= data.Points.Count || phase.First > phase.Last)
                throw new ArgumentException($"{phase.Name} runs from lot {phase.First} to {phase.Last} of {data.Points.Count}.", nameof(data));
        }
        foreach (var violation in data.Violations)
            RuleSign.Of(violation.Rule);
        _data = data;
        _values = [.. data.Points.Select(p => p.Value)];
        _ranges = MovingRanges();
    }

    public override string Title =>
        $"{_data.Attribute}, {NumberText.Counted(_data.Points.Count, "lot")}: individuals and moving range";

    public override string Conclusion
    {
        get
        {
            if (_data.Points.Count == 0)
                return "There is no lot yet.";
            if (Current is not { HasLimits: true })
                return "No limits: fewer than 8 lots to take them from.";
            var broken = Broken;
            var rules = broken.Count == 0
                ? "No lot breaks a run rule"
                : $"{NumberText.Count(broken.Count)} of {NumberText.Counted(_data.Points.Count, "lot")} {(broken.Count == 1 ? "breaks" : "break")} a run rule, the latest {LatestInWords}";
            return SpecificationInWords.Length == 0 ? rules + "." : $"{rules}; {WithinInWords} {SpecificationInWords}.";
        }
    }

    public override string AltText
    {
        get
        {
            var sentences = new List<string>
            {
                $"Individuals and moving-range chart of {_data.Attribute} for {NumberText.Counted(_data.Points.Count, "lot")} in {NumberText.Counted(_data.Phases.Count, "phase")} with frozen limits.",
                Current is { HasLimits: true } phase
                    ? $"Current centre {Value(phase.Centre)}, control limits {Value(phase.At(-3))} and {Value(phase.At(3))}{Unit}."
                    : "There are no control limits: fewer than 8 lots to take them from.",
                Broken.Count == 0 ? "No lot breaks a run rule."
                    : $"{NumberText.Count(Broken.Count)} {(Broken.Count == 1 ? "lot breaks" : "lots break")} a run rule, the latest {LatestInWords}.",
            };
            if (SpecificationInWords.Length > 0)
                sentences.Add($"{(Outside == 0 ? "All" : "Not all")} lots lie within the specification of {SpecificationInWords}.");
            return NumberText.Plain(string.Join(' ', sentences));
        }
    }

    public override string Footnote
    {
        get
        {
            var parts = new List<string> { _data.Estimator };
            if (_data.Phases.Count > 1)
                parts.Add("moving range is not taken across a phase change");
            if (_data.Points.Count > LotSeries.Many)
                parts.Add("violations are marked, ordinary points are not");
            else if (_data.Points.Any(p => p.Rejected))
                parts.Add("open: rejected lot");
            parts.AddRange(_data.Comments.Select(c => $"{c.Letter}: {c.Text}"));
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => 632;

    private ControlPhase? Current => _data.Phases.Count == 0 ? null : _data.Phases[^1];

    private string Unit => _data.Unit.Length == 0 ? "" : " " + _data.Unit;

    /// <summary>Lots that break a run rule, moving ranges apart.</summary>
    private List<IGrouping<int, ControlViolation>> Broken =>
        _data.Violations.Where(v => v.Rule != "MR" && v.Index >= 0 && v.Index < _values.Length).GroupBy(v => v.Index).OrderBy(g => g.Key).ToList();

    private string LatestInWords
    {
        get
        {
            var latest = Broken[^1];
            var rules = latest.Select(v => RuleSign.Of(v.Rule)).OrderBy(s => s.Severity).ToList();
            return $"{_data.Points[latest.Key].Lot} ({(rules.Count == 1 ? rules[0].Text : string.Join(", ", rules.Select(r => r.Name)))})";
        }
    }

    private int Outside => _values.Count(v => v < _data.LowerSpecification || v > _data.UpperSpecification);

    private string WithinInWords => Outside switch
    {
        0 => "all lots meet the specification of",
        1 => "1 lot is outside the specification of",
        var n => $"{NumberText.Count(n)} lots are outside the specification of",
    };

    private string SpecificationInWords => (_data.LowerSpecification, _data.UpperSpecification) switch
    {
        ({ } lower, { } upper) => $"{NumberText.Shortest(lower)} to {NumberText.Shortest(upper)}{Unit}",
        ({ } lower, null) => $"at least {NumberText.Shortest(lower)}{Unit}",
        (null, { } upper) => $"at most {NumberText.Shortest(upper)}{Unit}",
        _ => "",
    };

    private string Value(double value) => NumberText.Fixed(value, _data.Decimals);

    /// <summary>Differences of neighbours within a phase; none for its first lot or beside a missing value.</summary>
    private double[] MovingRanges()
    {
        var ranges = new double[_values.Length];
        Array.Fill(ranges, double.NaN);
        foreach (var phase in _data.Phases)
        {
            for (var i = phase.First + 1; i <= phase.Last; i++)
                ranges[i] = Math.Abs(_values[i] - _values[i - 1]);
        }
        return ranges;
    }
}
