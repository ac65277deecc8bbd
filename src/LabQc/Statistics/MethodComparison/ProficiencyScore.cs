namespace LabQc.Statistics;

/// <summary>What a performance score comes to.</summary>
public enum ProficiencyClass
{
    Satisfactory,
    Questionable,
    Unsatisfactory,
}

/// <summary>Performance scores of one participant's result against an assigned value, after ISO 13528, section 9.</summary>
/// <remarks>
/// z = (x - x_pt)/σ_pt; z' = (x - x_pt)/√(σ_pt² + u_pt²); ζ = (x - x_pt)/√(u² + u_pt²); E_n = (x - x_pt)/√((k u)² + (k u_pt)²). |z| at most 2
/// is satisfactory, below 3 questionable, else unsatisfactory; |E_n| at most 1 is satisfactory, else unsatisfactory. Held to
/// 1e-12 relative.
/// </remarks>
public sealed record ProficiencyScore
{
    public required double Z { get; init; }
    public required double ZPrime { get; init; }
    /// <summary>ζ; null where both uncertainties are 0.</summary>
    public required double? Zeta { get; init; }
    /// <summary>E_n; null where both uncertainties are 0.</summary>
    public required double? En { get; init; }
    /// <summary>(x - x_pt)/x_pt in percent; null where the assigned value is 0.</summary>
    public required double? BiasPercent { get; init; }

    public ProficiencyClass ZClass => Math.Abs(Z) switch
    {
        <= 2 => ProficiencyClass.Satisfactory,
        < 3 => ProficiencyClass.Questionable,
        _ => ProficiencyClass.Unsatisfactory,
    };

    /// <summary>Null where there is no E_n.</summary>
    public ProficiencyClass? EnClass => En is not { } en
        ? null
        : Math.Abs(en) <= 1 ? ProficiencyClass.Satisfactory : ProficiencyClass.Unsatisfactory;

    /// <summary>The scores of one result.</summary>
    /// <param name="result">x, in the unit of the assigned value.</param>
    /// <param name="uncertainty">u, the participant's standard uncertainty; at least 0.</param>
    /// <param name="assigned">The assigned value and the spread allowed about it.</param>
    /// <exception cref="ArgumentException">A number that is not finite, or an uncertainty below 0.</exception>
    public static ProficiencyScore Of(double result, double uncertainty, AssignedValue assigned)
    {
        Readings.RequireFinite(result, nameof(result));
        AssignedValue.RequireUncertainty(uncertainty, nameof(uncertainty));
        var off = result - assigned.Value;
        var combined = Math.Sqrt(uncertainty * uncertainty + assigned.Uncertainty * assigned.Uncertainty);
        var allowed = Math.Sqrt(assigned.AllowedSd * assigned.AllowedSd + assigned.Uncertainty * assigned.Uncertainty);
        return new ProficiencyScore
        {
            Z = off / assigned.AllowedSd,
            ZPrime = off / allowed,
            Zeta = combined == 0 ? null : off / combined,
            En = combined == 0 ? null : off / (assigned.CoverageFactor * combined),
            BiasPercent = assigned.Value == 0 ? null : 100 * off / assigned.Value,
        };
    }
}

/// <summary>The assigned value of a proficiency test.</summary>
public sealed record AssignedValue
{
    /// <param name="value">x_pt.</param>
    /// <param name="uncertainty">u_pt, its standard uncertainty; at least 0.</param>
    /// <param name="allowedSd">σ_pt, the standard deviation for proficiency assessment; above 0.</param>
    /// <param name="coverageFactor">k of the expanded uncertainties in E_n; above 0.</param>
    /// <exception cref="ArgumentException">A number out of its range.</exception>
    public AssignedValue(double value, double uncertainty, double allowedSd, double coverageFactor = 2)
    {
        Readings.RequireFinite(value, nameof(value));
        RequireUncertainty(uncertainty, nameof(uncertainty));
        Readings.RequirePositive(allowedSd, nameof(allowedSd));
        Readings.RequirePositive(coverageFactor, nameof(coverageFactor));
        (Value, Uncertainty, AllowedSd, CoverageFactor) = (value, uncertainty, allowedSd, coverageFactor);
    }

    public double Value { get; }
    public double Uncertainty { get; }
    public double AllowedSd { get; }
    public double CoverageFactor { get; }

    internal static void RequireUncertainty(double uncertainty, string name)
    {
        if (!double.IsFinite(uncertainty) || uncertainty < 0)
            throw new ArgumentOutOfRangeException(name, uncertainty, "A standard uncertainty is a finite number, at least 0.");
    }
}
