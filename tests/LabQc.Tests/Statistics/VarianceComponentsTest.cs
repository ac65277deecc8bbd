using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class VarianceComponentsTest
{
    private static readonly Gen<double> Values = Gen.Int[-5000, 5000].Select(v => v / 1000.0);

    private static readonly Gen<double[][]> Unbalanced =
        Values.Array[1, 6].Array[3, 6].Where(groups => groups.Any(g => g.Distinct().Count() > 1));

    [Fact]
    public void Restricted_likelihood_is_lowest_at_its_estimates() =>
        Unbalanced.Sample(groups =>
        {
            var best = RestrictedLikelihood.Estimate(groups)!;
            var ratio = best.VarianceBetween / best.VarianceWithin;
            foreach (var other in (double[])[0, ratio * 0.9, ratio * 1.1, ratio + 0.01, 1, 10, 100])
                Assert.True(Criterion(groups, other) >= best.Criterion - 1e-9);
            Assert.Equal(Criterion(groups, ratio), best.Criterion, 1e-8);
        });

    [Fact]
    public void Balanced_and_positive_both_estimates_are_one() =>
        Values.Array[4].Array[3, 8].Where(groups => groups.Any(g => g.Distinct().Count() > 1)).Sample(groups =>
        {
            var (anova, reml) = (VarianceComponents.Estimate(groups), RestrictedLikelihood.Estimate(groups)!);
            Assert.Equal(anova.VarianceBetweenTruncated, reml.VarianceBetween, 1e-7 * (1 + anova.VarianceWithin));
            if (anova.VarianceBetween > 0)
                Assert.Equal(1, anova.VarianceWithin / reml.VarianceWithin, 1e-8);
        });

    [Fact]
    public void Scale_squares_into_variances_and_a_shift_leaves_them() =>
        Unbalanced.Sample(groups =>
        {
            double[][] moved = [.. groups.Select(g => g.Select(v => 3 * v + 100).ToArray())];
            var (plain, other) = (RestrictedLikelihood.Estimate(groups)!, RestrictedLikelihood.Estimate(moved)!);
            Assert.Equal(9 * plain.VarianceWithin, other.VarianceWithin, 1e-6 * other.VarianceWithin);
            Assert.Equal(9 * plain.VarianceBetween, other.VarianceBetween, 1e-5 * (other.VarianceBetween + other.VarianceWithin));
        });

    [Fact]
    public void Without_variance_within_there_is_neither_F_nor_a_likelihood()
    {
        double[][] groups = [[1, 1], [2, 2]];

        Assert.Null(VarianceComponents.Estimate(groups).Test);
        Assert.Equal(1, VarianceComponents.Estimate(groups).IntraclassCorrelation);
        Assert.Null(VarianceComponents.Estimate([[1, 1], [1, 1]]).IntraclassCorrelation);
        Assert.Null(RestrictedLikelihood.Estimate(groups));
    }

    /// <summary>Two thousand draws with an intraclass correlation of 0.5: cover has a standard error of 0.0049, the bounds are four of them.</summary>
    [Fact]
    public void The_interval_of_the_intraclass_correlation_covers_it_as_often_as_it_says()
    {
        var draws = new NormalDraws(3);
        var covered = Enumerable.Range(0, 2000).Count(_ =>
        {
            double[][] groups = [.. Enumerable.Range(0, 6).Select(_ => draws.Sample(4, draws.Next()))];
            return VarianceComponents.Estimate(groups).IntraclassCorrelationInterval is { Lower: <= 0.5, Upper: >= 0.5 };
        });

        Assert.InRange(covered / 2000.0, 0.93, 0.97);
    }

    [Fact]
    public void Nested_components_of_unequal_counts_are_refused() =>
        Assert.Throws<ArgumentException>(() => NestedVarianceComponents.Estimate([[[1, 2], [3, 4]], [[1, 2], [3, 4, 5]]]));

    /// <summary>By hand: vial means 1, 3 and 5, 9; MSE 2, MSB = 2(2 + 8)/2 = 10, MSA = 4 · 12.5 = 50.</summary>
    [Fact]
    public void Nested_components_by_hand()
    {
        var estimate = NestedVarianceComponents.Estimate([[[0, 2], [2, 4]], [[4, 6], [8, 10]]]);

        Assert.Equal((50, 10, 2), (estimate.Batches.MeanSquare, estimate.Vials.MeanSquare, estimate.Replicates.MeanSquare));
        Assert.Equal((10, 4, 2, 16), (estimate.Batches.Variance, estimate.Vials.Variance, estimate.Replicates.Variance, estimate.TotalVariance));
    }

    /// <summary>-2 restricted log-likelihood from the covariance matrix of each group, the variance within profiled out.</summary>
    private static double Criterion(double[][] groups, double ratio)
    {
        var weights = groups.Select(g => g.Length / (1 + g.Length * ratio)).ToArray();
        var mean = weights.Zip(groups, (w, g) => w * g.Average()).Sum() / weights.Sum();
        var quadratic = groups.Sum(g =>
        {
            var sum = g.Sum(v => v - mean);
            return g.Sum(v => (v - mean) * (v - mean)) - ratio * sum * sum / (1 + g.Length * ratio);
        });
        double df = groups.Sum(g => g.Length) - 1;
        return df * (Math.Log(2 * Math.PI * quadratic / df) + 1) + groups.Sum(g => Math.Log(1 + g.Length * ratio)) + Math.Log(weights.Sum());
    }
}
