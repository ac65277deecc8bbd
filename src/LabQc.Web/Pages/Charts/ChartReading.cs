using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Reports;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Charts;

/// <summary>Makes the chart that was chosen, with its numbers, over all lots of a kind.</summary>
internal sealed class ChartReading(LabWork work, Definitions definitions, ChartChoice choice)
{
    // Every replicate of every lot is read for the variance within lots: more would keep a person waiting.
    private const int MostCompared = 1000;

    private readonly AttributeCatalogue _catalogue = new(definitions.Attributes);

    /// <summary>The chart.</summary>
    public ChartView Read()
    {
        var neighbours = new LotConsistency(work).NeighboursOf(choice.Lots!.Last);
        return choice.Picture.Code switch
        {
            "methods" => Methods(),
            "t2" => Together(neighbours),
            "capability" => Capability(),
            _ when neighbours.History.Count(HasValue) < LotConsistency.LeastForLimits => TooFew(neighbours),
            "ewma" => Drift(neighbours),
            _ => Control(neighbours),
        };
    }

    private LabAttribute Attribute => choice.Attribute;

    private bool HasValue(ConsistencyProfile lot) => lot.Values.ContainsKey(Attribute.Code);

    private string ValueOf(ConsistencyProfile lot) => lot.Values.TryGetValue(Attribute.Code, out var value) ? Figures.Of(Attribute, value) : Figures.None;

    private string Head => AttributeTitle.WithUnit(Attribute);

    /// <summary>A place on the attribute's scale, in its unit.</summary>
    private string Back(double place) => double.IsFinite(place) ? Figures.Of(Attribute, AttributeScales.From(Attribute.Scale, place)) : Figures.None;

    private ChartView TooFew(LotNeighbours neighbours)
    {
        var n = neighbours.History.Count(HasValue);
        return new ChartView
        {
            Title = $"{n} {(n == 1 ? "lot" : "lots")}: too few for limits",
            Message = $"Limits are drawn from {LotConsistency.LeastForLimits} lots on, and are provisional until a set of {LotConsistency.LeastForSufficient} is frozen. Until then the values stand in a plain table.",
            Numbers = new NumbersTable
            {
                Heads = ["Lot", "Isolated", Head],
                Rows = [.. neighbours.History.Reverse().Select(l => (IReadOnlyList<string>)[Named(l), $"{l.IsolatedOn:yyyy-MM-dd}", ValueOf(l)])],
                Words = [1],
            },
        };
    }

    private ChartView Control(LotNeighbours neighbours)
    {
        var data = new LotControlChart(work, definitions).Data(neighbours, Attribute);
        var chart = new ControlChart(data);
        return new ChartView
        {
            Title = chart.Title,
            Message = chart.Conclusion,
            Chart = chart,
            Inputs = DrawnCharts.InputsOf(neighbours),
            Numbers = ControlNumbers(neighbours, data),
            Limits = LimitFacts(neighbours, data),
            Signals = [.. data.Violations.GroupBy(v => v.Index).OrderByDescending(g => g.Key).Select(g => new ChartSignal(
                data.Points[g.Key].Lot, Broken([.. g.Select(v => v.Rule)]), !neighbours.History[g.Key].IsHistorical, g.Any(v => v.Rule is "N1" or "MR")))],
            Notes = Notes(neighbours),
        };
    }

    private static string Broken(IReadOnlyList<string> rules) =>
        RuleWords.Of(rules[0]) + (rules.Count > 1 ? $", and {rules.Count - 1} more {(rules.Count == 2 ? "rule" : "rules")}" : "");

