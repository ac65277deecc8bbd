namespace LabQc.Statistics;

/// <summary>Whether a measured value conforms to tolerance limits, given its uncertainty (JCGM 106:2012, sections 7 and 8).</summary>
/// <remarks>The measurand is normal about the measured value, prior knowledge being negligible. Probabilities: 1e-13 relative.</remarks>
public sealed record ConformityAssessment
{
    public required ToleranceLimits Tolerance { get; init; }
    /// <summary>Tolerance limits less the guard band.</summary>
    public required ToleranceLimits Acceptance { get; init; }
    /// <summary>w = r U, with the expanded uncertainty U = 2u.</summary>
    public required double GuardBand { get; init; }
    /// <summary>Φ((U - y)/u) - Φ((L - y)/u).</summary>
    public required double ConformanceProbability { get; init; }
    /// <summary>Probability that the true value lies below the lower limit; 0 where there is none.</summary>
    public required double ProbabilityBelow { get; init; }
    /// <summary>Probability that the true value lies above the upper limit; 0 where there is none.</summary>
    public required double ProbabilityAbove { get; init; }
    /// <summary>The value lies within the tolerance limits (shared risk).</summary>
    public required bool SimpleAcceptance { get; init; }
    /// <summary>The value lies within the acceptance limits.</summary>
    public required bool GuardedAcceptance { get; init; }
    public required ConformityDecision Decision { get; init; }

    /// <summary>Assesses a measured value.</summary>
    /// <param name="value">The measured value y, finite.</param>
    /// <param name="uncertainty">Its standard uncertainty u, 0 or more; with 0 the probabilities are 0 or 1.</param>
    /// <param name="tolerance">The tolerance limits, in the unit of the value.</param>
    /// <param name="guardRatio">
    /// r, the guard band over U = 2u: 0 is simple acceptance, 1 the rule w = U; z(1 - α)/2 limits the specific risk at one
    /// limit to α.
    /// </param>
    /// <exception cref="ArgumentException">A value that is not finite, a negative uncertainty, or limits that are none.</exception>
    public static ConformityAssessment Of(double value, double uncertainty, ToleranceLimits tolerance, double guardRatio)
    {
        tolerance.Require();
        if (!double.IsFinite(value) || !double.IsFinite(guardRatio) || !(uncertainty >= 0) || double.IsInfinity(uncertainty))
            throw new ArgumentException($"Not a value with an uncertainty: {value}, {uncertainty}, ratio {guardRatio}.", nameof(value));
        var guardBand = guardRatio * 2 * uncertainty;
        var acceptance = tolerance.Guarded(guardBand);
        var belief = new NormalBelief(value, uncertainty);
        return new ConformityAssessment
        {
            Tolerance = tolerance,
            Acceptance = acceptance,
            GuardBand = guardBand,
            ConformanceProbability = belief.Within(tolerance),
            ProbabilityBelow = belief.Below(tolerance.LowerOrInfinite),
            ProbabilityAbove = belief.Above(tolerance.UpperOrInfinite),
            SimpleAcceptance = tolerance.Contain(value),
            GuardedAcceptance = acceptance.Contain(value),
            Decision = Decide(value, tolerance, acceptance, guardBand),
        };
    }

    private static ConformityDecision Decide(
        double value, ToleranceLimits tolerance, ToleranceLimits acceptance, double guardBand)
    {
        if (acceptance.Contain(value))
            return ConformityDecision.Pass;
        if (tolerance.Contain(value))
            return ConformityDecision.ConditionalPass;
        var outside = Math.Max(tolerance.LowerOrInfinite - value, value - tolerance.UpperOrInfinite);
        return outside < guardBand ? ConformityDecision.ConditionalFail : ConformityDecision.Fail;
    }
}
