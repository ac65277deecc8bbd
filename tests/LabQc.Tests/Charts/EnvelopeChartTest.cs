using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class EnvelopeChartTest
{
    private static readonly EnvelopeChartData Steady = new()
    {
        Lot = "EX-1",
        ReferenceSet = "reference set 2",
        Lots = 20,
        Levels = [0.1, 0.5, 0.9],
        LotNm = [80, 100, 130],
        LowerNm = [78, 96, 120],
        MedianNm = [80, 100, 128],
        UpperNm = [82, 104, 136],
        MeanNm = [80, 100, 128],
        DistancesNm = [1, 2, 3],
        DistanceNm = 0.7,
        LimitNm = 4.6,
        Verdict = TrendVerdict.InTrend,
    };

    [Fact]
    public void A_lot_inside_the_envelope_is_said_to_stay_there()
    {
        Assert.Equal(
            "Cumulative size distribution of lot EX-1 over the median and the 5 to 95 % envelope of 20 lots of reference set 2. "
            + "The lot stays inside the envelope. Wasserstein distance 0.7 nm against a limit of 4.6 nm: in trend.",
            new EnvelopeChart(Steady).AltText);
    }

    [Theory]
    [InlineData(80, 100, 140, "leaves the envelope above 140.0 nm")]
    [InlineData(70, 100, 130, "leaves the envelope below 70.0 nm")]
    [InlineData(80, 110, 130, "leaves the envelope between 110.0 and 110.0 nm")]
    [InlineData(70, 100, 140, "leaves the envelope in places between 70.0 and 140.0 nm")]
    [InlineData(90, 110, 140, "is outside the envelope everywhere")]
    public void Where_a_lot_leaves_the_envelope_is_said(double d10, double d50, double d90, string words)
    {
        Assert.Contains(words, new EnvelopeChart(Steady with { LotNm = [d10, d50, d90] }).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_of_trend_names_distance_and_limit()
    {
        var chart = new EnvelopeChart(Steady with { DistanceNm = 8.3, Verdict = TrendVerdict.OutOfTrend });

        Assert.Equal("Out of trend: the curve lies 8.3 nm from the set’s mean curve; the limit is 4.6 nm.", chart.Conclusion);
    }

    [Fact]
    public void A_small_set_has_no_limit()
    {
        var chart = new EnvelopeChart(Steady with { LimitNm = null, Verdict = TrendVerdict.NotJudged });

        Assert.EndsWith("the set is too small for a limit.", chart.Conclusion, StringComparison.Ordinal);
        Assert.EndsWith("without a limit: not judged.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_with_another_number_of_levels_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new EnvelopeChart(Steady with { LotNm = [1, 2] }));
    }
}
