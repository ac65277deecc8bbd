namespace LabQc.Statistics;

/// <summary>What is known of a measurand as a normal distribution: its best estimate and standard uncertainty.</summary>
/// <param name="Estimate">The best estimate.</param>
/// <param name="Uncertainty">Standard uncertainty, 0 or more; with 0 all probability lies at the estimate.</param>
public readonly record struct NormalBelief(double Estimate, double Uncertainty)
{
    /// <summary>Probability that the true value lies below a limit; 1e-13 relative.</summary>
    public double Below(double limit) => Uncertainty > 0 ? StandardNormal.Cdf((limit - Estimate) / Uncertainty)
        : Estimate < limit ? 1 : 0;

    /// <summary>Probability that the true value lies above a limit, without cancellation; 1e-13 relative.</summary>
    public double Above(double limit) => Uncertainty > 0 ? StandardNormal.UpperTail((limit - Estimate) / Uncertainty)
        : Estimate > limit ? 1 : 0;

    /// <summary>Probability that the true value lies within the limits.</summary>
    /// <exception cref="ArgumentException">Limits that are none.</exception>
    public double Within(ToleranceLimits limits)
    {
        limits.Require();
        if (Uncertainty == 0)
            return limits.Contain(Estimate) ? 1 : 0;
        var (lower, upper) = (limits.LowerOrInfinite, limits.UpperOrInfinite);
        return StandardNormal.Between((lower - Estimate) / Uncertainty, (upper - Estimate) / Uncertainty);
    }

    /// <summary>
    /// This belief after a measurement: estimates weighted by their inverse variances (JCGM 106:2012, section 6 and annex C).
    /// </summary>
    /// <param name="measured">The measured value.</param>
    /// <param name="uncertainty">Its standard uncertainty, above 0.</param>
    /// <exception cref="ArgumentException">An uncertainty, here or there, that is not above 0, or a value that is not finite.</exception>
    public NormalBelief After(double measured, double uncertainty)
    {
        if (!double.IsFinite(measured) || !double.IsFinite(Estimate) || !(uncertainty > 0) || !(Uncertainty > 0))
            throw new ArgumentException($"Cannot combine {this} with {measured} and uncertainty {uncertainty}.", nameof(measured));
        // Weights as fractions of the sum, so that neither variance overflows.
        var ratio = Uncertainty / uncertainty;
        var weight = 1 / (1 + 1 / (ratio * ratio));
        return new(Estimate + weight * (measured - Estimate), uncertainty * Math.Sqrt(weight));
    }
}
