using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class HistogramStatisticsTest
{
    private const double Close = 1e-9;

    [Fact]
    public void Quantiles_never_fall_and_stay_within_the_edges() => Gen.Select(RandomHistogram.Any, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((h, p, q) =>
    {
        var (lower, upper) = (HistogramQuantiles.Quantile(h.Edges, h.Values, Math.Min(p, q)), HistogramQuantiles.Quantile(h.Edges, h.Values, Math.Max(p, q)));
        return h.Edges[0] <= lower && lower <= upper && upper <= h.Edges[^1];
    });

    [Fact]
    public void Below_the_quantile_lies_its_fraction() => Gen.Select(RandomHistogram.Any, Gen.Double[0, 1]).Sample((h, p) =>
        Math.Abs(HistogramQuantiles.FractionBelow(h.Edges, h.Values, HistogramQuantiles.Quantile(h.Edges, h.Values, p)) - p) < Close);

    [Fact]
    public void The_quantile_function_is_the_quantile_at_each_of_its_points() => RandomHistogram.Any.Sample(h =>
    {
        var function = new double[100];
        HistogramQuantiles.QuantileFunction(h.Edges, h.Values, function);
        for (var k = 0; k < function.Length; k++)
            Assert.Equal(HistogramQuantiles.Quantile(h.Edges, h.Values, (k + 0.5) / 100), function[k], 1e-7);
    });

    [Fact]
    public void A_shift_moves_places_and_leaves_widths() => Gen.Select(RandomHistogram.Any, Gen.Double[0, 1000]).Sample((h, by) =>
    {
        var (before, after) = (Summary(h), Summary(h.Shifted(by)));
        return Near(before.Mean + by, after.Mean) && Near(before.D10 + by, after.D10) && Near(before.D50 + by, after.D50)
            && Near(before.D90 + by, after.D90) && Math.Abs(before.StandardDeviation - after.StandardDeviation) < 1e-7;
    });

    [Fact]
    public void A_scale_stretches_places_and_widths_alike() => Gen.Select(RandomHistogram.Any, Gen.Double[0.01, 100]).Sample((h, by) =>
    {
        var (before, after) = (Summary(h), Summary(h.Scaled(by)));
        return Near(before.Mean * by, after.Mean) && Near(before.D50 * by, after.D50) && Near(before.StandardDeviation * by, after.StandardDeviation);
    });

    [Fact]
    public void More_of_the_same_changes_nothing_but_the_total() => Gen.Select(RandomHistogram.Any, Gen.Double[0.001, 1e9]).Sample((h, factor) =>
    {
        var (before, after) = (Summary(h), Summary(h.Times(factor)));
        return Near(before.Total * factor, after.Total) && Near(before.Mean, after.Mean) && Near(before.D90, after.D90)
            && Near(before.FractionInRange, after.FractionInRange);
    });

    [Fact]
    public void The_summary_is_what_its_parts_are_one_by_one() => RandomHistogram.Any.Sample(h =>
    {
        var summary = Summary(h);
        var mode = HistogramMode.OfDensity(h.Edges, h.Values)!.Value;
        return Near(summary.Mean, HistogramMoments.Mean(h.Edges, h.Values, BinCentre.Arithmetic, BinMoments.AtCentres))
            && Near(summary.StandardDeviation, HistogramMoments.StandardDeviation(h.Edges, h.Values, BinCentre.Arithmetic, BinMoments.AtCentres))
            && Near(summary.D10, HistogramQuantiles.Quantile(h.Edges, h.Values, 0.1))
            && Near(summary.D50, HistogramQuantiles.Quantile(h.Edges, h.Values, 0.5))
            && Near(summary.D90, HistogramQuantiles.Quantile(h.Edges, h.Values, 0.9))
            && Near(summary.FractionInRange, HistogramQuantiles.FractionWithin(h.Edges, h.Values, 30, 150))
            && Near(summary.Mode, Histogram.Centre(h.Edges[mode], h.Edges[mode + 1], BinCentre.Arithmetic));
    });

    [Fact]
    public void Below_within_and_above_make_the_whole() => Gen.Select(RandomHistogram.Any, Gen.Double[0, 400], Gen.Double[0, 400]).Sample((h, a, b) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        return Near(1, HistogramQuantiles.FractionBelow(h.Edges, h.Values, low) + HistogramQuantiles.FractionWithin(h.Edges, h.Values, low, high)
            + HistogramQuantiles.FractionWithin(h.Edges, h.Values, high, double.PositiveInfinity));
    });

    [Fact]
    public void Moments_spread_over_bins_exceed_those_at_centres_by_a_twelfth_of_the_squared_width() => RandomHistogram.Any.Sample(h =>
    {
        var atCentres = HistogramMoments.Raw(h.Edges, h.Values, BinCentre.Arithmetic, 2, BinMoments.AtCentres);
        var uniform = HistogramMoments.Raw(h.Edges, h.Values, BinCentre.Arithmetic, 2, BinMoments.UniformInBin);
        var twelfth = h.Values.Select((v, i) => v * Math.Pow(h.Edges[i + 1] - h.Edges[i], 2) / 12).Sum() / h.Values.Sum();
        return Near(uniform, atCentres + twelfth);
    });

    [Fact]
    public void A_median_on_a_gap_lies_at_its_left_end_even_where_the_sum_is_rounded() =>
        Assert.Equal(20, HistogramQuantiles.Quantile([0, 10, 20, 500, 510], [0.1, 0.2, 0, 0.3], 0.5), 1e-9);

    [Fact]
    public void Without_particles_nothing_is_defined()
    {
        Assert.Null(HistogramSummary.Of([0, 1, 2], [0, 0], BinCentre.Arithmetic, 0, 1));
        Assert.Null(HistogramMode.OfDensity([0, 1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => HistogramQuantiles.Quantile([0, 1, 2], [0, 0], 0.5));
        Assert.Throws<ArgumentException>(() => HistogramMoments.Mean([0, 1, 2], [0, 0], BinCentre.Arithmetic, BinMoments.AtCentres));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_unsound_value_is_refused_and_named(double value)
    {
        var refused = Assert.Throws<ArgumentException>(() => HistogramSummary.Of([0, 1, 2, 3], [1, value, 1], BinCentre.Arithmetic, 0, 1));

        Assert.Contains("bin 1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_fraction_outside_0_to_1_has_no_quantile(double p) =>
        Assert.Throws<ArgumentException>(() => HistogramQuantiles.Quantile([0, 1], [1], p));

    [Fact]
    public void Metrics_and_distance_of_a_thousand_bins_allocate_nothing()
    {
        var edges = Enumerable.Range(0, 1001).Select(i => (double)i).ToArray();
        var (one, two) = (Enumerable.Range(0, 1000).Select(i => (double)i).ToArray(), Enumerable.Range(0, 1000).Select(i => 1000.0 - i).ToArray());
        double Both() => HistogramSummary.Of(edges, one, BinCentre.Arithmetic, 30, 150)!.Value.D50
            + HistogramDistances.Wasserstein1(edges, one, edges, two) + HistogramDistances.Compare(edges, one, edges, two).Overlap;
        Both();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Both();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(result > 0);
    }

    private static HistogramSummary Summary(RandomHistogram h) => HistogramSummary.Of(h.Edges, h.Values, BinCentre.Arithmetic, 30, 150)!.Value;

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Close * (1 + Math.Max(Math.Abs(a), Math.Abs(b)));
}
