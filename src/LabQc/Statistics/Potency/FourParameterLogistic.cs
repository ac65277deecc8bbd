namespace LabQc.Statistics;

/// <summary>Standard errors of the parameters of a four-parameter logistic curve.</summary>
/// <param name="AtZeroDose">Of the response at dose 0.</param>
/// <param name="AtInfiniteDose">Of the response at infinite dose.</param>
/// <param name="Slope">Of the slope.</param>
/// <param name="Ec50">Of the EC50: EC50 times that of its logarithm.</param>
/// <param name="LogEc50">Of ln EC50.</param>
public sealed record LogisticErrors(double AtZeroDose, double AtInfiniteDose, double Slope, double Ec50, double LogEc50);

/// <summary>A dose-response curve y = d + (a - d)/(1 + (x/c)^b), b above 0.</summary>
public sealed record FourParameterLogistic
{
    /// <summary>a: the response at dose 0, in its own unit.</summary>
    public required double AtZeroDose { get; init; }
    /// <summary>d: the response at infinite dose; above a for a rising curve.</summary>
    public required double AtInfiniteDose { get; init; }
    /// <summary>b: the slope, above 0 for falling and rising curves alike.</summary>
    public required double Slope { get; init; }
    /// <summary>c: the dose whose response is half-way between a and d.</summary>
    public required double Ec50 { get; init; }
    /// <summary>Standard errors.</summary>
    public required LogisticErrors StandardErrors { get; init; }
    /// <summary>Confidence interval of the EC50 found on the logarithm; never below 0.</summary>
    public required ConfidenceLimits Ec50Interval { get; init; }
    /// <summary>Confidence interval of the EC50, c ± t · standard error.</summary>
    public required ConfidenceLimits Ec50IntervalByDeltaMethod { get; init; }
    /// <summary>Residual sum of squares.</summary>
    public required double Rss { get; init; }
    /// <summary>n - 4.</summary>
    public required int DegreesOfFreedom { get; init; }
    /// <summary>√(RSS/(n - 4)).</summary>
    public double ResidualSd => Math.Sqrt(Rss / DegreesOfFreedom);

    /// <summary>The curve's response at a dose of 0 or more.</summary>
    public double ResponseAt(double dose) => AtInfiniteDose + (AtZeroDose - AtInfiniteDose) / (1 + Math.Pow(dose / Ec50, Slope));

    /// <summary>Fits the curve by ordinary least squares.</summary>
    /// <param name="doses">Doses of 0 or more, at least four different ones, at least five responses.</param>
    /// <param name="responses">One response for each dose.</param>
    /// <param name="confidence">Confidence of the intervals, from Student's t with n - 4 df.</param>
    /// <remarks>
    /// Standard errors from (J'J)^-1 RSS/(n - 4) with exact derivatives (Bates and Watts 1988, Nonlinear Regression Analysis,
    /// section 2.3). Reference data: ryegrass and S. alba of the R package drc. Parameters, standard errors and RSS are held
    /// to a relative 1e-6.
    /// </remarks>
    /// <exception cref="ArgumentException">Too few doses or responses, a number that is not finite, or responses that do not determine the curve.</exception>
    public static FourParameterLogistic Fit(IReadOnlyList<double> doses, IReadOnlyList<double> responses, double confidence = 0.95) =>
        From(LogisticFit.One(AssayPoint.Of(doses, responses, isTest: false, minimum: 5)), confidence);

    internal static FourParameterLogistic From(LogisticFit fit, double confidence)
    {
        var (ec50, logError) = (Math.Exp(fit.Curve.LogEc50), fit.StandardErrorOf(3));
        var t = ConfidenceLimits.StudentsTFor(confidence, fit.DegreesOfFreedom);
        return new FourParameterLogistic
        {
            AtZeroDose = fit.Curve.AtZero,
            AtInfiniteDose = fit.Curve.AtInfinity,
            Slope = fit.Curve.Slope,
            Ec50 = ec50,
            StandardErrors = new LogisticErrors(
                fit.StandardErrorOf(0), fit.StandardErrorOf(1), fit.StandardErrorOf(2), ec50 * logError, logError),
            Ec50Interval = new ConfidenceLimits(
                Math.Exp(fit.Curve.LogEc50 - t * logError), Math.Exp(fit.Curve.LogEc50 + t * logError)),
            Ec50IntervalByDeltaMethod = ConfidenceLimits.Around(ec50, t * ec50 * logError),
            Rss = fit.Rss,
            DegreesOfFreedom = fit.DegreesOfFreedom,
        };
    }
}
