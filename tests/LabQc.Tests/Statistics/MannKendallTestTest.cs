using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class MannKendallTestTest
{
    [Fact]
    public void A_falling_series_is_a_rising_one_turned_over() =>
        Gen.Int[0, 9].Array[3, 20].Sample(numbers =>
        {
            double[] values = [.. numbers.Select(v => (double)v)], over = [.. values.Select(v => -v)];
            var (there, back) = (MannKendallTest.Test(values), MannKendallTest.Test(over));
            Assert.Equal(there.S, -back.S);
            Assert.Equal(there.P, back.P);
            Assert.Equal(there.SenSlope!.Value, -back.SenSlope!.Value, 1e-12);
        });

    [Fact]
    public void The_order_in_which_times_come_does_not_matter()
    {
        var sorted = MannKendallTest.Test([0, 3, 6, 9, 12], [5, 4, 6, 3, 2]);
        var mixed = MannKendallTest.Test([9, 0, 12, 3, 6], [3, 5, 2, 4, 6]);

        Assert.Equal(sorted, mixed);
    }

    [Fact]
    public void A_straight_line_has_its_own_slope_and_intercept() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], Gen.Int[3, 20]).Sample((slope, start, n) =>
        {
            var trend = MannKendallTest.Test([.. Enumerable.Range(1, n).Select(i => start + slope * i)]);
            Assert.Equal(slope, trend.SenSlope!.Value, 1e-9);
            Assert.Equal(start, trend.SenIntercept!.Value, 1e-8);
        });

    [Fact]
    public void Equal_values_show_no_trend_and_no_p()
    {
        var trend = MannKendallTest.Test([3, 3, 3, 3]);

        Assert.Equal(0, trend.S);
        Assert.Null(trend.P);
        Assert.Null(trend.TauB);
        Assert.Equal(0, trend.SenSlope);
    }

    [Fact]
    public void Values_at_one_time_are_no_evidence_of_order()
    {
        var trend = MannKendallTest.Test([4, 4, 4], [1, 2, 3]);

        Assert.Equal(0, trend.S);
        Assert.Null(trend.SenSlope);
        Assert.Null(trend.P);
    }

    /// <summary>Among all orders of five different values the variance of S is exactly n(n - 1)(2n + 5)/18.</summary>
    [Fact]
    public void The_variance_of_S_is_that_over_all_orders()
    {
        var all = Orders([1, 2, 3, 4, 5]).Select(o => MannKendallTest.Test(o)).ToList();

        Assert.Equal(all.Average(t => (double)t.S * t.S), all[0].VarianceOfS, 1e-9);
    }

    /// <summary>The same with ties in both variables, over all orders of the values.</summary>
    [Fact]
    public void The_variance_of_S_with_ties_is_that_over_all_orders()
    {
        var all = Orders([1, 1, 2, 3, 3, 3]).Select(o => MannKendallTest.Test([0, 0, 1, 1, 1, 2], o)).ToList();

        Assert.Equal(all.Average(t => (double)t.S * t.S), all[0].VarianceOfS, 1e-9);
    }

    private static IEnumerable<double[]> Orders(double[] values) => values.Length == 1
        ? [values]
        : Enumerable.Range(0, values.Length).SelectMany(i =>
            Orders([.. values[..i], .. values[(i + 1)..]]).Select(rest => (double[])[values[i], .. rest]));
}
