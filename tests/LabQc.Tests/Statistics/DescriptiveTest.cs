using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class DescriptiveTest
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1000, 1000].Array[2, 40];

    [Fact]
    public void Equal_values_have_themselves_as_mean_and_no_spread() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[2, 50]).Sample((value, n) =>
        {
            var values = Enumerable.Repeat(value, n).ToArray();
            Assert.Equal(value, Descriptive.Mean(values));
            Assert.Equal(0, Descriptive.StandardDeviation(values));
            Assert.Null(Descriptive.LagOneAutocorrelation(values));
        });

    [Fact]
    public void A_large_common_offset_costs_no_digits() =>
        Assert.Equal(0.5, Descriptive.StandardDeviation([1e12 + 0.5, 1e12 + 1, 1e12 + 1.5]), 1e-13);

    [Fact]
    public void Shift_moves_the_mean_and_leaves_the_spread_and_scale_multiplies_both() =>
        Gen.Select(Samples, Gen.Double[-100, 100], Gen.Double[0.01, 100]).Sample((values, shift, scale) =>
        {
            var moved = values.Select(v => v * scale + shift).ToArray();
            Assert.Equal(Descriptive.Mean(values) * scale + shift, Descriptive.Mean(moved), 1e-8);
            Assert.Equal(Descriptive.StandardDeviation(values) * scale, Descriptive.StandardDeviation(moved), 1e-8);
            Assert.Equal(Descriptive.MeanMovingRange(values) * scale, Descriptive.MeanMovingRange(moved), 1e-8);
        });

    [Fact]
    public void Order_does_not_matter_to_mean_spread_and_quantiles() =>
        Samples.Sample(values =>
        {
            double[] reversed = [.. values.Reverse()];
            Assert.Equal(Descriptive.Mean(values), Descriptive.Mean(reversed), 1e-12);
            Assert.Equal(Descriptive.Variance(values), Descriptive.Variance(reversed), 1e-8);
            Assert.Equal(Descriptive.Median(values), Descriptive.Median(reversed));
        });

    /// <summary>Expected values: by hand from the definitions in the paper, sorted sample 1 1 2 3 4 5 6 9.</summary>
    [Theory]
    [InlineData(QuantileDefinition.HyndmanFan1, 1)]
    [InlineData(QuantileDefinition.HyndmanFan2, 1.5)]
    [InlineData(QuantileDefinition.HyndmanFan3, 1)]
    [InlineData(QuantileDefinition.HyndmanFan4, 1)]
    [InlineData(QuantileDefinition.HyndmanFan5, 1.5)]
    [InlineData(QuantileDefinition.HyndmanFan6, 1.25)]
    [InlineData(QuantileDefinition.HyndmanFan7, 1.75)]
    [InlineData(QuantileDefinition.HyndmanFan8, 1.4166666666666667)]
    [InlineData(QuantileDefinition.HyndmanFan9, 1.4375)]
    public void Lower_quartile_of_eight_values_by_each_definition(QuantileDefinition definition, double expected) =>
        Assert.Equal(expected, Descriptive.Quantile([3, 1, 4, 1, 5, 9, 2, 6], 0.25, definition), 1e-14);

    [Fact]
    public void Quantiles_rise_with_the_fraction_and_stay_within_the_sample() =>
        Gen.Select(Samples, Gen.Int[1, 9], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, type, p, q) =>
        {
            var low = Descriptive.Quantile(values, Math.Min(p, q), (QuantileDefinition)type);
            var high = Descriptive.Quantile(values, Math.Max(p, q), (QuantileDefinition)type);
            Assert.True(low <= high + 1e-9);
            Assert.InRange(low, values.Min(), values.Max());
        });

    [Fact]
    public void Moving_ranges_are_taken_over_neighbours()
    {
        Assert.Equal([2, 3, 1], Descriptive.MovingRanges([1, 3, 0, 1]));
        Assert.Equal([3, 3], Descriptive.MovingRanges([1, 3, 0, 1], 3));
        Assert.Empty(Descriptive.MovingRanges([1]));
    }

    [Fact]
    public void Empty_samples_and_values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Descriptive.Mean([]));
        Assert.Throws<ArgumentException>(() => Descriptive.StandardDeviation([1]));
        Assert.Throws<ArgumentException>(() => Descriptive.Median([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Descriptive.Mean([double.PositiveInfinity, 1]));
    }
}
