namespace LabQc.Statistics;

/// <summary>Robust mean and standard deviation of results of which some may be far off.</summary>
/// <remarks>
/// Algorithm A of ISO 13528 (annex C.3) and ISO 5725-5, Huber's proposal 2 with 1.5: start at the median and 1.483 times the
/// median absolute deviation; draw in what lies more than 1.5 s* from x*; x* is the mean of what results, s* 1.134 times its
/// standard deviation (divisor p - 1); repeat. Iterated to convergence, where the standard stops at the third significant
/// figure of s*. Order does not matter. Where more than half of the results are equal, s* starts at 0 and stays there: the robust
/// mean is then that very value. Held to 1e-9 relative.
/// </remarks>
public sealed record AlgorithmA
{
    private const double Reach = 1.5;
    private const int MostIterations = 100_000;

    /// <summary>x*: robust mean, in the unit of the results.</summary>
    public required double Mean { get; init; }
    /// <summary>s*: robust standard deviation.</summary>
    public required double Sd { get; init; }
    /// <summary>Where the iteration began: the median.</summary>
    public required double StartMean { get; init; }
    /// <summary>Where the iteration began: 1.483 times the median absolute deviation.</summary>
    public required double StartSd { get; init; }
    /// <summary>u(x_pt) = 1.25 s*/√p: standard uncertainty of the robust mean as an assigned value.</summary>
    public required double MeanUncertainty { get; init; }

    /// <summary>The robust estimates of at least two results.</summary>
    /// <param name="values">Finite results, one a laboratory.</param>
    /// <param name="tolerance">Relative change of x* and s* at which the iteration ends.</param>
    /// <exception cref="ArgumentException">Fewer than two results, one that is not finite, or a tolerance not above 0.</exception>
    /// <exception cref="ArithmeticException">No convergence, which has not been seen with a tolerance of 1e-14 or more.</exception>
    public static AlgorithmA Of(ReadOnlySpan<double> values, double tolerance = 1e-14)
    {
        Readings.Require(values, 2, nameof(values));
        Readings.RequirePositive(tolerance, nameof(tolerance));
        var median = Medians.Of(values);
        var startSd = 1.483 * Medians.Of(Deviations(values, median));
        var (mean, sd) = Iterated(values, median, startSd, tolerance);
        return new AlgorithmA
        {
            Mean = mean,
            Sd = sd,
            StartMean = median,
            StartSd = startSd,
            MeanUncertainty = 1.25 * sd / Math.Sqrt(values.Length),
        };
    }

    private static double[] Deviations(ReadOnlySpan<double> values, double from)
    {
        var deviations = new double[values.Length];
        for (var i = 0; i < deviations.Length; i++)
            deviations[i] = Math.Abs(values[i] - from);
        return deviations;
    }

    private static (double Mean, double Sd) Iterated(ReadOnlySpan<double> values, double mean, double sd, double tolerance)
    {
        var drawnIn = new double[values.Length];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            for (var i = 0; i < drawnIn.Length; i++)
                drawnIn[i] = Math.Clamp(values[i], mean - Reach * sd, mean + Reach * sd);
            var moments = SampleMoments.Of(drawnIn);
            var next = (Mean: moments.Mean, Sd: 1.134 * moments.StandardDeviation);
            var settled = Math.Abs(next.Mean - mean) <= tolerance * Math.Max(Math.Abs(next.Mean), next.Sd)
                && Math.Abs(next.Sd - sd) <= tolerance * next.Sd;
            (mean, sd) = next;
            if (settled)
                return next;
        }
        throw new ArithmeticException("Algorithm A did not converge.");
    }
}
