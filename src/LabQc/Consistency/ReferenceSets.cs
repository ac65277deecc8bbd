using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Methods;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Proposes, freezes and finds reference sets.</summary>
public sealed class ReferenceSets(LabWork work, AttributeCatalogue catalogue)
{
    /// <summary>How many of the first comparable lots make a set as long as none is frozen.</summary>
    public const int ProvisionalSize = 20;

    /// <summary>The sentence that is signed with a set.</summary>
    public const string SignedStatement = "I freeze this reference set: lots of its kind are compared with it from now on.";

    /// <summary>The attributes that are charted unless a set says otherwise.</summary>
    public static IReadOnlyList<string> UsuallyCharted { get; } =
    [
        AttributeCatalogue.SizeD50, AttributeCatalogue.SizeSpan, AttributeCatalogue.SizePercentInRange,
        AttributeCatalogue.ParticlesPerMl, AttributeCatalogue.ParticlesPerUgProtein,
    ];

    /// <summary>
    /// The mean number of in-control lots until the rules that count signal falsely on one attribute, with further findings
    /// counted.
    /// </summary>
    public static double AverageRunLength(IReadOnlyList<CountedFinding> counted) =>
        OutOfTrend.AverageRunLength(new ReferenceSet { Name = "", Version = 0, Kind = new LotKind("", "", ""), Lots = [], Charted = [], Limits = [], Counted = counted });

    private readonly ProfileStore _profiles = new(work);
    private readonly ReferenceSetStore _sets = new(work);

    /// <summary>The set that a lot is compared with: the newest frozen one of its kind, else the first comparable lots beside it.</summary>
    public ReferenceSet For(ConsistencyProfile lot) =>
        _sets.NewestOf(LotKind.Of(lot))
        ?? Make("first comparable lots", LotKind.Of(lot),
            [.. _profiles.First(LotKind.Of(lot), ProvisionalSize + 1).Where(p => p.Lot != lot.Lot).Take(ProvisionalSize)]);

    /// <summary>
    /// A set from lots that are all of one kind; without names the first <see cref="ProvisionalSize"/> lots comparable with one lot.
    /// </summary>
    /// <exception cref="ReferenceSetRefusedException">A lot has no size measurement, or the lots are not comparable.</exception>
    /// <exception cref="BatchMissingException">There is no lot of a name.</exception>
    public ReferenceSet Propose(string name, IReadOnlyList<string> lots)
    {
        var profiles = lots.Select(Profile).ToList();
        var kind = LotKind.Of(profiles[0]);
        if (lots.Count == 1)
            return Make(name, kind, _profiles.First(kind, ProvisionalSize));
        if (profiles.FirstOrDefault(p => LotKind.Of(p) != kind) is { } other)
            throw new ReferenceSetRefusedException(
                $"Lot {other.Lot} is not comparable with {profiles[0].Lot}: {other.Product}, {other.IsolationMethod}, {other.SetUp} beside {kind.Product}, {kind.IsolationMethod}, {kind.SetUp}. A set holds lots of one product, one method and one set-up.");
        if (lots.Distinct(StringComparer.Ordinal).Count() < lots.Count)
            throw new ReferenceSetRefusedException("A lot is named twice.");
        return Make(name, kind, _profiles.Of([.. lots]));
    }

