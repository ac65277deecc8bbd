using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class PairwiseComparisonsTest
{
    private static readonly double[][] Lots =
    [
        [94.1, 96.9, 98.6, 94.09, 92.17, 100.38],
        [99.77, 99.04, 97.8, 101.17, 97.1, 96.75, 103.73, 100.95],
        [98.35, 91.41, 91.46, 98.11, 97.11],
        [97.29, 102.18, 105.84, 107.44, 108.47, 103.46, 100.03],
    ];

    /// <summary>
    /// Expected values from the definition in the paper with the double integral by Simpson's rule, in a second language.
    /// </summary>
    [Theory]
    [InlineData(0, 3.498750000000001, 3.245968977226543, 9.048840132090826, 0.16991378216050768, 4.753495432004992)]
    [InlineData(1, -0.752, 0.5226775620787131, 8.119137372495144, 0.9815687322832864, 6.493828657665926)]
    [InlineData(2, 7.49, 5.325099723104902, 10.912787724872038, 0.014309353502277584, 5.994298175681264)]
    [InlineData(3, -4.250750000000011, 3.3506736444633325, 6.261046213280272, 0.18024961117838106, 6.129621846777848)]
    [InlineData(4, 3.9912499999999937, 3.2396821059770518, 9.417777960496105, 0.168466499086447, 5.390454750215005)]
    [InlineData(5, 8.242, 5.291637179196921, 9.44387366441525, 0.018429557158520484, 6.8112940047784525)]
    public void Games_and_Howell_on_four_lots(int pair, double difference, double q, double df, double p, double reach)
    {
        var comparison = PairwiseComparisons.GamesHowell(Lots)![pair];

        Assert.Equal(difference, comparison.Difference, 1e-9);
        Assert.Equal(1, comparison.Q / q, 1e-9);
        Assert.Equal(1, comparison.DegreesOfFreedom / df, 1e-9);
        Assert.Equal(1, comparison.P / p, 1e-9);
        Assert.Equal(difference + reach, comparison.Interval.Upper, 1e-8);
    }

    [Fact]
    public void Two_groups_by_Games_and_Howell_are_Welchs_test()
    {
        var pair = PairwiseComparisons.GamesHowell([Lots[0], Lots[3]], 0.99)!.Single();
        var welch = TwoSampleTTest.Welch(Lots[3], Lots[0], 0.99)!;

        Assert.Equal(welch.P, pair.P, 1e-12);
        Assert.Equal(welch.Interval.Lower, pair.Interval.Lower, 1e-9);
    }

    [Fact]
    public void Two_groups_by_Tukey_and_by_Dunnett_are_Students_test()
    {
        var student = TwoSampleTTest.Pooled(Lots[3], Lots[0])!;

        Assert.Equal(student.P, PairwiseComparisons.TukeyKramer([Lots[0], Lots[3]])!.Single().P, 1e-12);
        Assert.Equal(student.P, DunnettTest.Compare([Lots[0], Lots[3]])!.Single().P, 1e-12);
    }

    [Fact]
    public void A_pair_of_groups_without_variance_has_no_standard_error()
    {
        Assert.Null(PairwiseComparisons.GamesHowell([[1, 1], [2, 2], [1, 3]]));
        Assert.NotNull(PairwiseComparisons.GamesHowell([[1, 1], [2, 2.5], [1, 3]]));
        Assert.Null(PairwiseComparisons.TukeyKramer([[1, 1], [2, 2]]));
    }

    [Fact]
    public void A_single_value_is_no_group_for_Games_and_Howell() =>
        Assert.Throws<ArgumentException>(() => PairwiseComparisons.GamesHowell([[1], [2, 3]]));

    [Fact]
    public void Order_of_values_and_a_change_of_unit_leave_every_p() =>
        Samples.Of(3, 6).Array[3].Sample(groups =>
        {
            double[][] changed = [.. groups.Select(g => g.Reverse().Select(v => 1000 * v + 7).ToArray())];
            var (there, back) = (PairwiseComparisons.GamesHowell(groups)!, PairwiseComparisons.GamesHowell(changed)!);
            Assert.All(there.Zip(back), pair => Assert.Equal(pair.First.P, pair.Second.P, 1e-7));
        }, iter: 6);

    [Fact]
    public void A_comparison_with_a_control_needs_that_control() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DunnettTest.Compare(Lots, 4));

    [Fact]
    public void Far_apart_groups_keep_a_p_above_zero()
    {
        var draws = new NormalDraws(5);
        double[][] groups = [draws.Sample(400), draws.Sample(400, 3), draws.Sample(400, 3)];

        Assert.All(DunnettTest.Compare(groups)!, c => Assert.InRange(c.P, 1e-250, 1e-100));
        Assert.InRange(PairwiseComparisons.TukeyKramer(groups)![0].P, 1e-250, 1e-100);
    }
}
