namespace LabQc.Statistics;

/// <summary>Restricted maximum likelihood of one-way random effects.</summary>
/// <param name="Mean">Generalized least squares estimate of the overall mean.</param>
/// <param name="StandardErrorOfMean">Its standard error with the estimated variances.</param>
/// <param name="VarianceWithin">Variance within groups.</param>
/// <param name="VarianceBetween">Variance between groups, at least 0.</param>
/// <param name="Criterion">-2 times the restricted log-likelihood at the estimates.</param>
public sealed record RestrictedLikelihoodEstimate(
    double Mean, double StandardErrorOfMean, double VarianceWithin, double VarianceBetween, double Criterion)
{
    /// <summary>Share of the variance between groups in the whole.</summary>
    public double IntraclassCorrelation => VarianceBetween / (VarianceBetween + VarianceWithin);
}

/// <summary>Variance components by restricted maximum likelihood (REML).</summary>
/// <remarks>
/// With γ = between/within, group weights w = n/(1 + nγ) and the variance within profiled out, the criterion is
/// (N - 1)(ln(2π R/(N - 1)) + 1) + Σ ln(1 + nγ) + ln Σ w, R = SS within + Σ w (group mean - mean)² (Searle, Casella and
/// McCulloch 1992, Variance Components, section 6.6; constants as in Bates et al. 2015, Journal of Statistical Software 67,
/// section 3.2). γ is the root of the derivative, found to the last digits, where a search for the flat minimum would stop at
/// eight. Relative accuracy 1e-9.
/// </remarks>
public sealed class RestrictedLikelihood
{
    private const int ScanPoints = 121;
    private readonly OneWayLayout _layout;

    private RestrictedLikelihood(OneWayLayout layout) => _layout = layout;

    /// <summary>Estimates; null where no value differs from its group's mean, for then the likelihood has no maximum.</summary>
    /// <param name="groups">Two groups or more, none empty, with more values than groups.</param>
    /// <exception cref="ArgumentException">The groups are not of that kind, or a value is not finite.</exception>
    public static RestrictedLikelihoodEstimate? Estimate(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var layout = OneWayLayout.Of(groups);
        if (layout.SumOfSquaresWithin == 0)
            return null;
        var likelihood = new RestrictedLikelihood(layout);
        var gamma = likelihood.BestRatio();
        var at = likelihood.At(gamma);
        return new RestrictedLikelihoodEstimate(at.Mean, Math.Sqrt(at.Variance / at.Weights), at.Variance, gamma * at.Variance, at.Criterion);
    }

    /// <summary>The ratio between/within of the lowest criterion: 0, or the best of the derivative's roots.</summary>
    private double BestRatio()
    {
        // From a ten-thousandth of what could be seen to a ten-thousandfold of what the means suggest.
        var suggested = Math.Max(1, _layout.MeanSquareBetween / _layout.MeanSquareWithin);
        double low = Math.Log(1e-6 / _layout.Count), high = Math.Log(1e4 * suggested);
        double[] grid = [.. Enumerable.Range(0, ScanPoints).Select(i => low + (high - low) * i / (ScanPoints - 1))];
        double[] slopes = [.. grid.Select(u => At(Math.Exp(u)).Slope)];
        var candidates = Enumerable.Range(1, ScanPoints - 1)
            .Where(i => slopes[i - 1] < 0 && slopes[i] >= 0)
            .Select(i => Math.Exp(RootSearch.Between(u => At(Math.Exp(u)).Slope, grid[i - 1], slopes[i - 1], grid[i], slopes[i])));
        return candidates.Append(0).MinBy(gamma => At(gamma).Criterion);
    }

    private Profile At(double gamma)
    {
        double[] weights = [.. _layout.Groups.Select(g => g.Count / (1 + g.Count * gamma))];
        double sum = weights.Sum(), origin = _layout.GrandMean;
        var mean = origin + weights.Zip(_layout.Groups, (w, g) => w * (g.Mean - origin)).Sum() / sum;
        double spread = 0, steepness = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var weighted = weights[i] * (_layout.Groups[i].Mean - mean);
            spread += weighted * (_layout.Groups[i].Mean - mean);
            steepness += weighted * weighted;
        }
        double df = _layout.Count - 1, residual = _layout.SumOfSquaresWithin + spread;
        return new Profile(
            mean, sum, residual / df,
            df * (Math.Log(2 * Math.PI * residual / df) + 1) + _layout.Groups.Sum(g => Math.Log(1 + g.Count * gamma)) + Math.Log(sum),
            sum - weights.Sum(w => w * w) / sum - df * steepness / residual);
    }

    /// <summary>The criterion at one ratio, its derivative, and the estimates that belong to it.</summary>
    private readonly record struct Profile(double Mean, double Weights, double Variance, double Criterion, double Slope);
}
