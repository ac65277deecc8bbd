namespace LabQc.Statistics;

/// <summary>
/// Regression of an attribute on time in several batches, with the tests of ICH Q1E (2003, appendix B.3 to B.6) for pooling them.
/// </summary>
/// <remarks>
/// Three models: a line for each batch (full), one slope with an intercept for each, and one line. Slopes are tested by the
/// full model's mean square; intercepts by that of the common slope (stepwise), and as a variant by that of the full model.
/// Sums of squares are held to 1e-12 of the total.
/// </remarks>
public sealed class StabilityStudy
{
    private readonly StabilityBatch _pooled;
    private readonly double _rounding;

    /// <summary>Fits the three models.</summary>
    /// <param name="batches">One or more, with names of their own and at least two distinct times each.</param>
    /// <exception cref="ArgumentException">
    /// No batch, a name that repeats, unequal lengths, a value that is not finite, or a batch with fewer than two times.
    /// </exception>
    public StabilityStudy(IReadOnlyList<StabilityBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        if (batches.Count == 0 || batches.DistinctBy(batch => batch.Name).Count() < batches.Count)
            throw new ArgumentException("A stability study needs batches with names of their own.", nameof(batches));
        foreach (var batch in batches)
            batch.Require();
        Batches = batches;
        _pooled = new("all", [.. batches.SelectMany(b => b.Times)], [.. batches.SelectMany(b => b.Responses)]);
        WithinTimeSumOfSquares = batches.Sum(b => b.TimeSumOfSquares);
        CommonSlope = batches.Sum(b => b.Products) / WithinTimeSumOfSquares;
        FullResiduals = batches.Sum(b => b.ResidualsAbout(b.Slope));
        CommonSlopeResiduals = batches.Sum(b => b.ResidualsAbout(CommonSlope));
        OneLineResiduals = _pooled.ResidualsAbout(_pooled.Slope);
        var largest = _pooled.Responses.Max(Math.Abs);
        _rounding = 1e-30 * largest * largest * _pooled.Count;
    }

    public IReadOnlyList<StabilityBatch> Batches { get; }
    /// <summary>Sum of squared residuals of the full model.</summary>
    public double FullResiduals { get; }
    public double CommonSlopeResiduals { get; }
    public double OneLineResiduals { get; }
    public double CommonSlope { get; }
    public int FullDf => _pooled.Count - 2 * Batches.Count;
    public int CommonSlopeDf => _pooled.Count - Batches.Count - 1;
    public int OneLineDf => _pooled.Count - 2;
    public double OneLineSlope => _pooled.Slope;
    public double OneLineIntercept => _pooled.MeanResponse - _pooled.Slope * _pooled.MeanTime;
    public double LastTime => _pooled.Times.Max();

    /// <summary>Residual standard deviation of the one line; null where two observations are all.</summary>
    public double? OneLineStandardDeviation => OneLineDf == 0 ? null : Math.Sqrt(OneLineResiduals / OneLineDf);

    /// <summary>The slope of each batch's own line, in the batches' order.</summary>
    public IReadOnlyList<double> Slopes => [.. Batches.Select(batch => batch.Slope)];

    public PoolingTest SlopesTest => PoolingTest.Of(
        CommonSlopeResiduals, FullResiduals, Batches.Count - 1, FullResiduals, FullDf, _rounding);

    public PoolingTest InterceptsTest => PoolingTest.Of(
        OneLineResiduals, CommonSlopeResiduals, Batches.Count - 1, CommonSlopeResiduals, CommonSlopeDf, _rounding);

    /// <summary>The variant whose denominator is the full model's mean square (sequential sums of squares).</summary>
    public PoolingTest InterceptsTestByFullModel => PoolingTest.Of(
        OneLineResiduals, CommonSlopeResiduals, Batches.Count - 1, FullResiduals, FullDf, _rounding);

    /// <summary>The model that the tests lead to: slopes first, then intercepts; each is pooled if p is above the level.</summary>
    public StabilityModel Model(double level = 0.25) =>
        !SlopesTest.AllowsPooling(level) ? StabilityModel.Separate
        : InterceptsTest.AllowsPooling(level) ? StabilityModel.OneLine
        : StabilityModel.CommonSlope;

    /// <summary>Σ (t - mean)² within batches.</summary>
    internal double WithinTimeSumOfSquares { get; }

    internal LineFit OneLine => _pooled.Line(_pooled.Slope, _pooled.TimeSumOfSquares);
}
