using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class RankAndCurveTestsTest
{
    private static readonly Gen<(double[] X, double[] Y)> Small = Gen.Select(
        Gen.Int[2, 5], Gen.Int[2, 5], Gen.Int[0, int.MaxValue], (n, m, seed) => Untied(n, m, seed));

    [Fact]
    public void Exact_p_of_Mann_and_Whitney_is_the_share_of_orders_as_far_from_the_middle() =>
        Small.Sample(s =>
        {
            var result = MannWhitneyTest.Compare(s.X, s.Y)!;
            var all = Splits(s.X.Length, s.Y.Length).Select(split => MannWhitneyTest.Compare(split.X, split.Y)!.U).ToList();
            double below = all.Count(u => u <= result.U), above = all.Count(u => u >= result.U);
            Assert.Equal(Math.Min(1, 2 * Math.Min(below, above) / all.Count), result.P, 1e-12);
            Assert.Equal(MannWhitneyMethod.Exact, result.Method);
        });

    [Fact]
    public void Exact_p_of_Kolmogorov_and_Smirnov_is_the_share_of_orders_as_far_apart() =>
        Small.Sample(s =>
        {
            var result = KolmogorovSmirnovTest.Compare(s.X, s.Y);
            var all = Splits(s.X.Length, s.Y.Length).Select(split => KolmogorovSmirnovTest.Compare(split.X, split.Y).D).ToList();
            Assert.Equal(all.Count(d => d >= result.D - 1e-9) / (double)all.Count, result.PExact!.Value, 1e-12);
        });

    [Fact]
    public void Samples_entirely_apart_have_the_smallest_p_to_all_digits()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (double)i)], y = [.. x.Select(v => v + 100)];

        // Two orders of 60 choose 30.
        var expected = 2 / 118264581564861424.0;
        Assert.Equal(1, MannWhitneyTest.Compare(x, y)!.P / expected, 1e-12);
        Assert.Equal(1, KolmogorovSmirnovTest.Compare(x, y).PExact!.Value / expected, 1e-12);
    }

    [Fact]
    public void Ties_and_fifty_values_call_for_the_normal_distribution()
    {
        Assert.Equal(MannWhitneyMethod.Normal, MannWhitneyTest.Compare([1, 2, 2], [2, 3])!.Method);
        Assert.Equal(MannWhitneyMethod.Normal, MannWhitneyTest.Compare([.. Enumerable.Range(0, 50).Select(i => i + 0.5)], [1, 2])!.Method);
        Assert.Null(KolmogorovSmirnovTest.Compare([1, 2, 2], [2, 3]).PExact);
    }

    [Fact]
    public void Equal_values_throughout_give_ranks_nothing_to_say()
    {
        Assert.Null(MannWhitneyTest.Compare([2, 2], [2, 2]));
        Assert.Null(GroupMeansTest.KruskalWallis([[2, 2], [2, 2]]));
        Assert.Equal(1, KolmogorovSmirnovTest.Compare([2, 2], [2, 2]).PAsymptotic);
    }

    [Fact]
    public void Both_series_of_Kolmogorovs_distribution_meet() =>
        Assert.Equal(1, KolmogorovDistribution.UpperTail(1 - 1e-15) / KolmogorovDistribution.UpperTail(1), 1e-13);

    [Fact]
    public void Wasserstein_distance_of_samples_is_a_metric_that_scales() =>
        Gen.Select(Gen.Double[-9, 9].Array[1, 9], Gen.Double[-9, 9].Array[1, 9], Gen.Double[-9, 9].Array[1, 9]).Sample((x, y, z) =>
        {
            var direct = SampleDistance.Wasserstein1(x, z);
            Assert.Equal(0, SampleDistance.Wasserstein1(x, x));
            Assert.Equal(direct, SampleDistance.Wasserstein1(z, x), 1e-12);
            Assert.True(direct <= SampleDistance.Wasserstein1(x, y) + SampleDistance.Wasserstein1(y, z) + 1e-12);
            Assert.Equal(3 * direct, SampleDistance.Wasserstein1([.. x.Select(v => 3 * v)], [.. z.Select(v => 3 * v)]), 1e-10);
            Assert.Equal(2, SampleDistance.Wasserstein1(x, [.. x.Select(v => v + 2)]), 1e-12);
        });

    private static (double[], double[]) Untied(int n, int m, int seed)
    {
        double[] order = [.. Enumerable.Range(0, n + m).Select(i => (double)i)];
        new Random(seed).Shuffle(order);
        return (order[..n], order[n..]);
    }

    private static IEnumerable<(double[] X, double[] Y)> Splits(int n, int m) =>
        from mask in Enumerable.Range(0, 1 << (n + m))
        where int.PopCount(mask) == n
        let values = Enumerable.Range(0, n + m).ToLookup(i => (mask >> i & 1) == 1, i => (double)i)
        select (values[true].ToArray(), values[false].ToArray());
}
