using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class DemingRegressionTest
{
    private static readonly Gen<double[]> Results = Measured.Between(-100, 100).Array[12];

    [Fact]
    public void Points_on_a_line_give_that_line_without_error()
    {
        var line = DemingRegression.Of([1, 2, 3, 4], [5, 7, 9, 11], errorRatio: 0.3);

        Assert.Equal(2, line.Slope, 1e-12);
        Assert.Equal(3, line.Intercept, 1e-12);
        Assert.Equal(0, line.SlopeStandardError, 1e-12);
    }

    [Fact]
    public void Exchanged_methods_give_the_inverse_line() => Gen.Select(Results, Results, Gen.Double[0.2, 5]).Sample((x, noise, ratio) =>
    {
        var y = x.Zip(noise, (a, b) => 1.5 * a + 0.05 * b + 4).ToArray();
        var there = DemingRegression.Of(x, y, ratio);
        var back = DemingRegression.Of(y, x, 1 / ratio);

        Assert.Equal(1, there.Slope * back.Slope, 1e-9);
    });

    [Fact]
    public void Shift_and_scale_of_y_carry_over_to_the_line() => Gen.Select(Results, Results).Sample((x, noise) =>
    {
        var y = x.Zip(noise, (a, b) => a + 0.1 * b).ToArray();
        var line = DemingRegression.Of(x, y);
        var moved = DemingRegression.Of(x, Array.ConvertAll(y, v => 10 + 2 * v), errorRatio: 0.25);

        Assert.Equal(2 * line.Slope, moved.Slope, 1e-9);
        Assert.Equal(10 + 2 * line.Intercept, moved.Intercept, 1e-7);
        Assert.Equal(2 * line.SlopeStandardError, moved.SlopeStandardError, 1e-9);
    });

    [Fact]
    public void With_all_error_in_y_the_line_is_that_of_least_squares()
    {
        double[] x = [1, 2, 3, 4, 5], y = [2, 3, 3, 6, 5];

        Assert.Equal(0.9, DemingRegression.Of(x, y, errorRatio: 1e-9).Slope, 1e-6);
    }

    [Fact]
    public void Pairs_that_fix_no_slope_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DemingRegression.Of([1, 1, 1], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => DemingRegression.Of([1, 2], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DemingRegression.Of([1, 2, 3], [1, 2, 3], errorRatio: 0));
    }
}
