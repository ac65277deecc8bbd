namespace LabQc.Statistics;

/// <summary>A straight line with the uncertainty of its mean: intercept, slope, and how the observations lie along time.</summary>
/// <param name="Intercept">The mean response at time 0.</param>
/// <param name="Slope">Response per unit of time.</param>
/// <param name="Count">Observations that fix the height.</param>
/// <param name="MeanTime">Their mean time.</param>
/// <param name="TimeSumOfSquares">Σ (t - mean)² of all observations that fix the slope.</param>
internal sealed record LineFit(double Intercept, double Slope, int Count, double MeanTime, double TimeSumOfSquares)
{
    /// <summary>The mean response at a time.</summary>
    public double At(double time) => Intercept + Slope * time;

    /// <summary>The standard error of the mean response at a time, over the residual standard deviation.</summary>
    public double UnscaledErrorAt(double time) =>
        Math.Sqrt(1.0 / Count + (time - MeanTime) * (time - MeanTime) / TimeSumOfSquares);
}
