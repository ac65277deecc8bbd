using MathNet.Numerics.Integration;

namespace LabQc.Statistics;

/// <summary>Which limits an EWMA run length is for.</summary>
public enum EwmaLimits
{
    /// <summary>Fixed at what they tend to (as most tables have it).</summary>
    Asymptotic,
    /// <summary>Widening from the first point on, as <see cref="EwmaChart"/> draws them.</summary>
    Exact,
}

/// <summary>
/// Average run lengths: the mean number of points up to and with the first signal, for independent normal readings whose mean
/// has shifted by δ sigma from the first point on (zero state).
/// </summary>
/// <remarks>
/// EWMA and CUSUM: Fredholm integral equations (Crowder 1987, Technometrics 29:401; Vance 1986, Journal of Quality Technology
/// 18:189; Goel &amp; Wu 1971) by Nyström's method on Gauss-Legendre nodes. Run rules: the exact Markov chain of Champ &amp; Woodall
/// 1987, Technometrics 29:393. Held to 1e-9 relative against R's spc and the published values. Longer than a double
/// can count is +∞.
/// </remarks>
public static class AverageRunLength
{
    /// <summary>Shewhart chart with limits at ± <paramref name="width"/> sigma.</summary>
    /// <exception cref="ArgumentException">A width not above 0, or a shift that is not finite.</exception>
    public static double Shewhart(double width, double shift)
    {
        Readings.RequirePositive(width, nameof(width));
        Readings.RequireFinite(shift, nameof(shift));
        return 1 / (StandardNormal.UpperTail(width - shift) + StandardNormal.UpperTail(width + shift));
    }

    /// <summary>Two-sided EWMA that starts at the centre.</summary>
    /// <param name="lambda">Weight of the newest reading, in (0, 1].</param>
    /// <param name="width">L, half-width of the limits in standard deviations of the average.</param>
    /// <param name="shift">Shift of the mean in sigma.</param>
    /// <param name="limits">Asymptotic limits, or those that widen from the first point on.</param>
    /// <exception cref="ArgumentException">A parameter out of its range.</exception>
    public static double Ewma(double lambda, double width, double shift, EwmaLimits limits = EwmaLimits.Asymptotic)
    {
        EwmaChart.RequireWeight(lambda);
        Readings.RequirePositive(width, nameof(width));
        Readings.RequireFinite(shift, nameof(shift));
        return new EwmaRunLength(lambda, width, shift).Mean(limits);
    }

    /// <summary>One-sided upper CUSUM that starts at 0; for the lower one, give the negative shift.</summary>
    /// <param name="allowance">k, in sigma.</param>
    /// <param name="decisionInterval">h, in sigma.</param>
    /// <param name="shift">Shift of the mean in sigma.</param>
    /// <exception cref="ArgumentException">A parameter out of its range.</exception>
    public static double CusumOneSided(double allowance, double decisionInterval, double shift)
    {
        CusumChart.RequireDesign(allowance, decisionInterval);
        Readings.RequireFinite(shift, nameof(shift));
        var nodes = QuadratureNodes.On(0, decisionInterval, scale: 1);
        var drift = shift - allowance;
        double[] from = [0, .. nodes.At];
        var step = Array.ConvertAll(from, z => StepFrom(z, drift, nodes));
        var end = Array.ConvertAll(from, z => StandardNormal.UpperTail(decisionInterval - z - drift));
        return AbsorbingChain.MeanTimes(step, end)[0];
    }

    /// <summary>
    /// Two-sided CUSUM: 1/ARL = 1/ARL(upper) + 1/ARL(lower), exact where the two sums never stand above 0 so far that both
    /// could signal (Kemp 1971; Lucas 1985), which holds for k > 0 and all usual h.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter out of its range.</exception>
    public static double Cusum(double allowance, double decisionInterval, double shift) =>
        1 / (1 / CusumOneSided(allowance, decisionInterval, shift) + 1 / CusumOneSided(allowance, decisionInterval, -shift));

    /// <summary>Shewhart chart with any of the run rules that look at zones: N1, N2, N5 to N8 and W1 to W4.</summary>
    /// <remarks>A rule counts from the first point on, its window shorter at the start, as <see cref="RunRules"/> has it.</remarks>
    /// <exception cref="ArgumentException">
    /// No rule; N3 or N4, whose patterns are no matter of zones and have no finite chain; or a shift that is not finite.
    /// </exception>
    public static double RunRules(IReadOnlyList<RunRule> rules, double shift)
    {
        Readings.RequireFinite(shift, nameof(shift));
        return ZoneChain.Of(rules).MeanRunLength(shift);
    }

    /// <summary>From a sum of z: to 0, and to each node.</summary>
    private static double[] StepFrom(double z, double drift, QuadratureNodes nodes)
    {
        var step = new double[nodes.At.Length + 1];
        step[0] = StandardNormal.Cdf(-z - drift);
        for (var j = 0; j < nodes.At.Length; j++)
            step[j + 1] = nodes.Weight[j] * StandardNormal.Density(nodes.At[j] - z - drift);
        return step;
    }
}

/// <summary>Gauss-Legendre nodes on an interval, as many as a normal kernel of the given scale needs for full precision.</summary>
internal sealed record QuadratureNodes(double[] At, double[] Weight)
{
    private static readonly int[] Orders = [64, 96, 128, 256, 512, 1024];

    public static QuadratureNodes On(double from, double to, double scale)
    {
        var needed = 32 + 3 * (to - from) / scale;
        var order = Orders.FirstOrDefault(o => o >= needed, Orders[^1]);
        return On(from, to, order);
    }

    public static QuadratureNodes On(double from, double to, int order)
    {
        var rule = new GaussLegendreRule(from, to, order);
        return new QuadratureNodes(rule.Abscissas, rule.Weights);
    }
}
