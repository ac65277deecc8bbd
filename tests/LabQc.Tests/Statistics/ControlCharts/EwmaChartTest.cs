using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class EwmaChartTest
{
    [Fact]
    public void With_the_whole_weight_on_the_newest_reading_the_chart_is_Shewharts() =>
        Measured.Between(-5, 5).Array[0, 30].Sample(values =>
        {
            var chart = EwmaChart.Of(values, 0, 1, lambda: 1, width: 3);

            Assert.Equal(values, chart.Points.Select(p => p.Average));
            Assert.Equal(Enumerable.Range(0, values.Length).Where(i => Math.Abs(values[i]) > 3), chart.Signals);
        });

    [Fact]
    public void Shift_and_scale_change_the_chart_and_not_its_signals() =>
        Gen.Select(Measured.Between(-3, 3).Array[1, 30], Gen.Double[-100, 100], Gen.Double[0.5, 20]).Sample((z, centre, sigma) =>
        {
            var standard = EwmaChart.Of(z, 0, 1);
            var moved = EwmaChart.Of(Array.ConvertAll(z, v => centre + sigma * v), centre, sigma);

            for (var i = 0; i < z.Length; i++)
                Assert.Equal(centre + sigma * standard.Points[i].Average, moved.Points[i].Average, 1e-9);
        });

    [Fact]
    public void Limits_widen_towards_the_asymptotic_ones()
    {
        var chart = EwmaChart.Of(new double[200], 0, 1);

        Assert.Equal(0.2 * 2.86, chart.Points[0].Limits.Upper, 1e-12);
        Assert.True(chart.Points.Zip(chart.Points.Skip(1)).All(pair => pair.First.Limits.Upper <= pair.Second.Limits.Upper));
        Assert.Equal(2.86 / 3, chart.AsymptoticLimits.Upper, 1e-12);
        Assert.Equal(chart.AsymptoticLimits.Upper, chart.Points[^1].Limits.Upper, 1e-12);
    }

    [Fact]
    public void A_lasting_shift_signals_at_each_point_from_then_on() =>
        Assert.Equal([5, 6, 7], EwmaChart.Of([0, 0, 0, 1.5, 3, 3, 3, 3], 0, 1).Signals);

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_weight_lies_above_0_and_at_most_at_1(double lambda) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([1], 0, 1, lambda));

    [Fact]
    public void No_sigma_and_no_number_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([1], double.NaN, 1));
        Assert.Throws<ArgumentException>(() => EwmaChart.Of([double.NaN], 0, 1));
    }
}
