using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class RegressionTest
{
    [Fact]
    public void A_polynomial_through_its_own_points_comes_back_exactly_with_no_residual() =>
        Gen.Select(Gen.Int[-9, 9].Array[1, 5], Gen.Int[-50, 50]).Sample((coefficients, offset) =>
        {
            double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)(i + offset))];
            double[] wanted = [.. coefficients.Select(c => (double)c)];
            var fit = PolynomialFit.Of(x, [.. x.Select(v => PolynomialFit.ValueAt(v, wanted))], wanted.Length - 1);
            Assert.Equal(0, fit.ResidualSumOfSquares);
            Assert.All(fit.Coefficients.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        });

    [Fact]
    public void Many_degrees_far_from_zero_lose_no_digits()
    {
        double[] x = [.. Enumerable.Range(1990, 31).Select(year => (double)year)];
        var fit = PolynomialFit.Of(x, [.. x.Select(v => (v - 2005) * (v - 2005) * (v - 2005))], 3);

        Assert.Equal(1, fit.Coefficients[3], 1e-14);
        Assert.Equal(-6015, fit.Coefficients[2], 1e-9);
    }

    [Fact]
    public void The_tables_of_variances_agree_where_two_groups_are_a_line() =>
        Gen.Select(Gen.Double[0, 10].Array[3, 10], Gen.Double[0, 10].Array[3, 10]).Sample((a, b) =>
        {
            var table = AnovaTable.OneWay([a, b]);
            double[] x = [.. a.Select(_ => 0.0), .. b.Select(_ => 1.0)];
            var fit = LinearFit.Of([x], [.. a, .. b]);
            Assert.Equal(table.WithinSumOfSquares, fit.ResidualSumOfSquares, 1e-9);
            Assert.Equal(table.F!.Value, fit.F!.Value, 1e-6 * table.F.Value + 1e-9);
        });

    [Fact]
    public void Responses_that_do_not_vary_have_neither_F_nor_R_squared()
    {
        var fit = LinearFit.Of([[1, 2, 3]], [5, 5, 5]);

        Assert.Null(fit.F);
        Assert.Null(fit.RSquared);
        Assert.Equal(5, fit.Coefficients[0], 1e-14);
        Assert.Null(AnovaTable.OneWay([[1, 1], [1, 1]]).F);
        Assert.Equal(double.PositiveInfinity, AnovaTable.OneWay([[1, 1], [2, 2]]).F);
    }

    [Fact]
    public void As_many_coefficients_as_values_leave_no_standard_errors()
    {
        var fit = LinearFit.Of([[1, 2]], [3, 5]);

        Assert.Equal([1, 2], fit.Coefficients);
        Assert.Null(fit.StandardErrors);
        Assert.Null(fit.ResidualStandardDeviation);
    }

    [Fact]
    public void Collinear_predictors_and_too_few_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearFit.Of([[1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4]], [1, 2, 3, 5]));
        Assert.Throws<ArgumentException>(() => LinearFit.Of([[1], [2]], [1]));
        Assert.Throws<ArgumentException>(() => PolynomialFit.Of([1, 1, 2], [1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => AnovaTable.OneWay([[1], [2]]));
        Assert.Throws<ArgumentException>(() => LinearFit.Of([[1, double.NaN]], [1, 2]));
    }
}
