namespace LabQc.Statistics;

/// <summary>How well a process keeps within its limits: indices from a standard deviation and a mean.</summary>
/// <remarks>
/// An index that needs a limit or a target that the specification lacks is null. Definitions: Kane 1986, J. Quality Technology
/// 18, 41-52 (Cp, Cpk); Kotz &amp; Johnson 1993, Process Capability Indices. Held to 1e-12 relative.
/// </remarks>
public sealed record CapabilityIndices
{
    /// <summary>(U - L)/(6 SD): Pp with the overall standard deviation, Cp with the one within subgroups.</summary>
    public required double? Spread { get; init; }
    /// <summary>(mean - L)/(3 SD).</summary>
    public required double? Lower { get; init; }
    /// <summary>(U - mean)/(3 SD).</summary>
    public required double? Upper { get; init; }

    /// <summary>The smaller one-sided index: Ppk or Cpk; with one limit, that of the limit.</summary>
    public double? Nearest => Lower is { } lower && Upper is { } upper ? Math.Min(lower, upper) : Lower ?? Upper;

    /// <summary>The indices of a mean and a standard deviation.</summary>
    /// <exception cref="ArgumentException">No limits, or a standard deviation that is not above 0: the indices have no end.</exception>
    public static CapabilityIndices Of(double mean, double sd, SpecificationLimits limits)
    {
        limits.Require();
        if (!double.IsFinite(mean) || !(sd > 0) || double.IsInfinity(sd))
            throw new ArgumentException($"Capability needs a mean and a standard deviation above 0; got {mean} and {sd}.", nameof(sd));
        return new CapabilityIndices
        {
            Spread = (limits.Upper - limits.Lower) / (6 * sd),
            Lower = (mean - limits.Lower) / (3 * sd),
            Upper = (limits.Upper - mean) / (3 * sd),
        };
    }

    /// <summary>
    /// Indices of a lognormal process by quantiles: the half-widths from the median to the 0.135 % and 99.865 % quantiles, which are
    /// e^(μ ± 3σ), stand for three standard deviations (quantile method of ISO 22514-4).
    /// </summary>
    /// <param name="values">Two or more, all above 0; μ and σ are mean and standard deviation (n - 1) of their logarithms.</param>
    /// <param name="limits">In the unit of the values.</param>
    /// <returns>The indices, or null where a value is not above 0.</returns>
    /// <exception cref="ArgumentException">Too few values, one that is not finite, no variation, or no limits.</exception>
    public static CapabilityIndices? Lognormal(ReadOnlySpan<double> values, SpecificationLimits limits)
    {
        limits.Require();
        Descriptive.RequireFinite(values, 2);
        if (!Array.TrueForAll(values.ToArray(), value => value > 0))
            return null;
        var logarithms = Array.ConvertAll(values.ToArray(), Math.Log);
        var (mu, sigma) = (Descriptive.Mean(logarithms), Descriptive.StandardDeviation(logarithms));
        if (sigma == 0)
            throw new ArgumentException("Values that do not vary have no capability.", nameof(values));
        var reach = 3 * sigma;
        var (low, median, high) = (Math.Exp(mu - reach), Math.Exp(mu), Math.Exp(mu + reach));
        return new CapabilityIndices
        {
            Spread = (limits.Upper - limits.Lower) / (high - low),
            Lower = (median - limits.Lower) / (median - low),
            Upper = (limits.Upper - median) / (high - median),
        };
    }
}
