namespace LabQc.Statistics;

/// <summary>
/// Westgard's multirules for one control level, on z = (reading - target)/sigma: Westgard, Barry, Hunt &amp; Groth 1981,
/// Clinical Chemistry 27:493.
/// </summary>
public enum WestgardRule
{
    /// <summary>1_2s: one control beyond 2. A warning only.</summary>
    OneTwoS,
    /// <summary>1_3s: one control beyond 3.</summary>
    OneThreeS,
    /// <summary>2_2s: two in a row beyond 2 on the same side.</summary>
    TwoTwoS,
    /// <summary>R_4s: two in a row, one above 2 and the other below -2.</summary>
    RFourS,
    /// <summary>4_1s: four in a row beyond 1 on the same side.</summary>
    FourOneS,
    /// <summary>10_x: ten in a row on one side of the target.</summary>
    TenX,
}

/// <summary>A Westgard rule that a series of controls breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Index">The last control of the pattern, from 0.</param>
public readonly record struct WestgardHit(WestgardRule Rule, int Index)
{
    /// <summary>Whether the rule only asks to look at the others; every other rule rejects the control.</summary>
    public bool IsWarning => Rule == WestgardRule.OneTwoS;
}
