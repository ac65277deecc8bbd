namespace LabQc.Statistics;

/// <summary>Fieller's interval of a ratio of two normally distributed estimates.</summary>
/// <param name="G">t² var(denominator)/denominator²: the interval is finite where it is below 1.</param>
/// <param name="Limits">The interval; null where the denominator does not differ from zero (g of 1 or more), so that no finite one exists.</param>
/// <remarks>
/// Source: Fieller 1954, Journal of the Royal Statistical Society B 16, 175-185; in the form of Finney 1978, Statistical
/// Method in Biological Assay, section 4.3. Relative accuracy 1e-10.
/// </remarks>
public sealed record FiellerLimits(double G, ConfidenceLimits? Limits)
{
    /// <summary>The interval of <paramref name="numerator"/>/<paramref name="denominator"/>.</summary>
    /// <param name="numerator">Estimate above the line.</param>
    /// <param name="denominator">Estimate below the line.</param>
    /// <param name="varianceOfNumerator">Its variance.</param>
    /// <param name="varianceOfDenominator">Its variance.</param>
    /// <param name="covariance">Covariance of the two.</param>
    /// <param name="t">Quantile of Student's t for the confidence wanted.</param>
    internal static FiellerLimits Of(
        double numerator, double denominator, double varianceOfNumerator, double varianceOfDenominator, double covariance, double t)
    {
        var g = t * t * varianceOfDenominator / (denominator * denominator);
        if (!(g < 1))
            return new FiellerLimits(g, null);
        var ratio = numerator / denominator;
        // The part of the numerator that is independent of the denominator; without a variance below the line all of it is.
        var slope = varianceOfDenominator > 0 ? covariance / varianceOfDenominator : 0;
        var independent = varianceOfNumerator - slope * covariance;
        var spread = independent * (1 - g) + varianceOfDenominator * (ratio - slope) * (ratio - slope);
        var reach = t / Math.Abs(denominator) * Math.Sqrt(Math.Max(0, spread)) / (1 - g);
        return new FiellerLimits(g, ConfidenceLimits.Around((ratio - g * slope) / (1 - g), reach));
    }
}
