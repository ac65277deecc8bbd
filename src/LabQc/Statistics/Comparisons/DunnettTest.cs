namespace LabQc.Statistics;

/// <summary>One group's mean compared with the control's, among several groups.</summary>
/// <param name="Group">Index of the group, from 0.</param>
/// <param name="Difference">Mean of the group less mean of the control, in the values' unit.</param>
/// <param name="T">Difference over its standard error from the pooled variance.</param>
/// <param name="P">Two-sided p value, adjusted for all comparisons with the control.</param>
public sealed record ComparisonWithControl(int Group, double Difference, double T, double P);

/// <summary>Dunnett's two-sided comparisons of several groups with one control.</summary>
/// <remarks>
/// p is P(max |T_i| >= |t|) of the multivariate t with correlations λ_i λ_j, λ_i² = n_i/(n_i + n_0), as a double integral over
/// the common normal variable and the estimated standard deviation (Dunnett 1955, Journal of the American Statistical
/// Association 50, 1096-1121; Dunnett 1964, Biometrics 20, 482-491). The complement is integrated itself, so small p values
/// keep their digits. One variance for all groups. Relative accuracy 1e-9.
/// </remarks>
public static class DunnettTest
{
    /// <summary>Compares every other group with the control; null where no value differs from its group's mean.</summary>
    /// <param name="groups">Two groups or more, none empty, with more values than groups.</param>
    /// <param name="control">Index of the control among the groups, from 0.</param>
    /// <exception cref="ArgumentException">The groups are not of that kind, a value is not finite, or there is no such control.</exception>
    public static IReadOnlyList<ComparisonWithControl>? Compare(IReadOnlyList<IReadOnlyList<double>> groups, int control = 0)
    {
        var layout = OneWayLayout.Of(groups);
        if (control < 0 || control >= groups.Count)
            throw new ArgumentOutOfRangeException(nameof(control), control, $"The control is one of the {groups.Count} groups.");
        if (layout.SumOfSquaresWithin == 0)
            return null;
        int[] others = [.. Enumerable.Range(0, groups.Count).Where(g => g != control)];
        var joint = new ManyToOne([.. others.Select(g => (double)groups[g].Count / groups[control].Count)]);
        return [.. others.Select(g => Compare(layout, g, control, joint))];
    }

    private static ComparisonWithControl Compare(OneWayLayout layout, int group, int control, ManyToOne joint)
    {
        var difference = layout.Groups[group].Mean - layout.Groups[control].Mean;
        var t = difference / layout.StandardErrorOf(group, control);
        return new ComparisonWithControl(group, difference, t, joint.UpperTail(Math.Abs(t), layout.WithinDf));
    }
}

/// <summary>The largest absolute value of several t statistics that share a control and an estimated standard deviation.</summary>
internal sealed class ManyToOne
{
    private const double Reach = 9; // φ(9) is 1e-18: what lies beyond the last peak adds nothing.
    private readonly double[] _lambda;
    private readonly double[] _spread;
    private readonly double _step;

    /// <param name="sizes">Size of each group relative to the control's.</param>
    public ManyToOne(IReadOnlyList<double> sizes)
    {
        _lambda = [.. sizes.Select(r => Math.Sqrt(r / (1 + r)))];
        _spread = [.. sizes.Select(r => Math.Sqrt(1 / (1 + r)))];
        // The integrand is a product of normal curves with precisions 1 and λ²/(1 - λ²) = r: 0.6 of their joint width.
        _step = 0.6 / Math.Sqrt(1 + sizes.Sum());
    }

    /// <summary>P(max |T| >= t).</summary>
    public double UpperTail(double t, double df) => Math.Min(1, StudentizedAverage.Of(s => Given(t * s), df));

    private double Given(double t)
    {
        // The integrand is even in z.
        var end = Math.Min(38, _lambda.Max() * t + Reach);
        var sum = Outside(0, t) * StandardNormal.Density(0) / 2;
        for (var z = _step; z <= end; z += _step)
            sum += Outside(z, t) * StandardNormal.Density(z);
        return 2 * _step * sum;
    }

    /// <summary>Probability that at least one group lies outside ±t, the control being at z.</summary>
    private double Outside(double z, double t)
    {
        double inside = 0;
        for (var i = 0; i < _lambda.Length; i++)
        {
            var tails = StandardNormal.UpperTail((t - _lambda[i] * z) / _spread[i]) + StandardNormal.UpperTail((t + _lambda[i] * z) / _spread[i]);
            inside += StirlingError.Log1p(-Math.Min(1, tails));
        }
        return -StudentizedAverage.Expm1(inside);
    }
}