    private NumbersTable ControlNumbers(LotNeighbours neighbours, ControlChartData data)
    {
        var broken = data.Violations.ToLookup(v => v.Index, v => RuleWords.Of(v.Rule));
        var rows = data.Points.Select((point, i) =>
        {
            var phase = data.Phases.LastOrDefault(p => i >= p.First && i <= p.Last);
            double? z = phase is { Sigma: > 0 } ? (point.Value - phase.Centre) / phase.Sigma : null;
            double? range = i > 0 && (phase is null || i > phase.First) ? Math.Abs(point.Value - data.Points[i - 1].Value) : null;
            return (IReadOnlyList<string>)[Named(neighbours.History[i]), $"{neighbours.History[i].IsolatedOn:yyyy-MM-dd}", ValueOf(neighbours.History[i]), Figures.Signed(z, 2), Figures.Known(range, data.Decimals), string.Join("; ", broken[i]), neighbours.History[i].Disposition];
        });
        return new NumbersTable
        {
            Heads = ["Lot", "Isolated", Head, "z", Attribute.Scale == AttributeScale.Linear ? "Moving range" : $"Moving range, {Scale}", "Rule", "State"],
            Rows = [.. rows.Reverse()],
            Words = [1, 5, 6],
        };
    }

    private string Scale => Attribute.Scale == AttributeScale.Log10 ? "log₁₀" : Attribute.Scale == AttributeScale.Logit ? "logit" : "linear";

    private IReadOnlyList<Fact> LimitFacts(LotNeighbours neighbours, ControlChartData data)
    {
        var set = neighbours.Set;
        if (data.Phases is not [.., { Sigma: > 0 } phase])
            return [new Fact("Limits", "none: the lots are too few or do not vary")];
        var comparison = neighbours.Answer.Attributes.FirstOrDefault(a => a.Attribute == Attribute.Code);
        return
        [
            new Fact("Set", set.IsFrozen ? $"{set.Name}, version {set.Version}" : "the first comparable lots, not frozen", set.IsFrozen ? $"/reference-sets/{Uri.EscapeDataString(set.Name)}/{set.Version}" : null),
            new Fact("Lots", $"{phase.BaseLots} of {neighbours.History.Count} shown"),
            new Fact("Centre", $"{Back(phase.Centre)} {NumberView.Unit(Attribute.Unit)}"),
            new Fact("Limits", $"{Back(phase.Centre - 3 * phase.Sigma)} to {Back(phase.Centre + 3 * phase.Sigma)} {NumberView.Unit(Attribute.Unit)}"),
            new Fact("σ", $"{Figures.Of(phase.Sigma, 3)}{(Attribute.Scale == AttributeScale.Linear ? $" {NumberView.Unit(Attribute.Unit)}" : $" on the {Scale} scale")}, from the average moving range"),
            .. comparison?.PredictionInterval is { } next ? [new Fact("Next lot, 95 %", $"{Figures.Of(Attribute, next.Lower)} to {Figures.Of(Attribute, next.Upper)}")] : Array.Empty<Fact>(),
            .. data.LowerSpecification is null && data.UpperSpecification is null ? Array.Empty<Fact>() : [new Fact("Specification", Bounds(data))],
            .. set.IsFrozen ? [new Fact(null), new Fact("Frozen by", $"{set.FrozenBy}, {set.FrozenAt[..10]}"), new Fact("Reason", set.Reason)] : Array.Empty<Fact>(),
        ];
    }

    private string Bounds(ControlChartData data) => (data.LowerSpecification, data.UpperSpecification) switch
    {
        ({ } lower, { } upper) => $"{Back(lower)} to {Back(upper)}",
        ({ } lower, null) => $"≥ {Back(lower)}",
        (null, { } upper) => $"≤ {Back(upper)}",
        _ => "no limit",
    };

