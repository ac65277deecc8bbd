using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>
/// One lot's size distribution: its replicates, their mean, the specified range with the percentage inside it, D10, D50 and D90,
/// and what the instrument does not see.
/// </summary>
public sealed partial class SizeDistributionChart : Chart
{
    /// <summary>Below this many traces the shape is that of chance, so classes are drawn as counted.</summary>
    private const int EnoughTraces = 500;

    private readonly SizeChartData _data;
    private readonly SizeCurves _curves;
    private readonly Scale _x;

    /// <exception cref="ArgumentException">The edges do not grow, or a curve has not one value a class.</exception>
    public SizeDistributionChart(SizeChartData data)
    {
        Check(data);
        _data = data;
        _curves = new SizeCurves(data.EdgesNm, data.Logarithmic);
        _x = data.Logarithmic ? LogarithmicAxis() : LinearAxis();
    }

    public override string Title =>
        $"Lot {_data.Lot}: size distribution{(_data.Logarithmic ? ", logarithmic diameter" : "")}{(IsCoarse ? ", few traces" : "")}";

    public override string Conclusion
    {
        get
        {
            if (Included == 0)
                return "No replicate could be used, so there is no size distribution.";
            if (!double.IsFinite(_data.PercentInRange.Value))
                return $"The percentage between {RangeInWords} was not computed.";
            var words = IsCoarse && _data.PercentInterval is { } interval
                ? $"{Percent} between {RangeInWords} (95{NumberText.Thin}% interval {NumberText.Fixed(interval.Lower, 1)} to {NumberText.Percent(interval.Upper, 1)}): only {NumberText.Count(_data.Traces ?? 0)} traces, so the shape is coarse."
                : $"{Percent} of the {AmountInWords} between {RangeInWords}; median diameter {Nm(_data.D50.Value)} nm{Amount}.";
            return _data.Verdict.Length > 0 ? $"{words} {_data.Verdict}" : words;
        }
    }

    public override string AltText
    {
        get
        {
            var excluded = _data.Replicates.Where(r => !r.Included).ToList();
            var sentences = new[]
            {
                $"Size distribution of lot {_data.Lot} by {_data.Technique}, {ReplicatesInWords}, {NumberText.Fixed(_x.From, 0)} to {NumberText.Fixed(_x.To, 0)} nm.",
                Included == 0 ? "No replicate could be used."
                : !double.IsFinite(_data.PercentInRange.Value) ? $"The percentage of particles between {RangeInWords} was not computed."
                : $"D10 {Nm(_data.D10.Value)}, D50 {Nm(_data.D50.Value)}, D90 {Nm(_data.D90.Value)} nm; {Percent} of {(IsOfParticles ? "particles" : _data.Quantity.ToLowerInvariant())} between {RangeInWords}.",
                Blind is { } blind ? $"Below {NumberText.Shortest(blind)} nm the instrument detects few particles, so that part of the range is not proven." : "",
                excluded.Count > 0 ? $"Left out of the mean: {string.Join(", ", excluded.Select(Named))}." : "",
            };
            return NumberText.Plain(string.Join(' ', sentences.Where(s => s.Length > 0)));
        }
    }

    public override string Footnote
    {
        get
        {
            var parts = new List<string> { _data.Origin, ClassesInWords };
            if (_data.AsMeasured)
                parts.Add("dilution unknown: as measured in the cell");
            if (_data.D50.Sd is not null && Included > 1)
                parts.Add("mean ± SD of replicates");
            if (IsCoarse)
                parts.Add("each class is drawn as counted, not smoothed");
            if (_data.WorkingRange is { } working && working.Upper < _x.To)
                parts.Add($"few particles seen above {NumberText.Shortest(working.Upper)} nm");
            var beyond = _curves.PercentFrom(_x.To, _data.MeanCurve);
            if (beyond >= 0.05)
                parts.Add($"{NumberText.Percent(beyond, 1)} beyond {NumberText.Fixed(_x.To, 0)} nm");
            var excluded = _data.Replicates.Where(r => !r.Included).ToList();
            if (excluded.Count > 0)
                parts.Add("excluded: " + string.Join(", ", excluded.Select(Named)));
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }
    }

