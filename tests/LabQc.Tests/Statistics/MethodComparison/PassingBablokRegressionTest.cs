using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class PassingBablokRegressionTest
{
    private static readonly Gen<double[]> Results = Gen.Int[-100, 100].Select(i => (double)i).Array[5, 25];

    [Fact]
    public void Points_on_a_line_give_that_line()
    {
        var line = PassingBablokRegression.Of([1, 2, 3, 4, 5, 6, 7, 8], [5, 7, 9, 11, 13, 15, 17, 19]);

        Assert.Equal(2, line.Slope);
        Assert.Equal(3, line.Intercept);
        Assert.Equal(new BablokInterval(2, 2, 3, 3), line.Published);
        Assert.Equal(line.Published, line.Mcr);
    }

    [Fact]
    public void One_far_point_hardly_moves_the_line()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9], y = [1.1, 2, 2.9, 4.1, 5, 5.9, 7.1, 8, 90];

        Assert.InRange(PassingBablokRegression.Of(x, y).Slope, 0.95, 1.1);
    }

    [Fact]
    public void Without_ties_the_order_of_the_pairs_does_not_matter() => Results.Sample(x =>
    {
        if (x.Distinct().Count() < x.Length)
            return;
        var y = x.Select((v, i) => v + 0.4 * Math.Sin(37 * i)).ToArray();

        var line = PassingBablokRegression.Of(x, y);
        var backwards = PassingBablokRegression.Of([.. x.Reverse()], [.. y.Reverse()]);

        Assert.Equal(line.Slope, backwards.Slope, 1e-12);
        Assert.Equal(line.Published.SlopeUpper, backwards.Published.SlopeUpper);
    });

    [Fact]
    public void A_shift_of_y_moves_the_intercept_alone() => Results.Sample(x =>
    {
        if (x.Distinct().Count() < x.Length)
            return;
        var y = x.Select((v, i) => v + 0.4 * Math.Cos(11 * i)).ToArray();

        var line = PassingBablokRegression.Of(x, y);
        var moved = PassingBablokRegression.Of(x, Array.ConvertAll(y, v => v + 1024));

        Assert.Equal(line.Slope, moved.Slope, 1e-7);
        Assert.Equal(line.Intercept + 1024, moved.Intercept, 1e-5);
    });

    [Fact]
    public void Few_pairs_leave_the_interval_unbounded()
    {
        var line = PassingBablokRegression.Of([1, 2, 3], [1, 2.1, 3.3]);

        Assert.Null(line.Published.SlopeLower);
        Assert.Null(line.Published.InterceptUpper);
        Assert.Null(line.Mcr.SlopeUpper);
    }

    [Fact]
    public void Equal_pairs_and_slopes_of_minus_one_are_left_out()
    {
        var line = PassingBablokRegression.Of([1, 1, 2, 3], [2, 2, 1, 4]);

        Assert.Equal(3, line.SlopeCount);
        Assert.Equal(1, line.Slope);
    }

    [Fact]
    public void Pairs_of_one_x_fix_no_slope()
    {
        Assert.Throws<ArgumentException>(() => PassingBablokRegression.Of([1, 1, 1], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => PassingBablokRegression.Of([1, 2], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PassingBablokRegression.Of([1, 2, 3], [1, 2, 3], confidence: 1));
    }
}