    private ChartView Drift(LotNeighbours neighbours)
    {
        var data = LotDriftChart.Data(neighbours, Attribute);
        var chart = new DriftChart(data);
        var known = neighbours.History.Where(l => data.Points.Any(p => p.Lot == l.Lot)).ToList();
        return new ChartView
        {
            Title = chart.Title,
            Message = chart.Conclusion,
            Chart = chart,
            Inputs = DrawnCharts.InputsOf(neighbours),
            Numbers = new NumbersTable
            {
                Heads = ["Lot", "Isolated", Head, "EWMA", "CUSUM up, σ", "CUSUM down, σ"],
                Rows = [.. known.Select((l, i) => (IReadOnlyList<string>)[Named(l), $"{l.IsolatedOn:yyyy-MM-dd}", ValueOf(l), Back(data.Ewma[i]), Figures.Known(data.CusumUpper[i], 2), Figures.Known(data.CusumLower[i], 2)]).Reverse()],
                Words = [1],
            },
            Limits =
            [
                new Fact("Set", data.Basis.Length > 0 ? data.Basis : "too few lots for limits"),
                new Fact("EWMA", $"λ {data.Lambda}, L {data.Width}"),
                new Fact("CUSUM", $"k {data.K}, h {data.H}"),
                .. data.Onset is { } onset ? [new Fact("Begins about", data.Points[onset].Lot)] : Array.Empty<Fact>(),
            ],
            Signals = [.. new[] { (At: data.EwmaSignal, Words: "EWMA beyond its limits"), (At: data.CusumSignal, Words: "CUSUM beyond its decision interval") }
                .Where(s => s.At is not null).Select(s => new ChartSignal(data.Points[s.At!.Value].Lot, s.Words + ", first", !known[s.At.Value].IsHistorical, false))],
            Notes = ["EWMA and CUSUM show small lasting shifts. They are information: they count as out of trend only where the reference set says so."],
        };
    }

    private ChartView Capability()
    {
        var answers = CapabilityOf();
        if (answers is null)
            return None("No capability", $"No specification in force has limits of {Head}: without limits there is no capability.");
        var chart = LotCapabilityChart.Of(answers, Attribute, released: false);
        return new ChartView
        {
            Title = chart.Title,
            Message = answers.All.Reason is { } why ? $"No indices: {why}." : chart.Conclusion,
            Chart = answers.All.Reason is null ? chart : null,
            Inputs = string.Join('|', answers.All.Scaled),
            Numbers = CapabilityNumbers(answers),
            Limits =
            [
                new Fact("Specification", answers.Specification, $"/specifications/{answers.Specification.Replace('@', '/')}"),
                .. answers.LowerLimit is { } lower ? [new Fact("Least", $"{Figures.Of(Attribute, lower)} {NumberView.Unit(Attribute.Unit)}")] : Array.Empty<Fact>(),
                .. answers.UpperLimit is { } upper ? [new Fact("Most", $"{Figures.Of(Attribute, upper)} {NumberView.Unit(Attribute.Unit)}")] : Array.Empty<Fact>(),
            ],
            Notes = ["Indices are on the attribute's scale. The released lots alone are " + CapabilityAnswer.Truncated + ", which flatters the process: the indices over all lots come first."],
        };
    }

    private CapabilityAnswer? CapabilityOf()
    {
        try
        {
            return new LotCapability(work).Of(Attribute.Code, choice.Lots!.Kind.Product).FirstOrDefault(a => a.Kind == choice.Lots!.Kind);
        }
        catch (RefusalException refused) when (refused is CapabilityRefusedException or SpecificationMissingException)
        {
            return null;
        }
    }

    private static NumbersTable CapabilityNumbers(CapabilityAnswer answer)
    {
        IReadOnlyList<string> Row(string name, CapabilityOfLots lots) =>
        [
            name, Figures.Count(lots.Values.Count), Figures.Known(lots.Mean, 3), Figures.Known(lots.Sd, 3), Figures.Known(lots.Overall?.Nearest, 2),
            lots.NearestInterval is { } i ? $"{Figures.Of(i.Lower, 2)} to {Figures.Of(i.Upper, 2)}" : Figures.None,
            Figures.Known(lots.Within?.Nearest, 2), Figures.Known(lots.PerMillionOutside, 0), lots.NormalityP is { } p ? NumberView.Probability(p) : Figures.None,
        ];
        return new NumbersTable
        {
            Heads = ["Lots", "n", "Mean", "SD", "Ppk", "95 % interval", "Cpk", "Expected outside, per million", "Normality, p"],
            Rows = [Row("All lots", answer.All), Row($"Released lots, {CapabilityAnswer.Truncated}", answer.Released)],
        };
    }

