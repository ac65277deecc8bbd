namespace LabQc.Statistics;

/// <summary>The tolerance interval of a measurand: what its true value is asked to lie in. A missing limit is infinitely far.</summary>
/// <param name="Lower">Null where there is none.</param>
/// <param name="Upper">Null where there is none.</param>
public readonly record struct ToleranceLimits(double? Lower, double? Upper)
{
    /// <summary>Whether a value lies within, limits included.</summary>
    public bool Contain(double value) => !(value < Lower) && !(value > Upper);

    /// <summary>The limits moved inwards by a guard band (outwards by a negative one): the acceptance interval.</summary>
    public ToleranceLimits Guarded(double guardBand) => new(Lower + guardBand, Upper - guardBand);

    internal double LowerOrInfinite => Lower ?? double.NegativeInfinity;

    internal double UpperOrInfinite => Upper ?? double.PositiveInfinity;

    /// <summary>Refuses limits that are no limits.</summary>
    /// <exception cref="ArgumentException">A NaN, or a lower limit above the upper.</exception>
    internal void Require()
    {
        if (Lower is { } lower && double.IsNaN(lower) || Upper is { } upper && double.IsNaN(upper))
            throw new ArgumentException("A tolerance limit must be a number.");
        if (Lower > Upper)
            throw new ArgumentException($"The lower limit {Lower} lies above the upper {Upper}.");
    }
}
