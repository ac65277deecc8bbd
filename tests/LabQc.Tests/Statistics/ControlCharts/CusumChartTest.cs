using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class CusumChartTest
{
    [Fact]
    public void Mirrored_readings_exchange_the_two_sums() => Measured.Between(-4, 4).Array[0, 40].Sample(z =>
    {
        var chart = CusumChart.Of(z, 0, 1);
        var mirrored = CusumChart.Of(Array.ConvertAll(z, v => -v), 0, 1);

        Assert.Equal(chart.Points.Select(p => p.Upper), mirrored.Points.Select(p => p.Lower));
        Assert.Equal(chart.UpperSignals, mirrored.LowerSignals);
    });

    [Fact]
    public void A_run_counts_the_points_since_the_sum_left_zero()
    {
        var points = CusumChart.Of([-1, 2, 1, 0, -3, 1], 0, 1).Points;

        Assert.Equal([0, 1.5, 2, 1.5, 0, 0.5], points.Select(p => p.Upper));
        Assert.Equal([0, 1, 2, 3, 0, 1], points.Select(p => p.UpperRun));
        Assert.Equal([0.5, 0, 0, 0, 2.5, 1], points.Select(p => p.Lower));
    }

    [Fact]
    public void A_sum_exactly_at_the_decision_interval_is_no_signal()
    {
        var chart = CusumChart.Of([2.5, 2.5, 0.5, 1], 0, 1, allowance: 0.5, decisionInterval: 4);

        Assert.Equal([3], chart.UpperSignals);
        Assert.Equal([false, false, false, true], chart.Points.Select(p => p.Signal));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.Of([1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.Of([1], 0, 1, allowance: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.Of([1], 0, 1, decisionInterval: 0));
        Assert.Throws<ArgumentException>(() => CusumChart.Of([double.NegativeInfinity], 0, 1));
    }
}
