using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class SubgroupChartTest
{
    [Fact]
    public void Order_within_a_subgroup_does_not_matter() => Measured.Between(0, 100).Array[4].Array[2, 10].Sample(subgroups =>
    {
        var chart = SubgroupChart.Of(subgroups);
        var backwards = SubgroupChart.Of([.. subgroups.Select(s => s.Reverse().ToArray())]);

        Assert.Equal(chart.MeansFromSds.Upper, backwards.MeansFromSds.Upper, 1e-10);
        Assert.Equal(chart.Ranges, backwards.Ranges);
    });

    [Fact]
    public void For_pairs_ranges_and_standard_deviations_say_the_same() => Measured.Between(0, 100).Array[2].Array[2, 10].Sample(pairs =>
    {
        var chart = SubgroupChart.Of(pairs);

        Assert.Equal(chart.SigmaFromRanges, chart.SigmaFromSds, 1e-10);
        Assert.Equal(chart.MeansFromRanges.Upper, chart.MeansFromSds.Upper, 1e-10);
    });

    [Fact]
    public void Subgroups_of_ten_have_a_lower_limit_of_ranges_above_zero()
    {
        double[][] subgroups = [[.. Enumerable.Range(0, 10).Select(i => (double)i)], [.. Enumerable.Range(3, 10).Select(i => (double)i)]];

        Assert.Equal(9 * 0.223, SubgroupChart.Of(subgroups).Ranges.Lower, 5e-3);
    }

    [Fact]
    public void Equal_readings_everywhere_put_nothing_beyond()
    {
        var chart = SubgroupChart.Of([[0.3, 0.3, 0.3], [0.3, 0.3, 0.3]]);

        Assert.Equal(0, chart.SigmaFromRanges);
        Assert.Equal(0, chart.PooledSd);
        Assert.Empty(chart.MeansBeyond);
    }

    [Fact]
    public void Unequal_or_single_readings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SubgroupChart.Of([]));
        Assert.Throws<ArgumentException>(() => SubgroupChart.Of([[1, 2], [1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => SubgroupChart.Of([[1], [2]]));
        Assert.Throws<ArgumentException>(() => SubgroupChart.Of([[1, double.NaN]]));
    }
}
