namespace LabQc.Statistics;

/// <summary>An F test of whether batches may share a parameter.</summary>
/// <param name="F">Null with one batch, and where nothing varies about the lines; infinite is never given.</param>
/// <param name="P">
/// Probability of a larger F. Null with one batch. Where nothing varies about the lines, 0 if the batches differ, 1 if not.
/// </param>
public sealed record PoolingTest(double? F, double? P)
{
    /// <summary>Whether batches are pooled: there is one only, or p is above the level (0.25 in ICH Q1E).</summary>
    public bool AllowsPooling(double level) => P is null || P > level;

    /// <summary>The extra sum of squares over its degrees of freedom, against a residual mean square.</summary>
    internal static PoolingTest Of(double reduced, double extended, int extraDf, double residual, int residualDf, double rounding)
    {
        if (extraDf == 0)
            return new(null, null);
        var extra = Math.Max(0, reduced - extended);
        if (residualDf == 0 || residual <= rounding)
            return new(null, extra > rounding ? 0 : 1);
        var f = extra / extraDf / (residual / residualDf);
        return new(f, FisherF.UpperTail(f, extraDf, residualDf));
    }
}