    internal override double Height => 520;

    private int Included => _data.MeanCurve.Count == 0 ? 0 : _data.Replicates.Count(r => r.Included);

    private bool IsCoarse => _data.Traces < EnoughTraces && Included > 0;

    /// <summary>Few classes are no curve either.</summary>
    private bool InSteps => IsCoarse || _curves.Classes < 8;

    /// <summary>The lower end of what the instrument sees, where it is on the axis.</summary>
    private double? HatchedBelow => _data.WorkingRange is { } working && working.Lower > _x.From ? working.Lower : null;

    /// <summary>The same, where it leaves a part of the specified range unseen.</summary>
    private double? Blind => HatchedBelow > _data.Range.Lower ? HatchedBelow : null;

    private bool IsOfParticles => _data.Unit.StartsWith("particles", StringComparison.Ordinal);

    private string AmountInWords => IsOfParticles ? "particles lie" : $"{_data.Quantity.ToLowerInvariant()} lies";

    private string Percent => NumberText.Percent(_data.PercentInRange.Value, 1);

    private string RangeInWords => $"{NumberText.Shortest(_data.Range.Lower)} and {NumberText.Shortest(_data.Range.Upper)} nm";

    private string Amount =>
        _data.AsMeasured ? "; the dilution is unknown, so no concentration is stated"
        : double.IsFinite(_data.ConcentrationPerMl) ? $"; {NumberText.Power(_data.ConcentrationPerMl)} particles/mL"
        : "";

    private string ReplicatesInWords => Included switch
    {
        0 => "no replicate",
        1 => "1 replicate",
        var n => $"{n} replicates and their mean",
    };

    private string ClassesInWords
    {
        get
        {
            if (_curves.Classes == 0)
                return "";
            var width = _data.EdgesNm[1] - _data.EdgesNm[0];
            return _data.EdgesNm.Zip(_data.EdgesNm.Skip(1), (a, b) => b - a).All(w => Math.Abs(w - width) < 1e-6 * width)
                ? $"{NumberText.Shortest(width)}-nm classes"
                : $"{NumberText.Count(_curves.Classes)} classes";
        }
    }

    private static string Nm(double value) => NumberText.Fixed(value, 1);

    private static string Named(SizeReplicate replicate) =>
        replicate.Reason.Length > 0 ? $"{replicate.Name} ({replicate.Reason})" : replicate.Name;

    private static void Check(SizeChartData data)
    {
        if (data.EdgesNm.Zip(data.EdgesNm.Skip(1)).Any(pair => !(pair.First < pair.Second)))
            throw new ArgumentException("The edges of the classes must grow.", nameof(data));
        var classes = Math.Max(0, data.EdgesNm.Count - 1);
        if (data.MeanCurve.Count > 0 && data.MeanCurve.Count != classes || data.Replicates.Any(r => r.Values.Count != classes))
            throw new ArgumentException($"Each curve must have one value for each of the {classes} classes.", nameof(data));
    }

    private Scale LinearAxis()
    {
        var wanted = Wanted(0.995, 1.5);
        var step = Scale.Step(wanted, 10);
        return Scale.Linear(0, Math.Ceiling(wanted / step) * step, 10, minor: true);
    }

    private Scale LogarithmicAxis()
    {
        var least = Math.Max(1, _data.Range.Lower);
        var low = _curves.EdgeOfShare(0.002, _data.MeanCurve);
        return Scale.LogDiameters(low < least ? Scale.DiameterAbove(low / 2) : least, Scale.DiameterAbove(Wanted(0.999, 2)));
    }

    /// <summary>The axis reaches past the range, past D90 with room for its label, and to nearly all particles.</summary>
    private double Wanted(double share, double roomForD90) =>
        new[] { _data.Range.Upper * 1.5, _data.D90.Value * roomForD90, _curves.EdgeOfShare(share, _data.MeanCurve) }
            .Where(double.IsFinite)
            .DefaultIfEmpty(400)
            .Max();
}
