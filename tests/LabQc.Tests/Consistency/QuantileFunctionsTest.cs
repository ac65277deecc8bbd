using LabQc.Consistency;

namespace LabQc.Tests.Consistency;

public sealed class QuantileFunctionsTest
{
    [Fact]
    public void A_shifted_distribution_lies_as_far_away_as_it_was_shifted()
    {
        var one = TestProfile.Lognormal(95, 0.3);
        double[] shifted = [.. one.Select(q => q + 4.5)];

        Assert.Equal(4.5, QuantileFunctions.Distance(one, shifted), 1e-12);
        Assert.Equal(0, QuantileFunctions.Distance(one, one));
    }

    [Fact]
    public void The_distance_is_a_metric()
    {
        double[] a = TestProfile.Lognormal(90, 0.3), b = TestProfile.Lognormal(100, 0.35), c = TestProfile.Lognormal(104, 0.25);

        Assert.Equal(QuantileFunctions.Distance(a, b), QuantileFunctions.Distance(b, a));
        Assert.True(QuantileFunctions.Distance(a, c) <= QuantileFunctions.Distance(a, b) + QuantileFunctions.Distance(b, c));
    }

    [Fact]
    public void The_barycentre_is_the_mean_of_the_quantiles() =>
        Assert.Equal([2, 4, 6], QuantileFunctions.Mean([[1, 2, 3], [3, 6, 9]]));

    [Fact]
    public void Grids_that_differ_or_hold_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => QuantileFunctions.Mean([]));
        Assert.Throws<ArgumentException>(() => QuantileFunctions.Mean([[1, 2], [1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => QuantileFunctions.Distance([1.0], [1.0, 2.0]));
        Assert.Throws<ArgumentException>(() => QuantileFunctions.Distance([], []));
    }
}
