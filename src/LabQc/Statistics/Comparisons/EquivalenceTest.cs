namespace LabQc.Statistics;

/// <summary>Two one-sided tests of whether a difference of means lies within ±margin.</summary>
/// <param name="Margin">The largest difference that makes no difference, in the values' unit.</param>
/// <param name="PLower">p against "the difference is -margin or less".</param>
/// <param name="PUpper">p against "the difference is +margin or more".</param>
/// <param name="Interval">The interval of confidence 1 - 2α that lies within ±margin exactly when both p are below α.</param>
public sealed record EquivalenceResult(double Margin, double PLower, double PUpper, ConfidenceLimits Interval)
{
    /// <summary>The larger of the two: equivalence is shown at level α where it is below α.</summary>
    public double P => Math.Max(PLower, PUpper);
}

/// <summary>Equivalence of two means (TOST).</summary>
/// <remarks>Source: Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680. Relative accuracy 1e-9.</remarks>
public static class EquivalenceTest
{
    /// <summary>Two one-sided Welch tests; null where both variances are zero.</summary>
    /// <param name="x">First sample, at least two values.</param>
    /// <param name="y">Second sample, at least two values.</param>
    /// <param name="margin">Above zero.</param>
    /// <param name="alpha">Level of each one-sided test; the interval has confidence 1 - 2α.</param>
    /// <exception cref="ArgumentException">Too few values, one is not finite, or the margin is not above zero.</exception>
    public static EquivalenceResult? Welch(IReadOnlyList<double> x, IReadOnlyList<double> y, double margin, double alpha = 0.05)
    {
        if (!(margin > 0) || double.IsInfinity(margin))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be above zero.");
        if (TwoSampleTTest.Welch(x, y, 1 - 2 * alpha) is not { } test)
            return null;
        var lower = StudentsT.UpperTail((test.Difference + margin) / test.StandardError, test.DegreesOfFreedom);
        var upper = StudentsT.UpperTail((margin - test.Difference) / test.StandardError, test.DegreesOfFreedom);
        return new EquivalenceResult(margin, lower, upper, test.Interval);
    }
}
