using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class GroupTestsTest
{
    private static readonly Gen<double> Values = Gen.Int[-5000, 5000].Select(v => v / 1000.0);

    private static readonly Gen<double[][]> Groups =
        Values.Array[2, 8].Array[2, 5].Where(groups => groups.All(g => g.Distinct().Count() > 1));

    [Fact]
    public void Shift_and_scale_leave_the_tests_of_means_and_variances() =>
        Gen.Select(Groups, Gen.Double[-9, 9], Gen.Double[0.1, 9]).Sample((groups, shift, scale) =>
        {
            double[][] moved = [.. groups.Select(g => g.Select(v => v * scale + shift).ToArray())];
            Assert.Equal(GroupMeansTest.F(groups)!.P, GroupMeansTest.F(moved)!.P, 1e-7);
            Assert.Equal(VarianceTests.Levene(groups)?.P ?? -1, VarianceTests.Levene(moved)?.P ?? -1, 1e-6);
            Assert.Equal(VarianceTests.Bartlett(groups)!.P, VarianceTests.Bartlett(moved)!.P, 1e-7);
        });

    [Fact]
    public void A_monotone_change_of_the_values_leaves_Kruskal_and_Wallis() =>
        Groups.Sample(groups =>
        {
            double[][] changed = [.. groups.Select(g => g.Select(Math.Exp).ToArray())];
            Assert.Equal(GroupMeansTest.KruskalWallis(groups)!.Statistic, GroupMeansTest.KruskalWallis(changed)!.Statistic, 1e-9);
        });

    [Fact]
    public void Two_groups_by_F_are_Students_test_squared() =>
        Gen.Select(Values.Array[2, 8], Values.Array[2, 8]).Sample((x, y) =>
        {
            if (TwoSampleTTest.Pooled(x, y) is { } t)
                Assert.Equal(t.T * t.T, GroupMeansTest.F([x, y])!.F, 1e-7 * (1 + t.T * t.T));
        });

    [Fact]
    public void Exchanging_the_samples_inverts_the_variance_ratio_and_keeps_p() =>
        Gen.Select(Values.Array[2, 8], Values.Array[2, 8]).Sample((x, y) =>
        {
            if (VarianceTests.Ratio(x, y) is not { } there)
                return;
            var back = VarianceTests.Ratio(y, x)!;
            Assert.Equal(1, there.F * back.F, 1e-9);
            Assert.Equal(there.P, back.P, 1e-9);
        });

    [Fact]
    public void Groups_without_variance_within_have_no_F() =>
        Assert.Null(GroupMeansTest.F([[0.1, 0.1, 0.1], [0.3, 0.3]]));

    [Fact]
    public void A_group_of_one_value_or_without_variance_has_no_place_in_Bartletts_test()
    {
        Assert.Null(VarianceTests.Bartlett([[1], [2, 3]]));
        Assert.Null(VarianceTests.Bartlett([[1, 1], [2, 3]]));
        Assert.Null(VarianceTests.Ratio([1, 1], [2, 3]));
    }

    [Fact]
    public void Pairs_deviate_alike_and_leave_Levenes_test_undefined() =>
        Assert.Null(VarianceTests.Levene([[0.1, 0.3], [0.5, 0.9]]));

    [Fact]
    public void A_large_common_offset_costs_no_digits() =>
        Assert.Equal(1, GroupMeansTest.F([[1e9 + 1, 1e9 + 2], [1e9 + 4, 1e9 + 6]])!.F / GroupMeansTest.F([[1, 2], [4, 6]])!.F, 1e-13);

    [Fact]
    public void One_group_no_degrees_of_freedom_or_an_empty_group_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GroupMeansTest.F([[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => GroupMeansTest.F([[1], [2]]));
        Assert.Throws<ArgumentException>(() => GroupMeansTest.F([[1, 2], []]));
    }

    /// <summary>Ten thousand draws: the share below 0.05 has a standard error of 0.0022, the bounds are four of them.</summary>
    [Fact]
    public void P_of_F_and_of_Bartlett_is_uniform_under_the_null_hypothesis()
    {
        var draws = new NormalDraws(7);
        double[][][] sets = [.. Enumerable.Range(0, 10_000).Select(_ => new[] { draws.Sample(6), draws.Sample(9), draws.Sample(7) })];

        Assert.InRange(sets.Count(s => GroupMeansTest.F(s)!.P < 0.05) / 10_000.0, 0.041, 0.059);
        Assert.InRange(sets.Count(s => VarianceTests.Bartlett(s)!.P < 0.05) / 10_000.0, 0.041, 0.059);
    }
}
