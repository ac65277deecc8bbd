namespace LabQc.Statistics;

/// <summary>What a control check comes to.</summary>
public enum ControlDecision
{
    Accepted,
    /// <summary>Beyond 2 and breaking no other rule.</summary>
    Warning,
    Rejected,
}

/// <summary>One control of a series, with the rules that it completes.</summary>
public sealed record ControlCheck
{
    /// <summary>Place in the series, from 0.</summary>
    public required int Index { get; init; }
    public required double Z { get; init; }
    public required IReadOnlyList<WestgardRule> Broken { get; init; }

    public ControlDecision Decision => Broken.Any(rule => rule != WestgardRule.OneTwoS)
        ? ControlDecision.Rejected
        : Broken.Count > 0 ? ControlDecision.Warning : ControlDecision.Accepted;
}

/// <summary>Westgard's multirules over a series of controls of one level, such as the bead checks of one instrument.</summary>
/// <remarks>
/// All comparisons are strict; a control exactly on target (z = 0) breaks the run of 10_x. A pattern that goes on is a hit at
/// each further control. A NaN is refused.
/// </remarks>
public static class WestgardRules
{
    /// <summary>All six rules, the warning first.</summary>
    public static IReadOnlyList<WestgardRule> All { get; } = Enum.GetValues<WestgardRule>();

    /// <summary>The field's name of a rule, such as 1_3s.</summary>
    public static string NameOf(WestgardRule rule) => rule switch
    {
        WestgardRule.OneTwoS => "1_2s",
        WestgardRule.OneThreeS => "1_3s",
        WestgardRule.TwoTwoS => "2_2s",
        WestgardRule.RFourS => "R_4s",
        WestgardRule.FourOneS => "4_1s",
        WestgardRule.TenX => "10_x",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    /// <summary>Every control of a series with the rules that it completes; an empty series has none.</summary>
    /// <param name="z">Controls in units of sigma from the target, in order of time.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IReadOnlyList<ControlCheck> Chart(ReadOnlySpan<double> z)
    {
        Readings.Require(z, 0, nameof(z));
        var checks = new ControlCheck[z.Length];
        for (var i = 0; i < checks.Length; i++)
            checks[i] = new ControlCheck { Index = i, Z = z[i], Broken = CompletedBy(z[..(i + 1)]) };
        return checks;
    }

    /// <summary>Every hit, by index and then by rule.</summary>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IReadOnlyList<WestgardHit> Find(ReadOnlySpan<double> z) =>
        [.. Chart(z).SelectMany(check => check.Broken.Select(rule => new WestgardHit(rule, check.Index)))];

    private static List<WestgardRule> CompletedBy(ReadOnlySpan<double> z)
    {
        var completed = new List<WestgardRule>();
        foreach (var rule in All)
            if (Completes(rule, z))
                completed.Add(rule);
        return completed;
    }

    private static bool Completes(WestgardRule rule, ReadOnlySpan<double> z) => rule switch
    {
        WestgardRule.OneTwoS => Math.Abs(z[^1]) > 2,
        WestgardRule.OneThreeS => Math.Abs(z[^1]) > 3,
        WestgardRule.TwoTwoS => RunRules.AreBeyond(z, 2, 2, 2),
        WestgardRule.RFourS => z.Length >= 2 && Math.Min(z[^1], z[^2]) < -2 && Math.Max(z[^1], z[^2]) > 2,
        WestgardRule.FourOneS => RunRules.AreBeyond(z, 4, 4, 1),
        WestgardRule.TenX => RunRules.IsOnOneSide(z, 10),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };
}
