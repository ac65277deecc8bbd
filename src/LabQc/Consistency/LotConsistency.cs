using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Methods;
using LabQc.Specifications;

namespace LabQc.Consistency;

/// <summary>Says whether a lot is like the others, whatever its specification says.</summary>
public sealed class LotConsistency
{
    /// <summary>Fewer comparable lots give a plain table and no limits.</summary>
    public const int LeastForLimits = 8;

    /// <summary>A frozen set of so many lots is sufficient.</summary>
    public const int LeastForSufficient = 20;

    /// <summary>
    /// Charts look back over so many lots. Nelson's rules need 15, and a lot of 300 lots ago has a weight of 1e-29 in the EWMA; a
    /// CUSUM begins there at zero.
    /// </summary>
    public const int LookBack = 300;

    private readonly AttributeCatalogue _catalogue;
    private readonly ProfileStore _profiles;
    private readonly ReferenceSets _sets;

    /// <summary>Brings the lots' profiles up to date, and commits them.</summary>
    public LotConsistency(LabWork work)
    {
        _catalogue = new AttributeCatalogue(new DefinitionRegister(work).Read().Attributes);
        _profiles = new ProfileStore(work);
        _sets = new ReferenceSets(work, _catalogue);
        _profiles.Refresh();
    }

    /// <summary>Proposes, freezes and finds reference sets.</summary>
    public ReferenceSets Sets => _sets;

    /// <summary>Compares a lot.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="ReferenceSetRefusedException">The lot has no size measurement.</exception>
    public ConsistencyAnswer Of(string lot) => NeighboursOf(lot).Answer;

    /// <summary>Compares a lot, and gives what it was compared with.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="ReferenceSetRefusedException">The lot has no size measurement.</exception>
    public LotNeighbours NeighboursOf(string lot)
    {
        var judged = _sets.Profile(lot);
        var set = _sets.For(judged);
        IReadOnlyList<ConsistencyProfile> others = [.. _profiles.Of([.. set.Lots]).Where(m => m.Lot != lot)];
        var history = _profiles.UpTo(judged, LookBack);
        return new LotNeighbours { Answer = Compare(judged, set, others, history), Others = others, History = history };
    }

    private ConsistencyAnswer Compare(
        ConsistencyProfile judged, ReferenceSet set, IReadOnlyList<ConsistencyProfile> others, IReadOnlyList<ConsistencyProfile> history)
    {
        var status = set.Lots.Count < LeastForLimits ? ConsistencyStatus.Insufficient
            : set.IsFrozen && set.Lots.Count >= LeastForSufficient ? ConsistencyStatus.Sufficient
            : ConsistencyStatus.Provisional;
        var attributes = _catalogue.All.Where(a => judged.Values.ContainsKey(a.Code) || set.Charted.Contains(a.Code))
            .Select(a => AttributeConsistency.Of(a, set, status == ConsistencyStatus.Insufficient ? [] : others, history))
            .ToList();
        var distribution = status == ConsistencyStatus.Insufficient
            ? new DistributionComparison { Verdict = ConsistencyVerdict.NotJudged, Reason = $"fewer than {LeastForLimits} lots in the set" }
            : DistributionConsistency.Of(judged.Quantiles, [.. others.Select(o => o.Quantiles).OfType<double[]>()]);
        var hotelling = HotellingConsistency.Of(judged, others, _catalogue);
        var reasons = OutOfTrend.Reasons(set, attributes, distribution, hotelling);
        return new ConsistencyAnswer
        {
            Lot = judged.Lot,
            Status = status,
            Verdict = status == ConsistencyStatus.Insufficient ? ConsistencyVerdict.NotJudged
                : reasons.Count > 0 ? ConsistencyVerdict.OutOfTrend
                : ConsistencyVerdict.InTrend,
            ReferenceSet = set,
            LeftOut = LeftOut(judged, set, others),
            HistoricalLots = [.. others.Append(judged).Where(p => p.IsHistorical).Select(p => p.Lot)],
            Attributes = attributes,
            Distribution = distribution,
            Hotelling = hotelling,
            Reasons = reasons,
            AverageRunLength = status == ConsistencyStatus.Insufficient ? null : OutOfTrend.AverageRunLength(set),
        };
    }

    private static List<LeftOutLot> LeftOut(ConsistencyProfile judged, ReferenceSet set, IReadOnlyList<ConsistencyProfile> others)
    {
        var leftOut = set.LeftOut.ToList();
        if (set.Lots.Contains(judged.Lot))
            leftOut.Add(new LeftOutLot(judged.Lot, "the judged lot itself is not compared with itself; the charts' frozen limits hold it"));
        leftOut.AddRange(others.Where(o => o.Quantiles is null).Select(o => new LeftOutLot(o.Lot, "it has no size distribution: left out of the distance")));
        leftOut.AddRange(set.Charted.SelectMany(code => others.Where(o => !o.Values.ContainsKey(code)).Select(o => new LeftOutLot(o.Lot, $"it has no {code}"))));
        return leftOut;
    }
}
