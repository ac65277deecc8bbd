namespace LabQc.Statistics;

/// <summary>The straight line of one preparation over the logarithm of its doses.</summary>
/// <param name="Count">Number of responses.</param>
/// <param name="MeanX">Mean logarithm of the dose.</param>
/// <param name="MeanY">Mean response.</param>
/// <param name="Sxx">Sum of squares of the logarithms about their mean.</param>
/// <param name="Sxy">Sum of products about the means.</param>
/// <param name="Rss">Residual sum of squares about the preparation's own line.</param>
internal readonly record struct DoseLine(int Count, double MeanX, double MeanY, double Sxx, double Sxy, double Rss)
{
    public double Slope => Sxy / Sxx;

    /// <exception cref="ArgumentException">Fewer than two different doses, one not above 0, unequal counts, or a number that is not finite.</exception>
    public static DoseLine Of(IReadOnlyList<double> doses, IReadOnlyList<double> responses, double unit)
    {
        var points = AssayPoint.Of(doses, responses, isTest: false, minimum: 2);
        if (points.Any(p => double.IsNegativeInfinity(p.LogDose)))
            throw new ArgumentException("A dose on a line over its logarithm is above 0.", nameof(doses));
        double[] x = [.. points.Select(p => p.LogDose / unit)];
        var (byDose, byResponse) = (SampleSummary.Of(x, 2, nameof(doses)), SampleSummary.Of(responses, 2, nameof(responses)));
        if (byDose.SumOfSquares == 0)
            throw new ArgumentException("A line needs two different doses.", nameof(doses));
        var products = x.Zip(responses, (u, y) => (u - byDose.Mean) * (y - byResponse.Mean)).Sum();
        var slope = products / byDose.SumOfSquares;
        var rss = x.Zip(responses, (u, y) => Math.Pow(y - byResponse.Mean - slope * (u - byDose.Mean), 2)).Sum();
        return new DoseLine(x.Length, byDose.Mean, byResponse.Mean, byDose.SumOfSquares, products, rss);
    }
}

/// <summary>Two preparations' lines, held parallel and free.</summary>
internal sealed class ParallelLines(DoseLine reference, DoseLine test, double unit)
{
    private readonly double _slope = (reference.Sxy + test.Sxy) / (reference.Sxx + test.Sxx);
    private readonly double _difference = test.Slope - reference.Slope;
    private readonly double _freeRss = reference.Rss + test.Rss;
    private readonly int _df = reference.Count + test.Count - 3;

    private double VarianceFactorOfDifference => 1 / reference.Sxx + 1 / test.Sxx;

    /// <summary>What the common slope costs in sum of squares, found without subtracting two sums.</summary>
    private double ExtraSumOfSquares => _difference * _difference / VarianceFactorOfDifference;

    public ParallelLineAssay Assay(double confidence, double slopeConfidence)
    {
        if (_df < 2)
            throw new ArgumentException($"Two lines need five responses or more; got {_df + 3}.");
        if (_slope == 0)
            throw new ArgumentException("The common slope is zero: no dose answers to a response.");
        var rise = test.MeanY - reference.MeanY - _slope * (test.MeanX - reference.MeanX);
        var freeVariance = _freeRss / (_df - 1);
        var slopeT = ConfidenceLimits.StudentsTFor(slopeConfidence, _df - 1);
        return new ParallelLineAssay
        {
            ReferenceIntercept = reference.MeanY - _slope * reference.MeanX,
            TestIntercept = test.MeanY - _slope * test.MeanX,
            CommonSlope = _slope,
            ResidualSd = Math.Sqrt((_freeRss + ExtraSumOfSquares) / _df),
            DegreesOfFreedom = _df,
            LogPotency = rise / _slope * unit,
            Interval = Potency(rise, confidence),
            ReferenceSlope = reference.Slope,
            TestSlope = test.Slope,
            SlopeDifference = _difference,
            SlopeDifferenceInterval = ConfidenceLimits.Around(_difference, slopeT * Math.Sqrt(freeVariance * VarianceFactorOfDifference)),
            SlopeRatio = reference.Slope == 0 ? null : test.Slope / reference.Slope,
            SlopeRatioInterval = FiellerLimits.Of(
                test.Slope, reference.Slope, freeVariance / test.Sxx, freeVariance / reference.Sxx, 0, slopeT),
            Parallelism = Parallelism(freeVariance),
        };
    }

    private FiellerLimits Potency(double rise, double confidence)
    {
        var variance = (_freeRss + ExtraSumOfSquares) / _df;
        double sxx = reference.Sxx + test.Sxx, shift = test.MeanX - reference.MeanX;
        var limits = FiellerLimits.Of(
            rise, _slope,
            variance * (1.0 / reference.Count + 1.0 / test.Count + shift * shift / sxx),
            variance / sxx,
            -variance * shift / sxx,
            ConfidenceLimits.StudentsTFor(confidence, _df));
        return limits.Limits is { } log
            ? limits with { Limits = new ConfidenceLimits(Math.Exp(log.Lower * unit), Math.Exp(log.Upper * unit)) }
            : limits;
    }

    private FTestResult? Parallelism(double freeVariance)
    {
        if (freeVariance == 0)
            return null;
        var f = ExtraSumOfSquares / freeVariance;
        return new FTestResult(f, 1, _df - 1, FisherF.UpperTail(f, 1, _df - 1));
    }
}
