namespace LabQc.Evaluation;

/// <summary>Where the uncertainty of a run was taken from.</summary>
public enum RunUncertaintySource
{
    /// <summary>s/√n of replicates, dilutions or measurements.</summary>
    StandardError,

    /// <summary>The binomial standard deviation of a fraction on its tracks.</summary>
    Binomial,

    /// <summary>The relative uncertainties of a calculated value's inputs, in quadrature.</summary>
    Propagated,
}

/// <summary>u_run: the standard uncertainty that one lot's own data show, in the unit of the value.</summary>
/// <param name="Value">Finite, 0 or more.</param>
/// <param name="DegreesOfFreedom">n - 1 for s/√n, infinite for a binomial one.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RunUncertainty(double Value, double DegreesOfFreedom, RunUncertaintySource Source)
{
    /// <summary>s/√n with n - 1 degrees of freedom; null (unknown) with fewer than two values.</summary>
    public static RunUncertainty? OfMean(SampleMean mean) =>
        mean.StandardError is { } error && double.IsFinite(error)
            ? new RunUncertainty(error, mean.N - 1, RunUncertaintySource.StandardError)
            : null;

    /// <summary>
    /// For a percentage: the larger of s/√n and the binomial standard deviation 100 √(p(1 - p)/N) on N pooled tracks. With one
    /// replicate the binomial one; without a number of tracks s/√n; unknown (null) on 0 tracks, which can show no fraction.
    /// </summary>
    public static RunUncertainty? OfPercent(SampleMean percent, int? tracks)
    {
        var ofMean = OfMean(percent);
        if (tracks is not { } counted)
            return ofMean;
        if (counted <= 0 || !double.IsFinite(percent.Mean))
            return null;
        var p = Math.Clamp(percent.Mean / 100, 0, 1);
        var binomial = 100 * Math.Sqrt(p * (1 - p) / counted);
        return ofMean is not null && ofMean.Value >= binomial
            ? ofMean
            : new RunUncertainty(binomial, double.PositiveInfinity, RunUncertaintySource.Binomial);
    }

    /// <summary>The uncertainty of this value times an exact factor.</summary>
    public RunUncertainty Times(double factor) => this with { Value = Value * Math.Abs(factor) };

    /// <summary>
    /// The uncertainty of a product or quotient: relative uncertainties in quadrature, degrees of freedom after Welch and
    /// Satterthwaite (GUM G.4). Unknown (null) where an input's is unknown or an input is 0.
    /// </summary>
    public static RunUncertainty? OfQuotient(double quotient, params (double Value, RunUncertainty? Run)[] inputs)
    {
        double sum = 0, weights = 0;
        foreach (var (value, run) in inputs)
        {
            if (run is null || value == 0)
                return null;
            var square = Math.Pow(run.Value / value, 2);
            sum += square;
            weights += square * square / run.DegreesOfFreedom;
        }
        var degrees = weights > 0 ? sum * sum / weights : double.PositiveInfinity;
        return new RunUncertainty(Math.Abs(quotient) * Math.Sqrt(sum), degrees, RunUncertaintySource.Propagated);
    }
}