    private ChartView Methods()
    {
        if (choice.Kinds.Sum(k => k.Lots) is var lots and > MostCompared)
            return None($"{Figures.Count(lots)} lots are too many to compare at once", $"A page compares the methods over at most {Figures.Count(MostCompared)} lots. The command `labqc methods` compares them all.");
        var answer = new IsolationMethodComparison(work).Of(product: null);
        var chart = new IsolationMethodsChart(work).Of(answer, choice.Lots!.Last, purityLimit: null);
        return new ChartView
        {
            Title = chart.Title,
            Message = chart.Conclusion,
            Chart = chart,
            Inputs = string.Join('|', answer.Attributes.SelectMany(a => a.Methods.SelectMany(m => m.Values))),
            Numbers = new NumbersTable
            {
                Heads = ["Attribute", "Method", "Lots", "Median", "Difference to others"],
                Rows = [.. answer.Attributes.SelectMany(a => a.Methods.Select(m => (IReadOnlyList<string>)
                [
                    AttributeNames.Of(a.Attribute), m.Method.Replace('-', ' '), Figures.Count(m.Values.Count), Figures.Of(_catalogue.Find(a.Attribute)!, m.Median),
                    string.Join("; ", a.Test.Pairs.Where(p => p.One == m.Method).Select(p => $"{(p.Ratio is { } r ? $"{p.Other} ×{Figures.Of(r, 2)}" : $"{p.Other} {Figures.Signed(p.Difference, 1)}")} (p {NumberView.Probability(p.P)})")),
                ]))],
                Words = [1, 4],
            },
            Notes = [.. answer.Attributes.Select(a => $"{AttributeNames.Of(a.Attribute)}: {a.Test.Reason}."), "Lots of all products are compared."],
        };
    }

    private ChartView Together(LotNeighbours neighbours)
    {
        var data = LotHotellingChart.Data(neighbours, _catalogue);
        var chart = new HotellingChart(data);
        var computed = data.NotComputed.Length == 0;
        return new ChartView
        {
            Title = chart.Title,
            Message = chart.Conclusion,
            Chart = computed ? chart : null,
            Inputs = DrawnCharts.InputsOf(neighbours),
            Numbers = new NumbersTable
            {
                Heads = ["Lot", "Isolated", "T²", "Limit"],
                Rows = [.. neighbours.History.Select((l, i) => (IReadOnlyList<string>)[Named(l), $"{l.IsolatedOn:yyyy-MM-dd}", Figures.Known(data.Points[i].Value, 1), Figures.Known(data.Limit, 1)]).Reverse()],
                Words = [1],
            },
            Limits = [.. data.Contributions.Select(c => new Fact(c.Attribute, $"{Figures.Of(c.Drop, 1)}, {(c.IsHigher ? "higher" : "lower")} than the set"))],
            Signals = [.. data.Points.Select((p, i) => (p, i)).Where(x => x.p.Value > data.Limit).Reverse().Select(x => new ChartSignal(x.p.Lot, $"T² {Figures.Of(x.p.Value, 1)}, above the limit", !neighbours.History[x.i].IsHistorical, true))],
            Notes = ["Contributions are T² minus T² without the attribute; they do not add up to T².", .. Notes(neighbours)],
        };
    }

    private IReadOnlyList<string> Notes(LotNeighbours neighbours)
    {
        List<string> notes = [.. neighbours.Set.LeftOut.Select(l => $"Left out of the limits: {l.Lot}, {l.Reason}.")];
        if (choice.Lots!.Lots > neighbours.History.Count)
            notes.Add($"The last {neighbours.History.Count} of {choice.Lots.Lots} lots are shown.");
        if (!neighbours.Set.IsFrozen)
            notes.Add("Provisional: no reference set is frozen for these lots.");
        return notes;
    }

    private static ChartView None(string title, string message) =>
        new() { Title = title, Message = message, Numbers = new NumbersTable { Heads = ["Lot"], Rows = [] } };

    private static string Named(ConsistencyProfile lot) => lot.IsHistorical ? $"{lot.Lot} ({HistoricalLot.Mark})" : lot.Lot;
}