    /// <summary>Freezes a proposed set under its name, as the next version. Does not commit.</summary>
    /// <param name="proposed">The set as proposed.</param>
    /// <param name="reason">Why it is frozen.</param>
    /// <param name="leftOut">Comparable lots that are not in it, with their causes.</param>
    /// <param name="counted">Further findings that are to count.</param>
    /// <param name="signer">The person, proven for this signature; null before people exist.</param>
    /// <exception cref="ReferenceSetRefusedException">
    /// Fewer than two lots, a name that stands for another kind of lot, or nobody signs although people exist.
    /// </exception>
    /// <exception cref="SigningRefusedException">The person may not freeze reference sets.</exception>
    public ReferenceSet Freeze(
        ReferenceSet proposed, string reason, IReadOnlyList<LeftOutLot> leftOut, IReadOnlyList<CountedFinding> counted, ProvenPerson? signer = null)
    {
        if (proposed.Lots.Count < 2)
            throw new ReferenceSetRefusedException($"A reference set needs two lots at least; \"{proposed.Name}\" would have {proposed.Lots.Count}.");
        if (leftOut.FirstOrDefault(l => proposed.Lots.Contains(l.Lot)) is { } both)
            throw new ReferenceSetRefusedException($"Lot {both.Lot} cannot be in the set and left out of it.");
        work.Session.BeginWriting();
        if (signer is null && new PeopleStore(work).Any())
            throw new ReferenceSetRefusedException("A reference set is frozen by signature. Nothing was frozen.");
        var standing = _sets.Versions(proposed.Name);
        if (standing.FirstOrDefault(s => s.Kind != proposed.Kind) is { } foreign)
            throw new ReferenceSetRefusedException($"The name \"{proposed.Name}\" stands for {foreign.Kind.Product}, {foreign.Kind.IsolationMethod}, {foreign.Kind.SetUp}. Choose another name.");
        var frozen = proposed with
        {
            Version = standing.Count + 1,
            Reason = reason,
            LeftOut = leftOut,
            Counted = counted,
            FrozenAt = work.Trail.Now(),
            FrozenBy = work.Actor.Name,
        };
        if (signer is null)
            _sets.Insert(frozen);
        else
            Sign(signer, frozen);
        return frozen;
    }

    private void Sign(ProvenPerson signer, ReferenceSet frozen) =>
        new Signing(work).Sign(signer, SignedSubject.ReferenceSet(frozen.Name, frozen.Version), SignatureMeaning.Approved, SignedStatement, frozen.Reason,
            ReferenceSetDossier.Of(frozen), new SignedChange(ReferenceSetStore.Frozen, [_sets.Key(frozen)], _ => _sets.Write(frozen)));

    /// <summary>The profile of a lot that can be compared.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="ReferenceSetRefusedException">The lot has no size measurement.</exception>
    public ConsistencyProfile Profile(string lot)
    {
        var profile = _profiles.Find(lot) ?? throw new BatchMissingException(lot);
        return profile.SetUp.Length > 0
            ? profile
            : throw new ReferenceSetRefusedException($"Lot {lot} has no size measurement that counts, so there is nothing to compare.");
    }

    private ReferenceSet Make(string name, LotKind kind, IReadOnlyList<ConsistencyProfile> lots) => new()
    {
        Name = name,
        Version = 0,
        Kind = kind,
        Lots = [.. lots.Select(l => l.Lot)],
        Charted = UsuallyCharted,
        Limits = [.. catalogue.All.Select(a => LimitsOf(a, lots)).OfType<FrozenLimits>()],
    };

    private static FrozenLimits? LimitsOf(LabAttribute attribute, IReadOnlyList<ConsistencyProfile> lots)
    {
        var values = ScaledValues.Of(attribute, lots);
        if (values.Length < 2)
            return null;
        var sigma = IndividualsLimits.Of(values).Sigma;
        return new FrozenLimits
        {
            Attribute = attribute.Code,
            Scale = attribute.Scale,
            N = values.Length,
            Centre = Descriptive.Mean(values),
            Sigma = sigma > 0 ? sigma : null,
            Sd = Descriptive.StandardDeviation(values),
        };
    }
}

/// <summary>The values of lots on an attribute's scale.</summary>
internal static class ScaledValues
{
    /// <summary>A lot's value, or null where it has none that the scale has a place for.</summary>
    public static double? Of(LabAttribute attribute, ConsistencyProfile lot) =>
        lot.Values.TryGetValue(attribute.Code, out var value) ? AttributeScales.To(attribute.Scale, value, lot.Tracks) : null;

    /// <summary>The values of the lots that have one, in their order.</summary>
    public static double[] Of(LabAttribute attribute, IEnumerable<ConsistencyProfile> lots) =>
        [.. lots.Select(l => Of(attribute, l)).OfType<double>()];
}
