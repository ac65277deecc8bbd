using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>The frozen numbers of one attribute, on the attribute's scale, from the lots of a reference set.</summary>
public sealed record FrozenLimits
{
    public required string Attribute { get; init; }
    public required AttributeScale Scale { get; init; }
    /// <summary>How many lots of the set have a value.</summary>
    public required int N { get; init; }
    /// <summary>The centre of control charts: the mean.</summary>
    public required double Centre { get; init; }
    /// <summary>The sigma of control charts: the mean moving range in the order of isolation over d2 = 2/√π; null where it is 0.</summary>
    public double? Sigma { get; init; }
    /// <summary>The overall standard deviation, divisor n - 1.</summary>
    public required double Sd { get; init; }
}

/// <summary>A lot that limits do not come from although it is comparable, and the assignable cause.</summary>
public sealed record LeftOutLot(string Lot, string Reason);

/// <summary>Further findings that a laboratory may let count as out of trend.</summary>
public enum CountedFinding
{
    Ewma,
    Cusum,
    PredictionInterval,
    OtherRules,
}

/// <summary>The named, frozen, versioned list of lots that limits come from.</summary>
public sealed record ReferenceSet
{
    public required string Name { get; init; }
    public required int Version { get; init; }
    public required LotKind Kind { get; init; }
    /// <summary>The lots in the order of isolation.</summary>
    public required IReadOnlyList<string> Lots { get; init; }
    public IReadOnlyList<LeftOutLot> LeftOut { get; init; } = [];
    /// <summary>The attributes whose rules count.</summary>
    public required IReadOnlyList<string> Charted { get; init; }
    /// <summary>The frozen numbers of every attribute that at least two lots have.</summary>
    public required IReadOnlyList<FrozenLimits> Limits { get; init; }
    public IReadOnlyList<CountedFinding> Counted { get; init; } = [];
    public string Reason { get; init; } = "";
    public string FrozenAt { get; init; } = "";
    public string FrozenBy { get; init; } = "";

    /// <summary>Whether a QA manager froze it; a provisional one is proposed from the first comparable lots.</summary>
    public bool IsFrozen => Version > 0;

    public FrozenLimits? LimitsOf(string attribute) => Limits.FirstOrDefault(l => l.Attribute == attribute);
}

/// <summary>A reference set cannot be made as asked.</summary>
public sealed class ReferenceSetRefusedException(string message) : RefusalException(message);

/// <summary>Somebody else froze a set of the same kind since the page was read.</summary>
public sealed class ReferenceSetOvertakenException(ReferenceSet standing)
    : RefusalException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{standing.FrozenBy} froze {standing.Name}, version {standing.Version}, at {standing.FrozenAt} since you read this page. Nothing of yours was stored; look at that set first."));
