using LabQc.AuditTrail;
using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>A lot that a reference set could hold, as it stands.</summary>
/// <param name="Profile">What it looks like to the others.</param>
/// <param name="State">Its state and verdict; null where it was taken over from a table.</param>
/// <param name="Signals">The charted attributes on which it signals by the limits of the set that is proposed, with the rules.</param>
public sealed record ReferenceSetCandidate(ConsistencyProfile Profile, CandidateState? State, IReadOnlyList<(string Attribute, string Rule)> Signals)
{
    public string Lot => Profile.Lot;
}

/// <summary>The comparable lots of a kind in the order of isolation, for whoever proposes a set of them.</summary>
public sealed class ReferenceSetCandidates(LabWork work, AttributeCatalogue catalogue)
{
    /// <summary>A choice among more lots than these is not made on a page.</summary>
    public const int Most = 300;

    private static readonly IReadOnlyList<RunRule> Rules = [RunRule.N1, RunRule.N2];

    /// <summary>The lots of a kind, the first isolated first, held against the limits of a proposed set.</summary>
    /// <param name="kind">What the lots share.</param>
    /// <param name="proposed">The set whose limits they are held against; null: none.</param>
    public IReadOnlyList<ReferenceSetCandidate> Of(LotKind kind, ReferenceSet? proposed)
    {
        var profiles = new ProfileStore(work).First(kind, Most);
        var states = new CandidateStore(work).Of(kind, Most).ToDictionary(s => s.LotNumber, StringComparer.Ordinal);
        var signals = (proposed is null ? [] : Signals(proposed, profiles)).ToLookup(s => s.Lot, s => (s.Attribute, s.Rule), StringComparer.Ordinal);
        return [.. profiles.Select(p => new ReferenceSetCandidate(p, states.GetValueOrDefault(p.Lot), [.. signals[p.Lot]]))];
    }

    /// <summary>
    /// The lots that are not chosen although they were isolated no later than the last chosen one, and for which no cause is
    /// named: a lot is left out of limits for an assignable cause only.
    /// </summary>
    public static IReadOnlyList<string> WithoutCause(IReadOnlyList<ReferenceSetCandidate> candidates, IReadOnlyCollection<string> chosen, IReadOnlyCollection<LeftOutLot> leftOut)
    {
        var last = candidates.ToList().FindLastIndex(c => chosen.Contains(c.Lot));
        return [.. candidates.Take(last + 1).Select(c => c.Lot).Where(lot => !chosen.Contains(lot) && !leftOut.Any(l => l.Lot == lot))];
    }

    private IEnumerable<(string Lot, string Attribute, string Rule)> Signals(ReferenceSet proposed, IReadOnlyList<ConsistencyProfile> profiles)
    {
        foreach (var code in proposed.Charted)
        {
            if (catalogue.Find(code) is not { } attribute || proposed.LimitsOf(code) is not { Sigma: { } sigma } limits)
                continue;
            var points = profiles.Select(p => (p.Lot, Value: ScaledValues.Of(attribute, p))).Where(p => p.Value is not null).ToList();
            var z = points.Select(p => (p.Value!.Value - limits.Centre) / sigma).ToArray();
            foreach (var hit in RunRules.Find(z, Rules))
                yield return (points[hit.Index].Lot, code, hit.Rule.ToString());
        }
    }
}
