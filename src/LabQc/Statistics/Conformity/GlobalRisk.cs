namespace LabQc.Statistics;

/// <summary>
/// What a decision rule risks over a whole process, before anything is measured (JCGM 106:2012, section 9.5).
/// </summary>
/// <param name="ConsumerRisk">P(true value outside the tolerance, measured value accepted).</param>
/// <param name="ProducerRisk">P(true value within the tolerance, measured value rejected).</param>
/// <param name="InTolerance">P(true value within the tolerance).</param>
/// <param name="CapabilityIndex">Cm = (U - L)/(4 u_m); null where a limit is missing.</param>
/// <remarks>
/// The true value is normal about y0 with SD u0, the measured one normal about it with SD um. Gauss-Legendre panels as narrow as
/// both standard deviations; held to 1e-10 relative for risks down to 1e-100.
/// </remarks>
public sealed record GlobalRisk(double ConsumerRisk, double ProducerRisk, double InTolerance, double? CapabilityIndex)
{
    private static readonly GaussLegendre Rule = GaussLegendre.OfOrder(24);

    /// <summary>The risks of a process and a measurement under guard bands of r U, U = 2 um.</summary>
    /// <param name="process">Mean y0 and standard deviation u0 above 0 of the true values.</param>
    /// <param name="measurementUncertainty">um, above 0.</param>
    /// <param name="tolerance">The tolerance limits.</param>
    /// <param name="guardRatio">r; 0 is simple acceptance. Guard bands that leave no acceptance interval reject everything.</param>
    /// <exception cref="ArgumentException">A standard deviation that is not above 0, or limits that are none.</exception>
    public static GlobalRisk Of(
        NormalBelief process, double measurementUncertainty, ToleranceLimits tolerance, double guardRatio)
    {
        tolerance.Require();
        if (!(process.Uncertainty > 0) || !(measurementUncertainty > 0) || !double.IsFinite(process.Estimate) || !double.IsFinite(guardRatio))
            throw new ArgumentException($"No risk of {process} measured with uncertainty {measurementUncertainty}.", nameof(process));
        var acceptance = tolerance.Guarded(guardRatio * 2 * measurementUncertainty);
        var points = Points(process, measurementUncertainty, tolerance, acceptance);
        double[] inside = [.. points.Where(tolerance.Contain)];
        double[] below = [.. points.Where(y => y <= tolerance.LowerOrInfinite)];
        double[] above = [.. points.Where(y => y >= tolerance.UpperOrInfinite)];
        return new GlobalRisk(
            Integral(below, Accepted) + Integral(above, Accepted),
            Integral(inside, Rejected),
            process.Within(tolerance),
            (tolerance.Upper - tolerance.Lower) / (4 * measurementUncertainty));

        double Integral(double[] panels, Func<NormalBelief, double> probability) => Rule.Over(panels, y =>
            StandardNormal.Density((y - process.Estimate) / process.Uncertainty) / process.Uncertainty
            * probability(new NormalBelief(y, measurementUncertainty)));
        double Accepted(NormalBelief measured) =>
            acceptance.LowerOrInfinite < acceptance.UpperOrInfinite ? measured.Within(acceptance) : 0;
        double Rejected(NormalBelief measured) => acceptance.LowerOrInfinite < acceptance.UpperOrInfinite
            ? measured.Below(acceptance.LowerOrInfinite) + measured.Above(acceptance.UpperOrInfinite)
            : 1;
    }

    /// <summary>
    /// Ends of the panels in ascending order: standard deviations of the process about its mean, those of the measurement about
    /// every limit, and the limits themselves.
    /// </summary>
    private static double[] Points(
        NormalBelief process, double measurement, ToleranceLimits tolerance, ToleranceLimits acceptance)
    {
        var points = new SortedSet<double>();
        var (farLow, farHigh) = (process.Estimate - 38 * process.Uncertainty, process.Estimate + 38 * process.Uncertainty);
        for (var j = -38; j <= 38; j++)
            points.Add(process.Estimate + j * process.Uncertainty);
        foreach (var limit in new[] { tolerance.Lower, tolerance.Upper, acceptance.Lower, acceptance.Upper })
            for (var j = -12; j <= 12 && limit is not null; j++)
            {
                points.Add(limit.Value + j * measurement);
                // Far out, the process's density falls off within a fraction of its standard deviation.
                points.Add(limit.Value + j * process.Uncertainty / 12);
            }
        // A limit beyond 38 standard deviations has no probability on its far side, but closes the panel on its near side.
        return [.. points.Where(y => y >= farLow && y <= farHigh)];
    }
}
