namespace LabQc.Statistics;

/// <summary>Confidence limits of capability indices, for normal values.</summary>
public static class CapabilityLimits
{
    /// <summary>
    /// Exact limits of Cp or Pp: the index times √(χ²(α/2; ν)/ν) and √(χ²(1 - α/2; ν)/ν) (Kane 1986). Held to 1e-12.
    /// </summary>
    /// <param name="index">The estimated index.</param>
    /// <param name="df">Degrees of freedom ν of its standard deviation; n - 1 for the overall one.</param>
    /// <param name="confidence">Two-sided, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">No degrees of freedom, or a confidence outside (0, 1).</exception>
    public static ConfidenceLimits OfSpread(double index, double df, double confidence)
    {
        var tail = ConfidenceLimits.TailOf(confidence);
        return new(
            index * Math.Sqrt(ChiSquare.Quantile(tail, df) / df),
            index * Math.Sqrt(ChiSquare.UpperQuantile(tail, df) / df));
    }

    /// <summary>
    /// Approximate limits of Cpk or Ppk: the index ± z √(1/(9n) + index²/(2ν)) (Bissell 1990, Applied Statistics 39, 331-340).
    /// Defined for an index of zero or below as well.
    /// </summary>
    /// <param name="index">The estimated index.</param>
    /// <param name="n">Number of values.</param>
    /// <param name="df">Degrees of freedom ν of the standard deviation.</param>
    /// <param name="confidence">Two-sided, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">No values or degrees of freedom, or a confidence outside (0, 1).</exception>
    public static ConfidenceLimits OfNearest(double index, int n, double df, double confidence)
    {
        if (n < 1 || !(df > 0))
            throw new ArgumentException($"No limits from {n} values with {df} degrees of freedom.", nameof(n));
        var z = -StandardNormal.Quantile(ConfidenceLimits.TailOf(confidence));
        return ConfidenceLimits.Around(index, z * Math.Sqrt(1 / (9.0 * n) + index * index / (2 * df)));
    }

    /// <summary>
    /// Exact limits of a one-sided index (PPU, PPL): 3 √n index is noncentral t with ν degrees of freedom, and each limit is
    /// the noncentrality at which it lies at α/2 or 1 - α/2, over 3 √n (Owen 1968; Kane 1986). Held to 1e-11.
    /// </summary>
    /// <inheritdoc cref="OfNearest"/>
    public static ConfidenceLimits OfOneSided(double index, int n, double df, double confidence)
    {
        if (n < 1 || !(df > 0))
            throw new ArgumentException($"No limits from {n} values with {df} degrees of freedom.", nameof(n));
        var tail = ConfidenceLimits.TailOf(confidence);
        var scale = 3 * Math.Sqrt(n);
        return new(
            -NoncentralT.NoncentralityAt(tail, -scale * index, df) / scale,
            NoncentralT.NoncentralityAt(tail, scale * index, df) / scale);
    }
}
