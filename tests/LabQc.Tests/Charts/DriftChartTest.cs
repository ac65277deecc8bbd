using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class DriftChartTest
{
    [Fact]
    public void It_names_the_onset_and_the_first_signals()
    {
        var chart = new DriftChart(ChartSamples.Drift());

        Assert.Equal("A downward shift, begun about lot EX-26-031: the EWMA signals at EX-26-037, the CUSUM at EX-26-037; no single lot was beyond 3σ.", chart.Conclusion);
        Assert.Equal("EWMA and CUSUM charts of Yield for 40 lots. A downward shift begins about lot EX-26-031; the EWMA signals at EX-26-037, the CUSUM at EX-26-037.", chart.AltText);
    }

    [Fact]
    public void Without_a_signal_it_says_so()
    {
        var chart = new DriftChart(ChartSamples.Drift(24, 0) with { EwmaSignal = null, CusumSignal = null, Onset = null });

        Assert.StartsWith("No signal:", chart.Conclusion, StringComparison.Ordinal);
        Assert.Equal("EWMA and CUSUM charts of Yield for 24 lots. No signal.", chart.AltText);
    }

    [Fact]
    public void The_earlier_signal_gives_the_direction()
    {
        var data = ChartSamples.Drift(30, 0.12);

        Assert.StartsWith("An upward shift", new DriftChart(data).Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_with_another_number_of_lots_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DriftChart(ChartSamples.Drift() with { Ewma = [1, 2] }));
    }

    [Fact]
    public void A_signal_at_a_lot_that_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DriftChart(ChartSamples.Drift() with { EwmaSignal = 40 }));
    }
}
