namespace LabQc.Statistics;

/// <summary>Potency of a test preparation relative to a reference, from two parallel four-parameter logistic curves.</summary>
public sealed record RelativePotency
{
    /// <summary>The reference's own curve.</summary>
    public required FourParameterLogistic Reference { get; init; }
    /// <summary>The test preparation's own curve.</summary>
    public required FourParameterLogistic Test { get; init; }
    /// <summary>a of both parallel curves: the response at dose 0.</summary>
    public required double AtZeroDose { get; init; }
    /// <summary>d of both parallel curves: the response at infinite dose.</summary>
    public required double AtInfiniteDose { get; init; }
    /// <summary>b of both parallel curves.</summary>
    public required double Slope { get; init; }
    /// <summary>c of the reference's parallel curve; the test's is this over the relative potency.</summary>
    public required double ReferenceEc50 { get; init; }
    /// <summary>ln of the relative potency.</summary>
    public required double LogPotency { get; init; }
    /// <summary>Standard error of <see cref="LogPotency"/>.</summary>
    public required double StandardErrorOfLogPotency { get; init; }
    /// <summary>Confidence interval of the relative potency, found on the logarithm.</summary>
    public required ConfidenceLimits Interval { get; init; }
    /// <summary>Residual sum of squares of the parallel curves.</summary>
    public required double ConstrainedRss { get; init; }
    /// <summary>n - 5.</summary>
    public required int ConstrainedDf { get; init; }
    /// <summary>
    /// Extra sum of squares of two parallel against two free curves, F(3, n - 8); a small p speaks against parallel curves, and
    /// then the potency has no meaning. Null where the free curves fit exactly.
    /// </summary>
    public required FTestResult? Parallelism { get; init; }

    /// <summary>Residual sum of squares of the two free curves.</summary>
    public double FullRss => Reference.Rss + Test.Rss;
    /// <summary>n - 8.</summary>
    public int FullDf => Reference.DegreesOfFreedom + Test.DegreesOfFreedom;
    /// <summary>EC50 of the reference over EC50 of the test: above 1 where the test is the stronger.</summary>
    public double Ratio => Math.Exp(LogPotency);

    /// <summary>Fits both preparations, each for itself and together with common plateaus and slope.</summary>
    /// <param name="referenceDoses">Doses of 0 or more, at least four different ones, at least five responses.</param>
    /// <param name="referenceResponses">One response for each dose.</param>
    /// <param name="testDoses">Doses of the test preparation, likewise.</param>
    /// <param name="testResponses">One response for each dose.</param>
    /// <param name="confidence">Confidence of the interval, from Student's t with n - 5 df.</param>
    /// <remarks>
    /// Sources: the extra sum of squares F test as in Bates and Watts 1988, Nonlinear Regression Analysis, section 3.10; the
    /// model with a common shape as in Finney 1978, Statistical Method in Biological Assay, chapter 16. Relative
    /// accuracy 1e-6.
    /// </remarks>
    /// <exception cref="ArgumentException">Too few doses or responses, a number that is not finite, or responses that do not determine the curves.</exception>
    public static RelativePotency Fit(
        IReadOnlyList<double> referenceDoses, IReadOnlyList<double> referenceResponses,
        IReadOnlyList<double> testDoses, IReadOnlyList<double> testResponses, double confidence = 0.95)
    {
        var referencePoints = AssayPoint.Of(referenceDoses, referenceResponses, isTest: false, minimum: 5);
        var testPoints = AssayPoint.Of(testDoses, testResponses, isTest: true, minimum: 5);
        // Alone, the test preparation's potency stays at its start, ln 1.
        var (reference, test) = (LogisticFit.One(referencePoints), LogisticFit.One(testPoints));
        var parallel = LogisticFit.Parallel([.. referencePoints, .. testPoints], reference, test);
        var (log, error) = (parallel.Curve.LogPotency, parallel.StandardErrorOf(4));
        var t = ConfidenceLimits.StudentsTFor(confidence, parallel.DegreesOfFreedom);
        return new RelativePotency
        {
            Reference = FourParameterLogistic.From(reference, confidence),
            Test = FourParameterLogistic.From(test, confidence),
            AtZeroDose = parallel.Curve.AtZero,
            AtInfiniteDose = parallel.Curve.AtInfinity,
            Slope = parallel.Curve.Slope,
            ReferenceEc50 = Math.Exp(parallel.Curve.LogEc50),
            LogPotency = log,
            StandardErrorOfLogPotency = error,
            Interval = new ConfidenceLimits(Math.Exp(log - t * error), Math.Exp(log + t * error)),
            ConstrainedRss = parallel.Rss,
            ConstrainedDf = parallel.DegreesOfFreedom,
            Parallelism = ExtraSumOfSquares(parallel, reference, test),
        };
    }

    private static FTestResult? ExtraSumOfSquares(LogisticFit parallel, LogisticFit reference, LogisticFit test)
    {
        double full = reference.Rss + test.Rss, df = reference.DegreesOfFreedom + test.DegreesOfFreedom;
        if (full == 0)
            return null;
        var f = Math.Max(0, (parallel.Rss - full) / 3 / (full / df));
        return new FTestResult(f, 3, df, FisherF.UpperTail(f, 3, df));
    }
}
