using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Statistics;

namespace LabQc.Reports;

/// <summary>Individuals and moving ranges of an attribute over all comparable lots up to one of them, with frozen limits.</summary>
public sealed class LotControlChart(LabWork work, Definitions definitions)
{
    private const double RangePerSigma = 1.1283791670955126;

    /// <summary>The chart; a new version of the reference set begins a phase at the first of its lots.</summary>
    public ControlChart Of(LotNeighbours neighbours, LabAttribute attribute) => new(Data(neighbours, attribute));

    /// <summary>What the chart shows, for a table beneath it.</summary>
    public ControlChartData Data(LotNeighbours neighbours, LabAttribute attribute)
    {
        var words = AttributeWords.Of(attribute);
        var points = Points(neighbours, attribute);
        var phases = Phases(neighbours, attribute);
        var limits = Limits(neighbours.Judged, attribute);
        return new ControlChartData
        {
            Attribute = words.Name,
            ShortName = words.Short,
            Unit = words.Unit,
            Decimals = words.Decimals,
            Points = points,
            Phases = phases,
            LowerSpecification = limits.Lower,
            UpperSpecification = limits.Upper,
            Estimator = "σ from the average moving range / 1.128, frozen" + HistoricalNote.Of(neighbours.History),
            Violations = [.. phases.SelectMany(p => Violations(points, p))],
        };
    }

    /// <summary>The lots on the attribute's scale, rejected ones marked, a missing value as NaN.</summary>
    internal static IReadOnlyList<ControlPoint> Points(LotNeighbours neighbours, LabAttribute attribute) =>
        [.. neighbours.History.Select(l => new ControlPoint(l.Lot, ScaledValues.Of(attribute, l) ?? double.NaN, l.Disposition == "rejected"))];

    /// <summary>The limits of the specification in force when the lot was isolated, on the attribute's scale.</summary>
    private SpecificationLimits Limits(ConsistencyProfile judged, LabAttribute attribute)
    {
        var specification = definitions.Specifications
            .Where(s => s.Code == judged.Product && s.EffectiveFrom <= judged.IsolatedOn)
            .MaxBy(s => (s.EffectiveFrom, s.Version));
        var criterion = specification?.Criteria.FirstOrDefault(c => c.Attribute.Code == attribute.Code);
        return LotCapability.Scaled(attribute.Scale, criterion?.Limits.Lower?.Number.AsDouble, criterion?.Limits.Upper?.Number.AsDouble);
    }

    private List<ControlPhase> Phases(LotNeighbours neighbours, LabAttribute attribute)
    {
        var history = neighbours.History.Select(l => l.Lot).ToList();
        var begun = new List<(int First, ReferenceSet Set)>();
        foreach (var set in Sets(neighbours.Set))
        {
            var first = begun.Count == 0 ? 0 : history.FindIndex(set.Lots.Contains);
            begun.RemoveAll(b => b.First >= first);
            begun.Add((begun.Count == 0 ? 0 : first, set));
        }
        return [.. begun.Select((b, i) => Phase(b.Set, attribute, b.First, i + 1 < begun.Count ? begun[i + 1].First - 1 : history.Count - 1))];
    }

    /// <summary>The versions of sets of this kind in the order of freezing, the one that the lot is compared with last.</summary>
    private IEnumerable<ReferenceSet> Sets(ReferenceSet judging) =>
        new ReferenceSetStore(work).All()
            .Where(s => s.Kind == judging.Kind && (s.Name, s.Version) != (judging.Name, judging.Version))
            .OrderBy(s => s.FrozenAt, StringComparer.Ordinal)
            .Append(judging);

    private static ControlPhase Phase(ReferenceSet set, LabAttribute attribute, int first, int last)
    {
        var frozen = set.LimitsOf(attribute.Code);
        var sigma = frozen?.Sigma ?? double.NaN;
        var range = RangePerSigma * sigma;
        return new ControlPhase(
            first, last, set.IsFrozen ? $"{set.Name} version {set.Version}, {set.Lots.Count} lots" : $"the first {set.Lots.Count} lots, not frozen",
            frozen?.N ?? 0, frozen?.Centre ?? double.NaN, sigma, range, ControlChartConstants.For(2).RangeUpperFactor * range);
    }

    private static IEnumerable<ControlViolation> Violations(IReadOnlyList<ControlPoint> points, ControlPhase phase)
    {
        if (phase.BaseLots < LotConsistency.LeastForLimits || !(phase.Sigma > 0))
            yield break;
        var known = Enumerable.Range(phase.First, phase.Last - phase.First + 1).Where(i => double.IsFinite(points[i].Value)).ToList();
        foreach (var hit in RunRules.Find([.. known.Select(i => (points[i].Value - phase.Centre) / phase.Sigma)], RunRules.Nelson))
            yield return new ControlViolation(known[hit.Index], hit.Rule.ToString());
        foreach (var i in known.Where(i => i > phase.First && Math.Abs(points[i].Value - points[i - 1].Value) > phase.UpperRange))
            yield return new ControlViolation(i, "MR");
    }
}
