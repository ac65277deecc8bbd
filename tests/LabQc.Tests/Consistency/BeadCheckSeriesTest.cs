using LabQc.Consistency;
using LabQc.Statistics;

namespace LabQc.Tests.Consistency;

public sealed class BeadCheckSeriesTest
{
    [Fact]
    public void Limits_come_from_the_first_twenty_checks_and_never_move()
    {
        // Alternating 99 and 101: mean 100, SD √(20/19).
        var chart = Chart([.. Alternating(20), 130, 130]);

        Assert.Equal(100, chart.Mean);
        Assert.Equal(Math.Sqrt(20.0 / 19), chart.Sd!.Value, 1e-12);
        Assert.Equal(20, chart.BaseChecks);
        Assert.False(chart.IsProvisional);
        Assert.True(chart.IsRejected);
        Assert.Equal([WestgardRule.OneTwoS, WestgardRule.OneThreeS, WestgardRule.TwoTwoS], chart.Checks[^1].Broken);
    }

    [Fact]
    public void Fewer_than_twenty_checks_give_provisional_limits()
    {
        var chart = Chart(Alternating(8));

        Assert.Equal(8, chart.BaseChecks);
        Assert.True(chart.IsProvisional);
        Assert.False(chart.IsRejected);
    }

    [Fact]
    public void Fewer_than_eight_checks_give_none()
    {
        var chart = Chart([.. Alternating(6), 500]);

        Assert.Equal(0, chart.BaseChecks);
        Assert.Null(chart.Mean);
        Assert.Null(chart.Checks[^1].Z);
        Assert.False(chart.IsRejected);
    }

    [Fact]
    public void One_check_beyond_two_sd_warns_and_does_not_reject()
    {
        var chart = Chart([.. Alternating(20), 102.5]);

        Assert.Equal(ControlDecision.Warning, chart.Checks[^1].Decision);
        Assert.False(chart.IsRejected);
    }

    [Fact]
    public void A_check_that_failed_earlier_does_not_reject_the_instrument_today()
    {
        var chart = Chart([.. Alternating(20), 130, 99]);

        Assert.Equal(ControlDecision.Rejected, chart.Checks[20].Decision);
        Assert.False(chart.IsRejected);
    }

    [Fact]
    public void Checks_that_do_not_vary_have_no_limits()
    {
        var chart = Chart([.. Enumerable.Repeat(100.0, 10)]);

        Assert.Equal(0, chart.Sd);
        Assert.Equal(0, chart.BaseChecks);
    }

    private static double[] Alternating(int count) => [.. Enumerable.Range(0, count).Select(k => k % 2 == 0 ? 99.0 : 101.0)];

    private static BeadCheckSeries Chart(double[] sizes) =>
        BeadCheckSeries.Of("NTA-1", "set-up", [.. sizes.Select((s, k) => new BeadCheckPoint { Measurement = $"B{k}", RecordedAt = "", SizeNm = s })], []);
}
