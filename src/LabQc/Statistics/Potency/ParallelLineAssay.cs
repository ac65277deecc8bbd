namespace LabQc.Statistics;

/// <summary>The logarithm of the dose that lines are fitted on; slopes depend on it, potencies do not.</summary>
public enum DoseLogarithm
{
    /// <summary>ln.</summary>
    Natural,
    /// <summary>log10.</summary>
    Base10,
    /// <summary>log2, which makes a slope the change per doubling.</summary>
    Base2,
}

/// <summary>Potency of a test preparation relative to a reference, from two parallel lines over the logarithm of the dose.</summary>
public sealed record ParallelLineAssay
{
    /// <summary>Response of the reference's parallel line at dose 1.</summary>
    public required double ReferenceIntercept { get; init; }
    /// <summary>Response of the test's parallel line at dose 1.</summary>
    public required double TestIntercept { get; init; }
    /// <summary>Slope of both parallel lines.</summary>
    public required double CommonSlope { get; init; }
    /// <summary>Residual standard deviation about the parallel lines.</summary>
    public required double ResidualSd { get; init; }
    /// <summary>n - 3.</summary>
    public required int DegreesOfFreedom { get; init; }
    /// <summary>ln of the relative potency, whatever logarithm the lines are on.</summary>
    public required double LogPotency { get; init; }
    /// <summary>Fieller's interval of the relative potency; limits are null where the slope does not differ from zero.</summary>
    public required FiellerLimits Interval { get; init; }
    /// <summary>Slope of the reference's own line.</summary>
    public required double ReferenceSlope { get; init; }
    /// <summary>Slope of the test's own line.</summary>
    public required double TestSlope { get; init; }
    /// <summary>Slope of the test less slope of the reference.</summary>
    public required double SlopeDifference { get; init; }
    /// <summary>Its confidence interval, from the two free lines, n - 4 df.</summary>
    public required ConfidenceLimits SlopeDifferenceInterval { get; init; }
    /// <summary>Slope of the test over slope of the reference; null where that is 0.</summary>
    public required double? SlopeRatio { get; init; }
    /// <summary>Fieller's interval of the ratio, from the two free lines; to be set against margins such as 0.8 to 1.25.</summary>
    public required FiellerLimits SlopeRatioInterval { get; init; }
    /// <summary>F(1, n - 4) of free against parallel lines; null where the free lines fit exactly.</summary>
    public required FTestResult? Parallelism { get; init; }

    /// <summary>Dose of the reference over dose of the test for one response: above 1 where the test is the stronger.</summary>
    public double Ratio => Math.Exp(LogPotency);

    /// <summary>Fits both preparations, with a common slope and each with its own.</summary>
    /// <param name="referenceDoses">Doses above 0, two different ones or more.</param>
    /// <param name="referenceResponses">One response for each dose.</param>
    /// <param name="testDoses">Doses of the test preparation, likewise; five responses or more in all.</param>
    /// <param name="testResponses">One response for each dose.</param>
    /// <param name="logarithm">The logarithm of the dose that the lines are on.</param>
    /// <param name="confidence">Confidence of the potency's interval, from Student's t with n - 3 df.</param>
    /// <param name="slopeConfidence">Confidence of the slopes' intervals; 0.90 makes two one-sided tests at 0.05.</param>
    /// <remarks>
    /// Source: Finney 1978, Statistical Method in Biological Assay, chapter 4; agrees with the design of parallel-line assays
    /// in pharmacopoeias as generally known. Relative accuracy 1e-9.
    /// </remarks>
    /// <exception cref="ArgumentException">Too few doses or responses, a number that is not finite, a dose that is not above 0, or a common slope of 0.</exception>
    public static ParallelLineAssay Fit(
        IReadOnlyList<double> referenceDoses, IReadOnlyList<double> referenceResponses,
        IReadOnlyList<double> testDoses, IReadOnlyList<double> testResponses,
        DoseLogarithm logarithm = DoseLogarithm.Natural, double confidence = 0.95, double slopeConfidence = 0.90)
    {
        var unit = logarithm switch { DoseLogarithm.Base10 => Math.Log(10), DoseLogarithm.Base2 => Math.Log(2), _ => 1 };
        var reference = DoseLine.Of(referenceDoses, referenceResponses, unit);
        var test = DoseLine.Of(testDoses, testResponses, unit);
        return new ParallelLines(reference, test, unit).Assay(confidence, slopeConfidence);
    }
}
