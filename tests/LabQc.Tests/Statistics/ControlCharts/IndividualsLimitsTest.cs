using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class IndividualsLimitsTest
{
    private static readonly Gen<double[]> Series = Measured.Between(-1000, 1000).Array[3, 40];

    /// <summary>Flow rates of the NIST/SEMATECH e-Handbook, section 6.3.2.2; limits with the unrounded d2.</summary>
    [Fact]
    public void Limits_of_the_NIST_flow_rate_example()
    {
        var limits = IndividualsLimits.Of([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);

        Assert.Equal(50.81, limits.Centre, 1e-9);
        Assert.Equal(1.8778, limits.MovingRangeLimits.Centre, 1e-4);
        Assert.Equal(45.8176, limits.ReadingLimits.Lower, 1e-4);
        Assert.Equal(55.8024, limits.ReadingLimits.Upper, 1e-4);
    }

    [Fact]
    public void Limits_move_and_stretch_with_the_readings() => Gen.Select(Series, Gen.Double[-50, 50], Gen.Double[0.1, 10])
        .Sample((readings, shift, scale) =>
        {
            var limits = IndividualsLimits.Of(readings);
            var moved = IndividualsLimits.Of(Array.ConvertAll(readings, r => shift + scale * r));

            Assert.Equal(shift + scale * limits.Centre, moved.Centre, 1e-8);
            Assert.Equal(scale * limits.Sigma, moved.Sigma, 1e-8);
            Assert.Equal(shift + scale * limits.ReadingLimits.Upper, moved.ReadingLimits.Upper, 1e-7);
        });

    [Fact]
    public void A_series_backwards_has_the_same_limits() => Series.Sample(readings =>
        Assert.Equal(IndividualsLimits.Of(readings).Sigma, IndividualsLimits.Of([.. readings.Reverse()]).Sigma, 1e-9));

    [Fact]
    public void Equal_readings_have_no_width_and_none_lies_beyond()
    {
        double[] readings = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
        var limits = IndividualsLimits.Of(readings);

        Assert.Equal(new ControlLimits(0.1, 0.1, 0.1), limits.ReadingLimits);
        Assert.All(limits.Chart(readings), point => Assert.False(point.Beyond || point.MovingRangeBeyond));
        Assert.All(limits.Chart(readings), point => Assert.Null(point.Z));
        Assert.Throws<InvalidOperationException>(() => limits.Standardise(readings));
    }

    [Fact]
    public void Frozen_limits_judge_a_later_series()
    {
        var limits = IndividualsLimits.Of([10, 11, 10, 11, 10, 11]);

        var points = limits.Chart([10.5, 14, 10.5]);

        Assert.Equal([false, true, false], points.Select(p => p.Beyond));
        Assert.Equal([null, 3.5, 3.5], points.Select(p => p.MovingRange));
        Assert.Equal([false, true, true], points.Select(p => p.MovingRangeBeyond));
        Assert.Equal(3.5 * 2 / Math.Sqrt(Math.PI), limits.Standardise([14])[0], 1e-12);
    }

    [Fact]
    public void Moving_ranges_of_three_take_the_widest_of_each_three()
    {
        Assert.Equal([3.0, 5.0], IndividualsLimits.MovingRangesOf([1, 4, 2, 7], 3));
        Assert.Equal(4 / ControlChartConstants.For(3).RangeMean, IndividualsLimits.Of([1, 4, 2, 7], span: 3).Sigma, 1e-12);
    }

    [Fact]
    public void A_single_reading_and_a_NaN_are_refused()
    {
        Assert.Throws<ArgumentException>(() => IndividualsLimits.Of([]));
        Assert.Throws<ArgumentException>(() => IndividualsLimits.Of([1]));
        Assert.Throws<ArgumentException>(() => IndividualsLimits.Of([1, double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => IndividualsLimits.Of([1, 2]).Chart([double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => new ControlLimits(0, 1, 2).IsBeyond(double.NaN));
    }
}
