using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class NanometreRangeTest
{
    private static readonly NanometreRange Specified = new(30, 150);

    [Fact]
    public void The_visible_part_is_what_both_ranges_cover()
    {
        Assert.Equal(new NanometreRange(60, 150), Specified.Intersect(new NanometreRange(60, 1000)));
        Assert.Equal(0.75, Specified.FractionWithin(new NanometreRange(60, 1000)));
        Assert.Equal(["30–60 nm"], Specified.Without(new NanometreRange(60, 1000)).Select(r => r.ToString()));
    }

    [Fact]
    public void A_range_may_be_blind_at_both_ends()
    {
        Assert.Equal(["30–40 nm", "100–150 nm"], Specified.Without(new NanometreRange(40, 100)).Select(r => r.ToString()));
        Assert.Empty(Specified.Without(new NanometreRange(0, 1000)));
    }

    [Fact]
    public void Ranges_that_only_touch_share_nothing()
    {
        Assert.Null(Specified.Intersect(new NanometreRange(150, 200)));
        Assert.Equal(0, Specified.FractionWithin(new NanometreRange(150, 200)));
        Assert.Equal([Specified], Specified.Without(new NanometreRange(150, 200)));
    }

    [Theory]
    [InlineData(150, 30)]
    [InlineData(-1, 30)]
    [InlineData(double.NaN, 30)]
    [InlineData(30, double.PositiveInfinity)]
    public void A_range_runs_upwards_from_0_or_more(double from, double to) =>
        Assert.Throws<ArgumentException>(() => new NanometreRange(from, to));
}
