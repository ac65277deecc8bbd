namespace LabQc.Statistics;

/// <summary>Averages a probability over the distribution of an estimated standard deviation.</summary>
/// <remarks>
/// With s = √(χ²/df) the density of u = ln s is proportional to exp(-df ((e^2u - 1)/2 - u)): smooth, decaying on both sides,
/// so that the trapezoidal rule converges exponentially (Trefethen and Weideman 2014, SIAM Review 56, 385-458). Steps go
/// outwards from the mode until what is left cannot change the sum, however small it is; small tails keep their digits.
/// </remarks>
internal static class StudentizedAverage
{
    private const double Negligible = 1e-17;

    /// <summary>The mean of <paramref name="given"/>(s), a probability for s known.</summary>
    /// <param name="given">A smooth, monotone function of s with values from 0 to 1.</param>
    /// <param name="df">Degrees of freedom of s; infinite: s is 1.</param>
    public static double Of(Func<double, double> given, double df)
    {
        if (!(df > 0))
            throw new ArgumentOutOfRangeException(nameof(df), df, "Degrees of freedom are above zero.");
        if (double.IsPositiveInfinity(df))
            return given(1);
        // Sixty percent of the spread of u, and fine enough for the skew distributions of one or two degrees of freedom.
        var step = Math.Min(0.125, 0.6 / Math.Sqrt(2 * df));
        double sum = given(1), weights = 1;
        foreach (var direction in (ReadOnlySpan<double>)[step, -step])
        {
            for (var u = direction; ; u += direction)
            {
                var weight = Math.Exp(-df * StirlingError.HalfExpMinus(u));
                if (weight == 0)
                    break;
                sum += weight * given(Math.Exp(u));
                weights += weight;
                if (weight < Negligible * Math.Min(sum, weights) * Math.Min(1, df))
                    break;
            }
        }
        return sum / weights;
    }

    /// <summary>e^x - 1 without cancellation near zero.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;
        var half = Math.Sinh(x / 2);
        return 2 * half * Math.Exp(x / 2);
    }
}
