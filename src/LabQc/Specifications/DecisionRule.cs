using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>
/// How a value is held against limits. Simple acceptance: the rounded value against the limits. Guarded acceptance: the
/// probability that the quantity conforms against a level (JCGM 106; ISO/IEC 17025, 7.8.6).
/// </summary>
public sealed record DecisionRule
{
    private DecisionRule(EnteredNumber? level) => Level = level;

    public static readonly DecisionRule Simple = new((EnteredNumber?)null);

    /// <summary>The level that guarded acceptance has where a specification states none.</summary>
    public static readonly EnteredNumber UsualLevel = EnteredNumber.Parse("0.95");

    /// <summary>The probability that is demanded, between 0.5 and 1; null under simple acceptance.</summary>
    public EnteredNumber? Level { get; }

    public bool IsGuarded => Level is not null;

    /// <summary><c>simple</c> or <c>guarded</c>.</summary>
    public string Word => IsGuarded ? "guarded" : "simple";

    /// <summary>Guarded acceptance at a level.</summary>
    /// <exception cref="ArgumentException">The level is not above 0.5 and below 1.</exception>
    public static DecisionRule Guarded(EnteredNumber level) => IsLevel(level)
        ? new DecisionRule(level)
        : throw new ArgumentException($"The level of guarded acceptance lies above 0.5 and below 1, not at {level}.", nameof(level));

    /// <summary>Whether a number can be the level of guarded acceptance.</summary>
    public static bool IsLevel(EnteredNumber number) => number.Value > 0.5m && number.Value < 1m;
}
