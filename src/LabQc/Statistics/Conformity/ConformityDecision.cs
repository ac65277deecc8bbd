namespace LabQc.Statistics;

/// <summary>The four answers of a decision rule with guard bands (ILAC-G8:09/2019, 4.2.3).</summary>
public enum ConformityDecision
{
    /// <summary>Within the acceptance interval.</summary>
    Pass,
    /// <summary>Within the tolerance interval, but not within the acceptance interval.</summary>
    ConditionalPass,
    /// <summary>Outside the tolerance interval by less than the guard band.</summary>
    ConditionalFail,
    /// <summary>Outside the tolerance interval by the guard band or more.</summary>
    Fail,
}
