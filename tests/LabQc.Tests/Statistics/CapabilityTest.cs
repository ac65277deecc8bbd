using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class CapabilityTest
{
    private static readonly SpecificationLimits Limits = new(30, 150, 90);

    [Fact]
    public void A_missing_limit_leaves_the_other_index()
    {
        var indices = CapabilityIndices.Of(100, 10, new(null, 130));

        Assert.Equal(1, indices.Nearest);
        Assert.Null(indices.Lower);
        Assert.Null(indices.Spread);
        Assert.Null(TargetIndices.Of([99, 101], new(null, 130, 100), 0.95));
    }

    [Fact]
    public void Indices_do_not_change_with_the_unit() =>
        Gen.Select(Gen.Double[40, 140].Array[3, 30], Gen.Double[-100, 100], Gen.Double[0.01, 100])
            .Where((values, _, _) => Descriptive.Range(values) > 1).Sample((values, shift, scale) =>
            {
                var moved = Array.ConvertAll(values, v => scale * v + shift);
                var limits = new SpecificationLimits(30 * scale + shift, 150 * scale + shift, 90 * scale + shift);
                Assert.Equal(Overall(values, Limits).Nearest!.Value, Overall(moved, limits).Nearest!.Value, 1e-8);
                Assert.Equal(TargetIndices.Of(values, Limits, 0.9)!.Cpm, TargetIndices.Of(moved, limits, 0.9)!.Cpm, 1e-8);
            });

    [Fact]
    public void The_exact_limits_of_a_one_sided_index_invert_the_noncentral_t() =>
        Gen.Select(Gen.Double[-1, 3], Gen.Int[3, 300]).Sample((index, n) =>
        {
            var limits = CapabilityLimits.OfOneSided(index, n, n - 1, 0.9);
            var root = 3 * Math.Sqrt(n);
            Assert.True(limits.Lower < index && index < limits.Upper);
            Assert.Equal(0.05, NoncentralT.UpperTail(root * index, n - 1, root * limits.Lower), 1e-10);
            Assert.Equal(0.05, NoncentralT.Cdf(root * index, n - 1, root * limits.Upper), 1e-10);
        }, iter: 60);

    [Fact]
    public void Limits_of_an_index_of_zero_lie_about_zero()
    {
        var limits = CapabilityLimits.OfNearest(0, 25, 24, 0.95);

        Assert.Equal(1.959963984540054 / 15, limits.Upper, 1e-12);
        Assert.Equal(-limits.Upper, limits.Lower, 1e-15);
    }

    [Fact]
    public void A_process_far_within_its_limits_has_no_benchmark_z() =>
        Assert.Null(ExpectedNonconforming.Of(0, 1, new(-50, 50)).BenchmarkZ);

    [Fact]
    public void Subgroups_that_are_not_full_and_values_that_do_not_vary_are_refused()
    {
        Assert.Throws<ArgumentException>(() => WithinVariation.OfSubgroups([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => CapabilityIndices.Of(1, 0, Limits));
        Assert.Throws<ArgumentException>(() => CapabilityIndices.Of(1, double.NaN, Limits));
        Assert.Throws<ArgumentException>(() => CapabilityIndices.Of(1, 1, new(2, 1)));
        Assert.Throws<ArgumentException>(() => CapabilityIndices.Of(1, 1, default));
    }

    private static CapabilityIndices Overall(double[] values, SpecificationLimits limits) =>
        CapabilityIndices.Of(Descriptive.Mean(values), Descriptive.StandardDeviation(values), limits);
}
