using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class BlandAltmanTest
{
    private static readonly Gen<double[]> Results = Measured.Between(-100, 100).Array[12];

    [Fact]
    public void Exchanged_methods_mirror_the_limits() => Gen.Select(Results, Results).Sample((x, y) =>
    {
        var there = BlandAltman.Of(x, y);
        var back = BlandAltman.Of(y, x);

        Assert.Equal(there.Bias, -back.Bias, 1e-10);
        Assert.Equal(there.Agreement.Lower, -back.Agreement.Upper, 1e-10);
        Assert.Equal(there.BiasP!.Value, back.BiasP!.Value, 1e-10);
    });

    [Fact]
    public void The_order_of_the_pairs_does_not_matter() => Gen.Select(Results, Results).Sample((x, y) =>
        Assert.Equal(BlandAltman.Of(x, y).Sd, BlandAltman.Of([.. x.Reverse()], [.. y.Reverse()]).Sd, 1e-10));

    [Fact]
    public void A_constant_difference_has_no_width_and_no_p_value()
    {
        var found = BlandAltman.Of([1, 2, 3], [3, 4, 5]);

        Assert.Equal(-2, found.Bias);
        Assert.Equal(new ConfidenceLimits(-2, -2), found.Agreement);
        Assert.Null(found.BiasP);
    }

    /// <summary>p values of the paired t test are uniform under the null: Kolmogorov's distance of 2,000 below its 99.9 % point.</summary>
    [Fact]
    public void Without_a_bias_p_is_uniform()
    {
        var random = new Random(20261124);
        double[] Normals() => [.. Enumerable.Range(0, 8).Select(_ => StandardNormal.Quantile(random.NextDouble()))];
        var p = Enumerable.Range(0, 2000).Select(_ => BlandAltman.Of(Normals(), Normals()).BiasP!.Value).Order().ToArray();

        Assert.True(p.Select((value, i) => Math.Abs(value - (i + 0.5) / p.Length)).Max() < 1.95 / Math.Sqrt(p.Length));
    }

    [Fact]
    public void One_pair_and_unequal_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => BlandAltman.Of([1], [2]));
        Assert.Throws<ArgumentException>(() => BlandAltman.Of([1, 2], [2]));
        Assert.Throws<ArgumentException>(() => BlandAltman.Of([1, double.NaN], [2, 3]));
    }
}
