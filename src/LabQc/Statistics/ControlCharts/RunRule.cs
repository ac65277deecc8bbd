namespace LabQc.Statistics;

/// <summary>
/// Run rules of Shewhart charts, on z = (reading - centre)/sigma. N: Nelson 1984, Journal of Quality Technology 16:237.
/// W: Western Electric, Statistical Quality Control Handbook, 1956.
/// </summary>
public enum RunRule
{
    /// <summary>One point beyond 3.</summary>
    N1,
    /// <summary>Nine points in a row on one side of the centre.</summary>
    N2,
    /// <summary>Six points in a row steadily increasing or decreasing.</summary>
    N3,
    /// <summary>Fourteen points in a row alternating up and down.</summary>
    N4,
    /// <summary>Two of the last three points beyond 2 on the same side, the last one of them.</summary>
    N5,
    /// <summary>Four of the last five points beyond 1 on the same side, the last one of them.</summary>
    N6,
    /// <summary>Fifteen points in a row within 1.</summary>
    N7,
    /// <summary>Eight points in a row beyond 1, on either side.</summary>
    N8,
    /// <summary>As <see cref="N1"/>.</summary>
    W1,
    /// <summary>As <see cref="N5"/>.</summary>
    W2,
    /// <summary>As <see cref="N6"/>.</summary>
    W3,
    /// <summary>Eight points in a row on one side of the centre.</summary>
    W4,
}

/// <summary>A run rule that a series breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Index">The last point of the pattern, from 0; while the pattern holds, each further point is a hit of its own.</param>
public readonly record struct RuleHit(RunRule Rule, int Index);
