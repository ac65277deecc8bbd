using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class AttributeChartTest
{
    private static readonly Gen<double[]> Counts = Gen.Int[0, 20].Select(i => (double)i).Array[1, 20];

    [Fact]
    public void Numbers_and_fractions_tell_the_same() => Counts.Sample(counts =>
    {
        var sizes = Array.ConvertAll(counts, c => c + 5);
        var fractions = AttributeChart.P(counts, sizes);
        var numbers = AttributeChart.NP(counts, sizes);

        Assert.Equal(AttributeChartKind.NP, numbers.Kind);
        for (var i = 0; i < counts.Length; i++)
            Assert.Equal(fractions.Points[i].Limits.Upper * sizes[i], numbers.Points[i].Limits.Upper, 1e-10);
    });

    [Fact]
    public void Limits_never_leave_what_is_possible() => Counts.Sample(counts =>
    {
        var chart = AttributeChart.P(counts, Array.ConvertAll(counts, c => c + 1));

        Assert.All(chart.Points, p => Assert.True(p.Limits is { Lower: >= 0, Upper: <= 1 }));
    });

    [Fact]
    public void A_c_chart_is_a_u_chart_of_single_units()
    {
        var chart = AttributeChart.C([4, 9, 2]);

        Assert.Equal(5, chart.Rate);
        Assert.Equal(0, chart.Points[0].Limits.Lower);
        Assert.Equal(5 + 3 * Math.Sqrt(5), chart.Points[0].Limits.Upper, 1e-12);
    }

    [Fact]
    public void No_event_at_all_puts_nothing_beyond()
    {
        Assert.Empty(AttributeChart.U([0, 0], [1, 2.5]).Beyond);
        Assert.Empty(AttributeChart.P([0, 0], [10, 20]).Beyond);
    }

    [Fact]
    public void All_nonconforming_puts_nothing_beyond() => Assert.Empty(AttributeChart.P([10, 20], [10, 20]).Beyond);

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AttributeChart.P([5], [4]));
        Assert.Throws<ArgumentException>(() => AttributeChart.P([1, 2], [4]));
        Assert.Throws<ArgumentException>(() => AttributeChart.C([-1]));
        Assert.Throws<ArgumentException>(() => AttributeChart.C([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeChart.U([1], [0]));
    }
}
