using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ConcordanceCorrelationTest
{
    private static readonly Gen<double[]> Results = Measured.Between(-100, 100).Array[12];

    [Fact]
    public void Identical_results_agree_wholly()
    {
        var found = ConcordanceCorrelation.Of([1, 2, 4], [1, 2, 4]);

        Assert.Equal(1, found.Coefficient, 1e-15);
        Assert.Equal(0, found.LocationShift);
    }

    [Fact]
    public void Concordance_is_never_better_than_correlation_and_does_not_mind_who_is_x() =>
        Gen.Select(Results, Results).Sample((x, y) =>
        {
            var found = ConcordanceCorrelation.Of(x, y);

            Assert.True(Math.Abs(found.Coefficient) <= Math.Abs(found.Pearson) + 1e-12);
            Assert.Equal(found.Coefficient, ConcordanceCorrelation.Of(y, x).Coefficient, 1e-12);
            Assert.True(found.Confidence is not { } ci || (ci.Lower <= found.Coefficient && found.Coefficient <= ci.Upper));
        });

    [Fact]
    public void A_constant_bias_costs_concordance_and_no_correlation()
    {
        var found = ConcordanceCorrelation.Of([1, 2, 3, 4], [3, 4, 5, 6]);

        Assert.Equal(1, found.Pearson, 1e-14);
        Assert.Equal(2 * 1.25 / (2 * 1.25 + 4), found.Coefficient, 1e-14);
    }

    [Fact]
    public void Two_pairs_have_no_interval_and_equal_results_no_correlation()
    {
        Assert.Null(ConcordanceCorrelation.Of([1, 2], [1, 3]).Confidence);
        Assert.Throws<ArgumentException>(() => ConcordanceCorrelation.Of([1, 1, 1], [1, 2, 3]));
    }
}
