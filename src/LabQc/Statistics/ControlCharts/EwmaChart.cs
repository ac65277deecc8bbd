namespace LabQc.Statistics;

/// <summary>One point of an EWMA chart.</summary>
public sealed record EwmaPoint
{
    /// <summary>Place in the series, from 0.</summary>
    public required int Index { get; init; }
    public required double Value { get; init; }
    /// <summary>The weighted average up to and with this reading.</summary>
    public required double Average { get; init; }
    /// <summary>Limits at this point; they widen towards the asymptotic ones.</summary>
    public required ControlLimits Limits { get; init; }
    /// <summary>Whether the average lies beyond its limits.</summary>
    public required bool Signal { get; init; }
}

/// <summary>
/// Exponentially weighted moving average of single readings (or of means, with the sigma of a mean), for slow drift.
/// </summary>
/// <remarks>
/// z₀ = centre, zᵢ = λ xᵢ + (1 - λ) zᵢ₋₁; limits centre ± L σ √(λ/(2 - λ) (1 - (1 - λ)²ⁱ)). Roberts 1959, Technometrics 1:239;
/// Lucas &amp; Saccucci 1990, Technometrics 32:1. A point on its limit is no signal. Held to 1e-12 relative.
/// With λ 0.2 and L 2.86 a false signal comes once in about 370 points (<see cref="AverageRunLength.Ewma"/>).
/// </remarks>
public sealed record EwmaChart
{
    public const double UsualLambda = 0.2;
    public const double UsualWidth = 2.86;

    public required IReadOnlyList<EwmaPoint> Points { get; init; }
    /// <summary>What the limits of the points tend to.</summary>
    public required ControlLimits AsymptoticLimits { get; init; }

    /// <summary>The places of the signals.</summary>
    public IReadOnlyList<int> Signals => [.. Points.Where(p => p.Signal).Select(p => p.Index)];

    /// <summary>The chart of a series against a frozen centre and sigma; an empty series has no points.</summary>
    /// <param name="values">Finite readings in order of production.</param>
    /// <param name="centre">Frozen centre, in their unit.</param>
    /// <param name="sigma">Frozen standard deviation of one reading, above 0.</param>
    /// <param name="lambda">Weight of the newest reading, above 0 and at most 1 (then the chart is Shewhart's).</param>
    /// <param name="width">L, the half-width of the limits in standard deviations of the average.</param>
    /// <exception cref="ArgumentException">A value that is not finite, or a parameter out of its range.</exception>
    public static EwmaChart Of(
        ReadOnlySpan<double> values, double centre, double sigma, double lambda = UsualLambda, double width = UsualWidth)
    {
        Readings.Require(values, 0, nameof(values));
        Readings.RequireFinite(centre, nameof(centre));
        Readings.RequirePositive(sigma, nameof(sigma));
        Readings.RequirePositive(width, nameof(width));
        RequireWeight(lambda);
        var reach = width * sigma * Math.Sqrt(lambda / (2 - lambda));
        return new EwmaChart
        {
            Points = PointsOf(values, centre, lambda, reach),
            AsymptoticLimits = new ControlLimits(centre - reach, centre, centre + reach),
        };
    }

    internal static void RequireWeight(double lambda)
    {
        if (lambda is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The weight of the newest reading lies in (0, 1].");
    }

    private static EwmaPoint[] PointsOf(ReadOnlySpan<double> values, double centre, double lambda, double reach)
    {
        var points = new EwmaPoint[values.Length];
        var average = centre;
        for (var i = 0; i < values.Length; i++)
        {
            average = lambda * values[i] + (1 - lambda) * average;
            var reachHere = reach * Math.Sqrt(1 - Math.Pow(1 - lambda, 2.0 * (i + 1)));
            var limits = new ControlLimits(centre - reachHere, centre, centre + reachHere);
            points[i] = new EwmaPoint
            {
                Index = i,
                Value = values[i],
                Average = average,
                Limits = limits,
                Signal = limits.IsBeyond(average),
            };
        }
        return points;
    }
}
