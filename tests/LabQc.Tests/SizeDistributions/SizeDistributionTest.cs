using LabQc.SizeDistributions;
using LabQc.Statistics;

namespace LabQc.Tests.SizeDistributions;

public sealed class SizeDistributionTest
{
    private static readonly SizeBins Bins = SizeBins.OfEdges([0, 30, 60, 90, 120, 150, 200], BinCentre.Arithmetic);

    [Fact]
    public void Metrics_of_fifty_particles_by_hand()
    {
        var metrics = new SizeDistribution(Bins, [2, 10, 20, 12, 5, 1], Weighting.Number).Metrics(SizeRange.Exosomes)!.Value;

        Assert.Equal((50, 81.8, 75, 39, 79.5, 126), (metrics.Total, metrics.Mean, metrics.Mode, metrics.D10, metrics.D50, metrics.D90));
        Assert.Equal((94, 1), (metrics.PercentInRange, metrics.EqualMaxima));
        Assert.Equal(87 / 79.5, metrics.Span, 1e-14);
        Assert.Equal(32.46166970443757, metrics.Sd, 1e-12);
    }

    [Fact]
    public void Without_particles_there_are_no_metrics()
    {
        var empty = new SizeDistribution(Bins, new double[6], Weighting.Number);

        Assert.True(empty.IsEmpty);
        Assert.Null(empty.Metrics(SizeRange.Exosomes));
        Assert.Throws<ArgumentException>(() => empty.Quantile(0.5));
    }

    [Fact]
    public void Of_equal_maxima_the_smallest_is_the_mode_and_their_number_is_told()
    {
        var metrics = new SizeDistribution(SizeBins.Linear(0, 0.1, 5), [1, 3, 2, 3, 3], Weighting.Number).Metrics(SizeRange.Exosomes)!.Value;

        Assert.Equal(0.15, metrics.Mode, 1e-12);
        Assert.Equal(3, metrics.EqualMaxima);
    }

    [Fact]
    public void The_average_is_taken_bin_by_bin()
    {
        var average = SizeDistribution.Average(
            [new(Bins, [1, 0, 0, 0, 0, 3], Weighting.Number), new(Bins, [3, 2, 0, 0, 0, 0], Weighting.Number)]);

        Assert.Equal([2, 1, 0, 0, 0, 1.5], average.Values.ToArray());
    }

    [Fact]
    public void Curves_of_different_weighting_or_bins_have_no_average()
    {
        var number = new SizeDistribution(Bins, new double[6], Weighting.Number);

        Assert.Throws<ArgumentException>(() => SizeDistribution.Average([number, new(Bins, new double[6], Weighting.Intensity)]));
        Assert.Throws<ArgumentException>(() => SizeDistribution.Average([number, new(SizeBins.Linear(0, 1, 6), new double[6], Weighting.Number)]));
        Assert.Throws<ArgumentException>(() => SizeDistribution.Average([]));
    }

    [Fact]
    public void The_quantile_function_has_a_thousand_points_at_the_middles()
    {
        var quantiles = new SizeDistribution(SizeBins.Linear(0, 1000, 1), [7], Weighting.Number).QuantileFunction();

        Assert.Equal(1000, quantiles.Length);
        Assert.Equal((0.5, 499.5, 999.5), (quantiles[0], quantiles[499], Math.Round(quantiles[999], 9)));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, -1 })]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, double.NaN })]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, double.PositiveInfinity })]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 })]
    public void Unsound_values_are_refused(double[] values) =>
        Assert.Throws<ArgumentException>(() => new SizeDistribution(Bins, values, Weighting.Number));

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { 5.0, 5 })]
    [InlineData(new[] { 5.0, 4 })]
    [InlineData(new[] { -1.0, 4 })]
    [InlineData(new[] { 1.0, double.NaN })]
    [InlineData(new[] { 1.0, double.PositiveInfinity })]
    public void Unsound_edges_are_refused(double[] edges) =>
        Assert.Throws<ArgumentException>(() => SizeBins.OfEdges(edges, BinCentre.Arithmetic));

    [Theory]
    [InlineData("30-150", 30, 150)]
    [InlineData(" 30.5 – 200 ", 30.5, 200)]
    [InlineData("0-1", 0, 1)]
    public void A_range_reads_as_people_write_it(string text, double from, double to) =>
        Assert.Equal(new SizeRange(from, to), SizeRange.Parse(text));

    [Theory]
    [InlineData("30")]
    [InlineData("150-30")]
    [InlineData("30-30")]
    [InlineData("30-NaN")]
    [InlineData("-30-150")]
    [InlineData("30,5-150")]
    public void What_is_no_range_is_none(string text) => Assert.Null(SizeRange.Parse(text));

    [Fact]
    public void Logarithmic_bins_have_geometric_centres_and_edges()
    {
        var bins = SizeBins.OfCentres([10, 20, 40], BinCentre.Geometric);

        Assert.Equal([Math.Sqrt(50), Math.Sqrt(200), Math.Sqrt(800), Math.Sqrt(3200)], bins.Edges.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(20, bins.CentreOf(1), 1e-12);
    }
}
