using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class AlgorithmATest
{
    private static readonly Gen<double[]> Results = Measured.Between(-100, 100).Array[4, 25];

    [Fact]
    public void Shift_scale_and_order_behave() => Gen.Select(Results, Gen.Double[-50, 50], Gen.Double[0.5, 10])
        .Sample((values, shift, scale) =>
        {
            var found = AlgorithmA.Of(values);
            var moved = AlgorithmA.Of([.. values.Reverse().Select(v => shift + scale * v)]);

            Assert.Equal(shift + scale * found.Mean, moved.Mean, 1e-7);
            Assert.Equal(scale * found.Sd, moved.Sd, 1e-7);
        });

    [Fact]
    public void How_far_off_an_outlier_is_does_not_matter()
    {
        double[] steady = [99.1, 99.7, 100.2, 100.4, 99.9, 100.1, 99.6];

        Assert.Equal(AlgorithmA.Of([.. steady, 200]).Mean, AlgorithmA.Of([.. steady, 1e6]).Mean, 1e-10);
    }

    [Fact]
    public void Where_most_results_are_equal_their_value_is_the_robust_mean()
    {
        var found = AlgorithmA.Of([5.1, 5.1, 5.1, 5.1, 9]);

        Assert.Equal(5.1, found.Mean);
        Assert.Equal(0, found.Sd);
    }

    [Fact]
    public void One_result_and_a_NaN_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AlgorithmA.Of([1]));
        Assert.Throws<ArgumentException>(() => AlgorithmA.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlgorithmA.Of([1, 2], tolerance: 0));
    }
}
