namespace LabQc.Statistics;

/// <summary>One step of the generalized ESD test.</summary>
/// <param name="R">The largest distance from the mean of what is left, in its standard deviations.</param>
/// <param name="Lambda">The critical value of this step.</param>
/// <param name="Index">Place of the removed value in the whole sample, from 0.</param>
/// <param name="Value">The removed value.</param>
public sealed record DeviateStep(double R, double Lambda, int Index, double Value);

/// <summary>The steps of the generalized ESD test, and how many values are outliers.</summary>
/// <param name="Steps">One step for each suspected outlier, in the order of removal.</param>
public sealed record DeviateResult(IReadOnlyList<DeviateStep> Steps)
{
    /// <summary>The number of outliers: the last step whose R exceeds its critical value. 0: none.</summary>
    public int OutlierCount => Steps.Count - Steps.Reverse().TakeWhile(s => !(s.R > s.Lambda)).Count();
}

/// <summary>The generalized extreme studentized deviate test for up to a stated number of outliers in a normal sample.</summary>
/// <remarks>
/// λ_i = (n - i) t/√((n - i - 1 + t²)(n - i + 1)), t with n - i - 1 df at 1 - α/(2(n - i + 1)). Source: Rosner 1983,
/// Technometrics 25, 165-172, equation 2.5; its 54 values are the test case. Relative accuracy 1e-9.
/// </remarks>
public static class ExtremeStudentizedDeviateTest
{
    /// <summary>Removes the most extreme value as often as outliers are suspected.</summary>
    /// <param name="values">The sample.</param>
    /// <param name="maximum">Suspected outliers: at least 1, at most n - 2.</param>
    /// <param name="alpha">Level, between 0 and 1.</param>
    /// <remarks>Where the values left are all equal none can lie apart: R is 0 and the first is named.</remarks>
    /// <exception cref="ArgumentException">Fewer than three values, one is not finite, or a parameter is outside.</exception>
    public static DeviateResult Test(IReadOnlyList<double> values, int maximum, double alpha = 0.05)
    {
        SampleSummary.Require(values, 3, nameof(values));
        if (maximum < 1 || maximum > values.Count - 2)
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, $"Of {values.Count} values 1 to {values.Count - 2} can be suspected.");
        var left = Enumerable.Range(0, values.Count).ToList();
        var steps = new List<DeviateStep>();
        while (steps.Count < maximum)
        {
            var extreme = ExtremeDeviate.Of([.. left.Select(i => values[i])]) ?? new ExtremeDeviate(0, 0);
            var index = left[extreme.Index];
            steps.Add(new DeviateStep(extreme.R, ExtremeDeviate.Critical(left.Count, alpha / (2 * left.Count)), index, values[index]));
            left.RemoveAt(extreme.Index);
        }
        return new DeviateResult(steps);
    }
}
