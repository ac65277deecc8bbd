using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Tests.Consistency;

public sealed class AttributeScalesTest
{
    [Theory]
    [InlineData(AttributeScale.Linear, 95.5, 95.5)]
    [InlineData(AttributeScale.Log10, 1e11, 11)]
    [InlineData(AttributeScale.Logit, 50, 0)]
    [InlineData(AttributeScale.Logit, 80, 1.3862943611198906)]
    public void A_value_goes_to_its_scale_and_comes_back(AttributeScale scale, double value, double place)
    {
        Assert.Equal(place, AttributeScales.To(scale, value, 2000)!.Value, 1e-12);
        Assert.Equal(value, AttributeScales.From(scale, place), value * 1e-12);
    }

    [Theory]
    [InlineData(100, 2000.0, 99.975)]
    [InlineData(0, 2000.0, 0.025)]
    [InlineData(99.99, 500.0, 99.9)]
    [InlineData(100, null, 99.95)]
    [InlineData(99.7, 500.0, 99.7)]
    public void A_percentage_is_clamped_by_the_tracks_it_is_made_of(double percent, double? tracks, double clamped) =>
        Assert.Equal(Math.Log(clamped / (100 - clamped)), AttributeScales.To(AttributeScale.Logit, percent, tracks)!.Value, 1e-9);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void A_percentage_of_one_track_or_none_says_nothing(double tracks) =>
        Assert.Equal(0, AttributeScales.To(AttributeScale.Logit, 100, tracks));

    [Fact]
    public void What_a_scale_has_no_place_for_is_absent_and_no_number()
    {
        Assert.Null(AttributeScales.To(AttributeScale.Log10, 0, null));
        Assert.Null(AttributeScales.To(AttributeScale.Log10, -1, null));
        Assert.Null(AttributeScales.To(AttributeScale.Linear, double.NaN, null));
        Assert.Null(AttributeScales.To(AttributeScale.Logit, double.PositiveInfinity, 2000));
    }
}
