namespace LabQc.Statistics;

/// <summary>What a process is asked for: a lower limit, an upper one, or both, and the target between them.</summary>
/// <param name="Lower">Null where there is no lower limit.</param>
/// <param name="Upper">Null where there is no upper limit.</param>
/// <param name="Target">Null where none is named.</param>
public readonly record struct SpecificationLimits(double? Lower, double? Upper, double? Target = null)
{
    /// <summary>Whether a value lies within the limits, which belong to the inside.</summary>
    public bool Contain(double value) => !(value < Lower) && !(value > Upper);

    /// <summary>Refuses limits that are no limits.</summary>
    /// <exception cref="ArgumentException">Neither limit, one that is not finite, or a lower one not below the upper.</exception>
    internal void Require()
    {
        if (Lower is null && Upper is null)
            throw new ArgumentException("A specification needs a limit.");
        if (Lower is { } lower && !double.IsFinite(lower) || Upper is { } upper && !double.IsFinite(upper)
            || Target is { } target && !double.IsFinite(target))
            throw new ArgumentException("Limits and target must be finite numbers.");
        if (Lower >= Upper)
            throw new ArgumentException($"The lower limit {Lower} is not below the upper {Upper}.");
    }
}
