using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>One end of what is accepted.</summary>
/// <param name="Number">The limit as the specification states it.</param>
/// <param name="Inclusive">Whether a value equal to the limit is accepted.</param>
public sealed record Limit(EnteredNumber Number, bool Inclusive = true)
{
    public decimal Value => Number.Value;

    /// <summary>Whether a value is accepted by this limit as a lower one.</summary>
    public bool HoldsAbove(decimal value) => Inclusive ? value >= Value : value > Value;

    /// <summary>Whether a value is accepted by this limit as an upper one.</summary>
    public bool HoldsBelow(decimal value) => Inclusive ? value <= Value : value < Value;
}

/// <summary>What is accepted of a number: from a lower limit, to an upper limit, between both, or everything.</summary>
public sealed record AcceptanceLimits(Limit? Lower, Limit? Upper)
{
    public static readonly AcceptanceLimits None = new(null, null);

    /// <summary>Whether there is no limit at all.</summary>
    public bool AreOpen => Lower is null && Upper is null;

    /// <summary>Whether no value at all could be accepted.</summary>
    public bool AreEmpty =>
        Lower is not null && Upper is not null
        && (Lower.Value > Upper.Value || (Lower.Value == Upper.Value && !(Lower.Inclusive && Upper.Inclusive)));

    /// <summary>The most decimal places that a limit states.</summary>
    public int Decimals => Math.Max(Lower?.Number.Decimals ?? 0, Upper?.Number.Decimals ?? 0);

    /// <summary>Whether a value lies within the limits; it is compared as it is, so round it first where the rule says so.</summary>
    public bool Hold(decimal value) => (Lower?.HoldsAbove(value) ?? true) && (Upper?.HoldsBelow(value) ?? true);

    /// <summary>As <c>30 to 150</c>, <c>at least 70.0</c>, <c>below 0.5</c>: the words of the limits, without the unit.</summary>
    public override string ToString() => (Lower, Upper) switch
    {
        (null, null) => "no limits",
        ({ } lower, null) => LowerWords(lower),
        (null, { } upper) => UpperWords(upper),
        ({ Inclusive: true } lower, { Inclusive: true } upper) => $"{lower.Number} to {upper.Number}",
        ({ } lower, { } upper) => $"{LowerWords(lower)} and {UpperWords(upper)}",
    };

    private static string LowerWords(Limit limit) => (limit.Inclusive ? "at least " : "above ") + limit.Number;

    private static string UpperWords(Limit limit) => (limit.Inclusive ? "at most " : "below ") + limit.Number;
}
