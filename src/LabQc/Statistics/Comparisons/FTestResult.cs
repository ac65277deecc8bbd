namespace LabQc.Statistics;

/// <summary>A ratio of two mean squares.</summary>
/// <param name="F">The ratio.</param>
/// <param name="NumeratorDf">Degrees of freedom of the numerator.</param>
/// <param name="DenominatorDf">Degrees of freedom of the denominator.</param>
/// <param name="P">The p value that the test states, from the tail itself.</param>
public sealed record FTestResult(double F, double NumeratorDf, double DenominatorDf, double P);

/// <summary>A statistic that is chi-squared under the null hypothesis, nearly.</summary>
/// <param name="Statistic">The statistic, corrected where the test says so.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom.</param>
/// <param name="P">Upper tail.</param>
public sealed record ChiSquareTestResult(double Statistic, double DegreesOfFreedom, double P);
