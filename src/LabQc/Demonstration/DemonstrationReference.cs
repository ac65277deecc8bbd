using LabQc.AuditTrail;
using LabQc.Consistency;

namespace LabQc.Demonstration;

/// <summary>What the reference set of the demonstration shows.</summary>
public sealed record DemonstrationTrend
{
    public required ReferenceSet Set { get; init; }
    /// <summary>Lots of the set itself that are out of trend by chance.</summary>
    public required IReadOnlyList<string> MembersOutOfTrend { get; init; }
    /// <summary>The first lot after the set at which the EWMA of size.d50 signals; null where none does.</summary>
    public string? FirstEwmaSignal { get; init; }
    /// <summary>The first lot after the set that is out of trend; null where none is.</summary>
    public string? FirstOutOfTrend { get; init; }
    /// <summary>The group's lots after the set, in the order of isolation.</summary>
    public required IReadOnlyList<string> Later { get; init; }
}

/// <summary>The reference set of the demonstration: the steady lots of the first group, and no other group's.</summary>
public static class DemonstrationReference
{
    /// <summary>The set's name.</summary>
    public const string Name = "MSC-EV by ultracentrifugation";

    private const int SteadyLots = 24;

    /// <summary>Freezes the set unless it stands, and looks at the whole group with it.</summary>
    /// <param name="work">The unit of work; it is committed.</param>
    /// <param name="lots">The sample lots in the order of isolation.</param>
    public static DemonstrationTrend? Freeze(LabWork work, IReadOnlyList<SampleLot> lots)
    {
        var group = lots.GroupBy(l => (l.Details.Product, l.Details.IsolationMethod)).MaxBy(g => g.Count())!.Select(l => l.Details.Lot).ToList();
        if (group.Count <= SteadyLots)
            return null;
        var consistency = new LotConsistency(work);
        var set = new ReferenceSetStore(work).Versions(Name) is [var standing, ..]
            ? standing
            : consistency.Sets.Freeze(
                consistency.Sets.Propose(Name, group[..SteadyLots]), "The 24 steady lots of the first group.", leftOut: [], counted: []);
        work.Commit();
        var answers = group.Select(consistency.Of).ToList();
        var later = answers.Skip(SteadyLots).ToList();
        return new DemonstrationTrend
        {
            Set = set,
            MembersOutOfTrend = [.. answers.Take(SteadyLots).Where(IsOut).Select(a => a.Lot)],
            FirstEwmaSignal = later.FirstOrDefault(a => a.Attributes.Any(c => c.Attribute == Methods.AttributeCatalogue.SizeD50 && c.EwmaSignal == true))?.Lot,
            FirstOutOfTrend = later.FirstOrDefault(IsOut)?.Lot,
            Later = [.. later.Select(a => a.Lot)],
        };
    }

    private static bool IsOut(ConsistencyAnswer answer) => answer.Verdict == ConsistencyVerdict.OutOfTrend;
}
