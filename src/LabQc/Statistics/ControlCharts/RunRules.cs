namespace LabQc.Statistics;

/// <summary>Looks for the patterns of run rules in a series of standardised readings.</summary>
/// <remarks>
/// All comparisons are strict: a point exactly on a limit does not count, a point on the centre (z = 0) breaks a run on one
/// side, and equal neighbours break a trend and an alternation. Windows of the rules "two of three" and "four of five" may be
/// shorter at the start of the series. A series shorter than a pattern has no hit of it; an empty one has none at all. A series
/// with a NaN is refused: leave a missing lot out instead.
/// </remarks>
public static class RunRules
{
    /// <summary>Nelson's eight rules.</summary>
    public static IReadOnlyList<RunRule> Nelson { get; } =
        [RunRule.N1, RunRule.N2, RunRule.N3, RunRule.N4, RunRule.N5, RunRule.N6, RunRule.N7, RunRule.N8];

    /// <summary>Western Electric's four zone rules.</summary>
    public static IReadOnlyList<RunRule> WesternElectric { get; } = [RunRule.W1, RunRule.W2, RunRule.W3, RunRule.W4];

    /// <summary>Every hit of the rules, by index and then by rule.</summary>
    /// <param name="z">Readings in units of sigma from the centre, in order of production.</param>
    /// <param name="rules">The rules to look for, such as <see cref="Nelson"/>.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IReadOnlyList<RuleHit> Find(ReadOnlySpan<double> z, IReadOnlyList<RunRule> rules)
    {
        Readings.Require(z, 0, nameof(z));
        var hits = new List<RuleHit>();
        for (var i = 0; i < z.Length; i++)
            foreach (var rule in rules.Distinct().Order())
                if (Completes(rule, z[..(i + 1)]))
                    hits.Add(new RuleHit(rule, i));
        return hits;
    }

    /// <summary>The indices of one rule's hits.</summary>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IReadOnlyList<int> Indices(ReadOnlySpan<double> z, RunRule rule) => [.. Find(z, [rule]).Select(h => h.Index)];

    /// <summary>The rules that the last point of a series completes.</summary>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static IReadOnlyList<RunRule> AtLast(ReadOnlySpan<double> z, IReadOnlyList<RunRule> rules)
    {
        Readings.Require(z, 1, nameof(z));
        var completed = new List<RunRule>();
        foreach (var rule in rules.Distinct().Order())
            if (Completes(rule, z))
                completed.Add(rule);
        return completed;
    }

    private static bool Completes(RunRule rule, ReadOnlySpan<double> z) => rule switch
    {
        RunRule.N1 or RunRule.W1 => Math.Abs(z[^1]) > 3,
        RunRule.N2 => IsOnOneSide(z, 9),
        RunRule.N3 => IsSteady(z, 6),
        RunRule.N4 => Alternates(z, 14),
        RunRule.N5 or RunRule.W2 => AreBeyond(z, 2, 3, 2),
        RunRule.N6 or RunRule.W3 => AreBeyond(z, 4, 5, 1),
        RunRule.N7 => IsWithin(z, 15, 1),
        RunRule.N8 => IsOutside(z, 8, 1),
        RunRule.W4 => IsOnOneSide(z, 8),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    internal static bool IsOnOneSide(ReadOnlySpan<double> z, int length)
    {
        if (z.Length < length || z[^1] == 0)
            return false;
        foreach (var value in z[^length..])
            if (Math.Sign(value) != Math.Sign(z[^1]))
                return false;
        return true;
    }

    /// <summary>Whether the last point and enough others of the last <paramref name="window"/> are beyond the limit on its side.</summary>
    internal static bool AreBeyond(ReadOnlySpan<double> z, int needed, int window, double limit)
    {
        if (!(Math.Abs(z[^1]) > limit))
            return false;
        var side = Math.Sign(z[^1]);
        var beyond = 0;
        foreach (var value in z[^Math.Min(window, z.Length)..])
            if (side * value > limit)
                beyond++;
        return beyond >= needed;
    }

    private static bool IsSteady(ReadOnlySpan<double> z, int length)
    {
        if (z.Length < length)
            return false;
        var last = z[^length..];
        var direction = last[1].CompareTo(last[0]);
        for (var i = 1; i < length; i++)
            if (direction == 0 || last[i].CompareTo(last[i - 1]) != direction)
                return false;
        return true;
    }

    private static bool Alternates(ReadOnlySpan<double> z, int length)
    {
        if (z.Length < length)
            return false;
        var last = z[^length..];
        var direction = last[1].CompareTo(last[0]);
        for (var i = 1; i < length; i++, direction = -direction)
            if (direction == 0 || last[i].CompareTo(last[i - 1]) != direction)
                return false;
        return true;
    }

    private static bool IsWithin(ReadOnlySpan<double> z, int length, double limit)
    {
        if (z.Length < length)
            return false;
        foreach (var value in z[^length..])
            if (!(Math.Abs(value) < limit))
                return false;
        return true;
    }

    private static bool IsOutside(ReadOnlySpan<double> z, int length, double limit)
    {
        if (z.Length < length)
            return false;
        foreach (var value in z[^length..])
            if (!(Math.Abs(value) > limit))
                return false;
        return true;
    }
}
